"""A collection as a BagIt bag (RFC 8493): untouched scans and their list, ready to be imported.

data/photos.csv        the published photographs, as in /data/photos.csv
data/scans/<uuid>.tif  their masters, under the names that the list gives
manifest-sha256.txt    a checksum for each file; bag-info.txt says what the bag is
"""

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import bagit
from django.conf import settings
from django.db.models import Count, Q, Sum
from django.utils import timezone

from commemoration.core.site_settings.models import SiteSettings
from photos import picture_files
from photos.exports import data
from photos.exports.records import file_name
from photos.models.collections import Collection
from photos.models.images import ArchiveImage
from photos.models.records import Photo
from photos.querysets import ArchiveImageQuerySet

LIST, SCANS = "photos.csv", "scans"
CHUNK_BYTES = 1024 * 1024
# The list and the checksums weigh little; this is for them.
ROOM_BESIDE_SCANS = 64 * 1024 * 1024


class BagRefused(Exception):
    """No bag is made; the message is for whoever asked for it."""


@dataclass(frozen=True)
class BagPlan:
    """What a bag will hold: how many photographs and scans, and the bytes of the scans."""

    photos: int
    scans: int
    bytes: int


def plan_bag(collection: Collection) -> BagPlan:
    """Two queries."""
    scans = _scans(collection)
    return BagPlan(
        photos=Photo.objects.published().in_collection(collection).count(),
        **scans.aggregate(scans=Count("pk"), bytes=Sum("master_bytes", default=0)),
    )


def require_room(folder: Path, plan: BagPlan) -> None:
    """Raise `BagRefused` unless the folder is new or empty and the disk has room."""
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise BagRefused(f"{folder} exists and is not an empty folder.")
    if not folder.parent.is_dir():
        raise BagRefused(f"There is no folder {folder.parent}.")
    if not plan.photos:
        raise BagRefused("The collection has no published photograph.")
    free = shutil.disk_usage(folder.parent).free
    if free < plan.bytes + ROOM_BESIDE_SCANS:
        raise BagRefused(f"The disk has only {free / 1024**2:.0f} MB left.")


def write_bag(collection: Collection, folder: Path, site: str) -> None:
    """Make the bag at `folder`, whole or not at all.

    `site` is the address of the site's root, with a slash at its end. Raises `BagRefused` for a
    scan that is lost or is not the file that was handed in, `OSError` if the disk is full.
    """
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as work:
        bag = Path(work) / "bag"
        (bag / SCANS).mkdir(parents=True)
        with (bag / LIST).open("w", encoding="utf-8", newline="") as file:
            found = data.records(site, collection=collection, with_withdrawn=False)
            file.writelines(data.csv_lines(found))
        for image in _scans(collection).only("uuid", "master", "sha256").iterator():
            _copy(image, bag / SCANS / file_name(image))
        bagit.make_bag(str(bag), _description(collection, site), checksums=["sha256"])
        if folder.exists():
            folder.rmdir()
        bag.rename(folder)


def _scans(collection: Collection) -> ArchiveImageQuerySet:
    """The pictures of the published photographs, front and back, each once."""
    shown = Photo.objects.published().in_collection(collection)
    is_shown = Q(pk__in=shown.values("image")) | Q(pk__in=shown.exclude(verso=None).values("verso"))
    return ArchiveImage.objects.filter(is_shown).order_by("pk")


def _copy(image: ArchiveImage, path: Path) -> None:
    """Copy a master; what is damaged must not travel under a new checksum that calls it right."""
    digest = sha256()
    try:
        source = picture_files.masters_storage().open(image.master.name)
    except FileNotFoundError as error:
        raise BagRefused(f"The master of picture {image.uuid} is lost.") from error
    with source, path.open("xb") as copy:
        for chunk in _chunks(source):
            digest.update(chunk)
            copy.write(chunk)
    if digest.hexdigest() != image.sha256:
        raise BagRefused(f"The master of picture {image.uuid} is not the file that was handed in.")


def _chunks(source) -> Iterator[bytes]:
    while chunk := source.read(CHUNK_BYTES):
        yield chunk


def _description(collection: Collection, site: str) -> dict[str, str]:
    texts = {text.language: text for text in collection.texts.all()}
    text = texts.get(settings.LANGUAGE_CODE) or next(iter(texts.values()), None)
    info = {
        "Source-Organization": settings.WAGTAIL_SITE_NAME,
        "Contact-Email": SiteSettings.load().contact_email,
        "External-Identifier": f"{site}#collection-{collection.slug}",
        "External-Description": " ".join(text.title.split()) if text else collection.slug,
        "Bagging-Date": timezone.localdate().isoformat(),
        "Metadata-Licence": settings.PHOTO_METADATA_LICENCE,
    }
    return {name: value for name, value in info.items() if value}
