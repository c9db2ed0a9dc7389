"""The whole archive as a list, read in parts: its length costs neither memory nor a lock."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.db.models import OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce

from photos.exports.discovery import FeedState
from photos.exports.records import COLUMNS, record_of, withdrawn_record
from photos.importers.row_format import ROW_FORMAT, guard, join_list
from photos.models.activities import PhotoActivity
from photos.models.collections import Collection
from photos.models.records import Photo
from photos.models.texts import PhotoText
from photos.querysets import PhotoQuerySet

RECORDS_AT_ONCE = 500
BLOCK_CHARACTERS = 64 * 1024
BYTE_ORDER_MARK = "\ufeff"  # without it Excel takes Cyrillic for something else

# A picture's row also holds what was found in its file.
_PICTURE_COLUMNS = ("uuid", "master", "derivatives", "published_at", "public_limit")

Record = dict[str, Any]


def records(
    site: str, *, collection: Collection | None = None, with_withdrawn: bool = True
) -> Iterator[Record]:
    """Every published photograph, and a line for each that is no longer public, in steady order.

    Two queries for each 500. `site` is the address of the site's root, with a slash at its end.
    """
    listed = Photo.objects.published()
    if with_withdrawn:
        listed = listed | Photo.objects.gone()
    if collection is not None:
        listed = listed.in_collection(collection)
    last = 0
    while part := list(_exported(listed.filter(pk__gt=last).order_by("pk")[:RECORDS_AT_ONCE])):
        last = part[-1].pk
        for photo in part:
            yield _record(photo, site)


def one_record(slug: str, site: str) -> Record:
    """The record of a published photograph. Two queries."""
    return _record(_exported(Photo.objects.filter(slug=slug)).get(), site)


def csv_lines(found: Iterable[Record]) -> Iterator[str]:
    """The records as CSV (RFC 4180), with a header and a byte order mark."""
    yield BYTE_ORDER_MARK + _csv_line(COLUMNS)
    for record in found:
        yield _csv_line(_cell(record.get(name, "")) for name in COLUMNS)


def json_lines(found: Iterable[Record]) -> Iterator[str]:
    """The records as JSON, one a line (https://jsonlines.org/)."""
    for record in found:
        yield json.dumps(record, ensure_ascii=False) + "\n"


def in_blocks(lines: Iterable[str]) -> Iterator[str]:
    """The same text in fewer, larger pieces: each costs a step of compression and of sending."""
    block: list[str] = []
    size = 0
    for line in lines:
        block.append(line)
        size += len(line)
        if size >= BLOCK_CHARACTERS:
            yield "".join(block)
            block, size = [], 0
    yield "".join(block)


def etag_of(state: FeedState, name: str, collection: Collection | None) -> str:
    """Weak: what it stands for is the content, which nothing changes without an activity."""
    parts = (
        *(ROW_FORMAT, COLUMNS, settings.PHOTO_METADATA_LICENCE, name),
        *(state.total, state.newest, collection and collection.slug),
    )
    return f'W/"{sha256(repr(parts).encode()).hexdigest()[:32]}"'


def _exported(photos: PhotoQuerySet) -> QuerySet[Photo]:
    """With all that a record says, and no more."""
    newest = PhotoActivity.objects.filter(slug=OuterRef("slug")).order_by("-pk")
    pictures = [f"{side}__{name}" for side in ("image", "verso") for name in _PICTURE_COLUMNS]
    own = [field.attname for field in Photo._meta.concrete_fields]
    return (
        photos.annotate(
            modified=Coalesce(
                Subquery(newest.values("moment")[:1]), "withdrawn_at", "last_published_at"
            )
        )
        .select_related("image", "verso", "collection")
        .only(*own, *pictures, "collection__slug")
        .prefetch_related(Prefetch("texts", queryset=PhotoText.objects.defer("words")))
    )


def _record(photo: Photo, site: str) -> Record:
    return record_of(photo, site) if photo.is_public else withdrawn_record(photo)


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.6f}"
    return guard(join_list(value) if isinstance(value, list) else value)


def _csv_line(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()
