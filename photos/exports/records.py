"""One photograph as data: the columns of the import, and what a copy elsewhere needs besides."""

from decimal import Decimal
from typing import Any
from urllib.parse import urljoin

from django.conf import settings

from photos.enums import TextLanguage
from photos.exports.addresses import manifest_path
from photos.importers.columns import SHORT_FIELDS, TEXT_FIELDS
from photos.importers.row_format import ROW_FORMAT, WITHDRAWN
from photos.models.images import ArchiveImage
from photos.models.records import Photo
from photos.pictures import largest_address, public_root

PUBLISHED = "published"

TEXT_COLUMNS = tuple(f"{kind}_{code}" for code in TextLanguage.values for kind in TEXT_FIELDS)
COLUMNS = (
    *("row_format", "accession", "uuid", "file", "verso_uuid", "verso_file", "collection"),
    *("institution", "fonds", "inventory", "file_reference", "reference"),
    *("photographer", "date_edtf", "place_then", "place_now", "latitude", "longitude"),
    *("people", "event", "subjects", "rights", "credit", "content_warning"),
    *("original_language", *TEXT_COLUMNS),
    *("modified", "status", "metadata_licence", "url", "image", "manifest"),
)
"""In this order in the CSV and in every line of JSON."""


def record_of(photo: Photo, site: str) -> dict[str, Any]:
    """What is exchanged of a published photograph, by column.

    Lists are lists, degrees numbers, what is not known is missing. `photo` has its texts, pictures
    and collection at hand, and `modified`. `site` is the address of the site's root, with a slash.
    """
    record = {
        **_head(photo),
        **_pictures(photo),
        "collection": photo.collection.slug,
        **{name: getattr(photo, name) for name in SHORT_FIELDS},
        "date_edtf": photo.date,
        "latitude": _degrees(photo.latitude),
        "longitude": _degrees(photo.longitude),
        "people": photo.people,
        "subjects": photo.subjects,
        "rights": photo.rights_statement.uri,
        "content_warning": photo.content_warning,
        "original_language": photo.original_language,
        **_texts(photo),
        "status": PUBLISHED,
        "metadata_licence": settings.PHOTO_METADATA_LICENCE,
        "url": urljoin(site, f"/photo/{photo.slug}/"),
        "manifest": urljoin(site, manifest_path(photo.slug)),
    }
    if address := largest_address(photo.image, public_root()):
        record["image"] = urljoin(site, address)
    return {name: record[name] for name in COLUMNS if record.get(name) not in ("", None, [])}


def withdrawn_record(photo: Photo) -> dict[str, Any]:
    """All that is said of a photograph that is no longer public, so that copies of it can go."""
    record = {**_head(photo), "uuid": str(photo.image.uuid), "status": WITHDRAWN}
    return {name: record[name] for name in COLUMNS if name in record}


def _head(photo: Photo) -> dict[str, Any]:
    return {
        "row_format": ROW_FORMAT,
        "accession": photo.accession,
        "modified": photo.modified.strftime("%Y-%m-%dT%H:%M:%SZ"),
    }


def _pictures(photo: Photo) -> dict[str, Any]:
    """Identifiers, and the names under which the files travel in a bag."""
    names = {"uuid": str(photo.image.uuid), "file": file_name(photo.image)}
    if photo.verso:
        names |= {"verso_uuid": str(photo.verso.uuid), "verso_file": file_name(photo.verso)}
    return names


def file_name(image: ArchiveImage) -> str:
    """A name that tells nothing of the computer it came from: `<uuid>.<type of the master>`."""
    return f"{image.uuid}.{image.master.name.rpartition('.')[2]}"


def _degrees(number: Decimal | None) -> float | None:
    return None if number is None else float(number)


def _texts(photo: Photo) -> dict[str, Any]:
    texts = {text.language: text for text in photo.texts.all()}
    return {
        f"{kind}_{code}": getattr(texts[code], field)
        for code in TextLanguage.values
        for kind, field in TEXT_FIELDS.items()
        if code in texts
    }
