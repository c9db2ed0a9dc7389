"""Where the files of a picture lie: its master, what staff work on, and what the public may fetch.

masters   <random>/<random>.<type>              untouched, never served to the public
working   pictures/<random>/picture.jpg         upright, 8-bit sRGB, without metadata
          pictures/<random>/<width>.<format>    derivatives, waiting for publication
          pictures/<random>/blurred.jpg         what a content warning shows of it, likewise
default   pictures/<uuid>/<width>.<format>      the same derivatives, only while published
          pictures/<uuid>/blurred.jpg           only while a warning covers it
"""

import secrets
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from django.core.files.storage import Storage, default_storage, storages

from commemoration.core.ingest.limits import DERIVATIVE_FORMATS
from commemoration.core.ingest.pictures import IngestedPicture
from commemoration.core.ingest.sniffing import EXTENSIONS
from commemoration.core.media.storage import NewFiles, remove

FOLDER = "pictures"
BLURRED = "blurred.jpg"


def working_storage() -> Storage:
    return storages["working"]


def masters_storage() -> Storage:
    return storages["masters"]


@dataclass(frozen=True)
class PendingPicture:
    """An ingested picture whose files still lie in a passing folder. `keeper` holds that folder."""

    picture: IngestedPicture
    master_path: Path
    original_name: str
    keeper: object = None


@dataclass(frozen=True)
class KeptFiles:
    """The names under which a pending picture was stored."""

    file: str
    master: str
    derivatives: list[dict]
    blurred: dict


def keep_files(pending: PendingPicture) -> KeptFiles:
    """Copy a pending picture into the private storages, for as long as the transaction holds."""
    picture, new = pending.picture, NewFiles()
    token = secrets.token_hex(16)
    folder = f"{FOLDER}/{token[:2]}/{token}"
    master = f"{secrets.token_hex(16)}.{EXTENSIONS[picture.media_type]}"
    for each in (*picture.derivatives, picture.blurred):
        new.save(working_storage(), f"{folder}/{each.path.name}", each.path)
    return KeptFiles(
        file=new.save(working_storage(), f"{folder}/picture.jpg", picture.path),
        master=new.save(masters_storage(), f"{master[:2]}/{master}", pending.master_path),
        derivatives=_sizes(picture),
        blurred={
            "width": picture.blurred.width,
            "height": picture.blurred.height,
            "jpg": picture.blurred.size_bytes,
        },
    )


def remove_private_files(file: str, master: str, derivatives: list[dict]) -> None:
    """Remove everything that `keep_files` stored under these names."""
    for name in (*derivative_names(derivatives), BLURRED):
        remove(working_storage(), f"{folder_of(file)}/{name}")
    remove(working_storage(), file)
    remove(masters_storage(), master)


def folder_of(file: str) -> str:
    """The working folder of a picture, told by the name of its normalised file."""
    return file.rpartition("/")[0]


def derivative_names(derivatives: list[dict]) -> list[str]:
    return [f"{size['width']}.{name}" for size in derivatives for name in DERIVATIVE_FORMATS]


def within(derivatives: list[dict], limit: int | None) -> list[dict]:
    """Those whose longer side has at most `limit` pixels (None: all of them)."""
    if limit is None:
        return derivatives
    return [size for size in derivatives if max(size["width"], size["height"]) <= limit]


def public_folder(uuid: UUID | str) -> str:
    return f"{FOLDER}/{uuid}"


def wanted_files(derivatives: list[dict], blurred: dict | None = None) -> dict[str, int]:
    """The names of these derivatives, and of the blurred picture if it is given; their bytes."""
    wanted = {
        f"{size['width']}.{name}": size[name] for size in derivatives for name in DERIVATIVE_FORMATS
    }
    return wanted | ({BLURRED: blurred["jpg"]} if blurred else {})


def publish_files(uuid: UUID, file: str, wanted: dict[str, int], *, rewrite: bool = False) -> None:
    """Bring the public folder of a picture to exactly the files of `wanted_files`."""
    for name in set(_public_files(uuid)) - set(wanted):
        remove(default_storage, f"{public_folder(uuid)}/{name}")
    for name, size in wanted.items():
        public = f"{public_folder(uuid)}/{name}"
        if rewrite or not _has(public, size):
            with working_storage().open(f"{folder_of(file)}/{name}") as content:
                default_storage.replace(public, content)


def remove_public_files(uuid: UUID) -> None:
    for name in _public_files(uuid):
        remove(default_storage, f"{public_folder(uuid)}/{name}")


def missing_public_files(uuid: UUID, wanted: dict[str, int]) -> list[str]:
    """Public names that should be there, whole, and are not."""
    public = {f"{public_folder(uuid)}/{name}": size for name, size in wanted.items()}
    return [name for name, size in public.items() if not _has(name, size)]


def surplus_public_files(uuid: UUID, wanted: dict[str, int]) -> list[str]:
    """Public names that are there and should not be."""
    surplus = set(_public_files(uuid)) - set(wanted)
    return sorted(f"{public_folder(uuid)}/{name}" for name in surplus)


def public_folders() -> list[str]:
    """The names of all folders of published pictures."""
    try:
        return default_storage.listdir(FOLDER)[0]
    except FileNotFoundError:
        return []


def _sizes(picture: IngestedPicture) -> list[dict]:
    sizes: dict[int, dict] = {}
    for each in picture.derivatives:
        size = sizes.setdefault(each.width, {"width": each.width, "height": each.height})
        size[each.format] = each.size_bytes
    return [sizes[width] for width in sorted(sizes)]


def _public_files(uuid: UUID) -> list[str]:
    try:
        return default_storage.listdir(public_folder(uuid))[1]
    except FileNotFoundError:
        return []


def _has(name: str, size: int) -> bool:
    try:
        return default_storage.size(name) == size
    except FileNotFoundError:
        return False
