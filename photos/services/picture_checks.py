"""Compares the files of all pictures with the database, and makes good what can be made good."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from hashlib import file_digest
from uuid import UUID

from django.core.files.storage import Storage, default_storage
from django.utils import timezone

from commemoration.core.media.storage import PASSING, remove
from photos import picture_files
from photos.iiif import tile_files
from photos.models.images import ArchiveImage
from photos.services import tile_checks
from photos.services.pictures import (
    publish_pictures,
    remake_tiles,
    settle_public_files,
)

logger = logging.getLogger(__name__)

# A file younger than this may belong to a transaction that has not committed yet.
FORGOTTEN_AFTER = timedelta(days=1)


@dataclass(frozen=True)
class PictureBreach:
    """One file that is not where the database says, or is where nobody asked for it."""

    kind: str
    name: str
    uuid: UUID | None = None

    def __str__(self) -> str:
        return f"{self.kind}: {self.name}"


def picture_breaches() -> list[PictureBreach]:
    """Every difference between the rows and the files, in a fixed order."""
    return [
        *_public_breaches(),
        *_tile_breaches(),
        *_lost_private_files(),
        *_forgotten_private_files(),
    ]


def heal_pictures(*, remove_unknown_masters: bool = False) -> int:
    """Publish, withdraw and remove what a crash or a full disk left undone.

    A private file that is lost can only come back from a backup: it is logged as an error. So is
    a master that no row knows, since the database may be older than the files: it is the original,
    and goes only if somebody asks for it, or if a picture keeps the very same file. Returns the
    number of breaches found.
    """
    breaches = picture_breaches()
    for uuid in {each.uuid for each in breaches if each.kind.startswith("public") and each.uuid}:
        settle_public_files(uuid)
    for breach in breaches:
        if breach.kind == "public_in_stray_folder":
            remove(default_storage, breach.name)
        elif breach.kind in _HEALED_TILES:
            _HEALED_TILES[breach.kind](breach)
        elif breach.kind == "private_file_forgotten":
            remove(picture_files.working_storage(), breach.name)
        elif breach.kind == "master_superfluous":
            remove(picture_files.masters_storage(), breach.name)
        elif breach.kind == "private_file_missing":
            logger.error("A picture has lost its file %s", breach.name)
        elif breach.kind == "master_unknown" and remove_unknown_masters:
            remove(picture_files.masters_storage(), breach.name)
        elif breach.kind == "master_unknown":
            logger.error("No picture knows the master %s", breach.name)
    return len(breaches)


def _public_breaches() -> Iterator[PictureBreach]:
    published = set()
    columns = ("uuid", "derivatives", "public_limit", "blurred", "is_covered")
    for image in ArchiveImage.objects.published().only(*columns).iterator():
        published.add(str(image.uuid))
        for name in picture_files.missing_public_files(image.uuid, image.public_files):
            yield PictureBreach("public_file_missing", name, image.uuid)
        for name in picture_files.surplus_public_files(image.uuid, image.public_files):
            yield PictureBreach("public_file_surplus", name, image.uuid)
    for folder in sorted(set(picture_files.public_folders()) - published):
        yield from _unpublished(folder)


def _unpublished(folder: str) -> Iterator[PictureBreach]:
    if uuid := _uuid_of(folder):
        for name in picture_files.surplus_public_files(folder, {}):
            yield PictureBreach("public_without_publication", name, uuid)
    else:
        for name in sorted(_names_below(default_storage, picture_files.public_folder(folder))):
            yield PictureBreach("public_in_stray_folder", name)


def _tile_breaches() -> Iterator[PictureBreach]:
    for image in tile_checks.wrong_terms():
        yield PictureBreach("terms_not_of_its_records", str(image.uuid), image.uuid)
    for uuid in tile_checks.lost_tiles():
        yield PictureBreach("tiles_missing", str(uuid), uuid)
    for folder in tile_checks.unwanted_tiles():
        yield PictureBreach("tiles_without_publication", folder, _uuid_of(folder))
    for path in tile_files.abandoned_workshops():
        yield PictureBreach("tiles_unfinished", path.name)


def _make_anew(breach: PictureBreach) -> None:
    remake_tiles(breach.uuid)


def _take_away(breach: PictureBreach) -> None:
    if breach.uuid:
        settle_public_files(breach.uuid)
    else:
        tile_files.remove_tiles(breach.name)


def _follow_records(breach: PictureBreach) -> None:
    publish_pictures(ArchiveImage.objects.published().filter(uuid=breach.uuid))


def _tidy_up(breach: PictureBreach) -> None:
    tile_files.remove_abandoned_workshops()


_HEALED_TILES = {
    "tiles_missing": _make_anew,
    "tiles_without_publication": _take_away,
    "terms_not_of_its_records": _follow_records,
    "tiles_unfinished": _tidy_up,
}


def _lost_private_files() -> Iterator[PictureBreach]:
    images = ArchiveImage.objects.only("uuid", "file", "master", "derivatives", "blurred")
    for image in images.order_by("pk").iterator():
        for storage, name in _private_names(image):
            if not storage.exists(name):
                yield PictureBreach("private_file_missing", name, image.uuid)


def _forgotten_private_files() -> Iterator[PictureBreach]:
    known = {
        name
        for image in ArchiveImage.objects.only(
            "file", "master", "derivatives", "blurred"
        ).iterator()
        for _storage, name in _private_names(image)
    }
    before = timezone.now() - FORGOTTEN_AFTER
    for kind, storage, folder in _private_places():
        for name in sorted(_names_below(storage, folder)):
            if name not in known and storage.get_modified_time(name) < before:
                superfluous = kind == "master_unknown" and _is_superfluous(name)
                yield PictureBreach("master_superfluous" if superfluous else kind, name)


def _is_superfluous(master: str) -> bool:
    """Half a file, or one more copy of what a picture keeps: a killed import leaves these."""
    if master.endswith(PASSING):
        return True
    with picture_files.masters_storage().open(master) as file:
        twins = ArchiveImage.objects.with_checksum(file_digest(file, "sha256").hexdigest())
    names = twins.values_list("master", flat=True)
    return any(picture_files.masters_storage().exists(name) for name in names)


def _private_names(image: ArchiveImage) -> Iterator[tuple[Storage, str]]:
    yield picture_files.masters_storage(), image.master.name
    working = partial("{}/{}".format, picture_files.folder_of(image.file.name))
    for name in ["picture.jpg", *picture_files.wanted_files(image.derivatives, image.blurred)]:
        yield picture_files.working_storage(), working(name)


def _private_places() -> list[tuple[str, Storage, str]]:
    """Where `keep_files` writes; the renditions of Wagtail, elsewhere, are its own affair."""
    return [
        ("master_unknown", picture_files.masters_storage(), ""),
        ("private_file_forgotten", picture_files.working_storage(), picture_files.FOLDER),
    ]


def _names_below(storage: Storage, folder: str) -> Iterator[str]:
    prefix = f"{folder}/" if folder else ""
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return
    yield from (prefix + name for name in files)
    for each in folders:
        yield from _names_below(storage, prefix + each)


def _uuid_of(folder: str) -> UUID | None:
    """The picture whose folder this is; None for a name that none of our folders has."""
    try:
        uuid = UUID(folder)
    except ValueError:
        return None
    return uuid if str(uuid) == folder else None
