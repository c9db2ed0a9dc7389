"""Pictures that are kept, and the files that they are kept in."""

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages

from photos.models import ArchiveImage
from photos.services.pictures import store_picture
from tests.factories import pictures

# What becomes public of the picture that `store` keeps unless it is given another.
SIX_FILES = {f"{width}.{name}" for width in (320, 400) for name in ("avif", "webp", "jpg")}


def names_in(storage) -> set[str]:
    """All files of a storage, by name."""

    def walk(folder):
        try:
            folders, files = storage.listdir(folder)
        except FileNotFoundError:
            return
        prefix = f"{folder}/" if folder else ""
        yield from (prefix + name for name in files)
        for each in folders:
            yield from walk(prefix + each)

    return set(walk(""))


def all_files() -> set[tuple[str, str]]:
    return {
        (alias, name)
        for alias in ("default", "working", "masters")
        for name in names_in(storages[alias])
    }


def store(data: bytes | None = None, **options) -> ArchiveImage:
    file = ContentFile(pictures.jpeg(400, 300) if data is None else data)
    return store_picture(file=file, original_name="Парад 1945.jpg", **options)


def public_files(image) -> set[str]:
    prefix = f"pictures/{image.uuid}/"
    return {name.removeprefix(prefix) for name in names_in(default_storage) if prefix in name}
