"""Writes down what becomes public and what ceases to be, in the transaction in which it happens.

Harvesters read these rows as a feed and ask only for what is newer than what they have seen. A row
must therefore never appear behind one that was readable before: writers queue up from here to the
end of their transactions, so that numbers and moments rise in the order of the commits.
"""

from collections.abc import Iterable

from django.db import connection, transaction
from django.utils import timezone

from photos.enums import ActivityKind
from photos.models.activities import PhotoActivity
from photos.models.records import Photo

# Any number that no other advisory lock of the site has.
_FEED_LOCK = 7_519_450_509


@transaction.atomic
def record_publication(photo: Photo) -> None:
    """A photograph has become public, or its public version has changed."""
    _lock_feed()
    newest = newest_kind(photo.slug)
    is_new = newest in (None, ActivityKind.DELETE)
    _write([photo.slug], ActivityKind.CREATE if is_new else ActivityKind.UPDATE)


@transaction.atomic
def record_publications(photos: Iterable[Photo]) -> None:
    """Many photographs have become public that never were before."""
    _lock_feed()
    _write([photo.slug for photo in photos], ActivityKind.CREATE)


@transaction.atomic
def record_removal(photo: Photo) -> None:
    """A photograph is no longer public; says nothing of one that never was."""
    _lock_feed()
    if newest_kind(photo.slug) not in (None, ActivityKind.DELETE):
        _write([photo.slug], ActivityKind.DELETE)


@transaction.atomic
def record_change(photos: Iterable[Photo]) -> None:
    """Something beside the records has changed what their manifests say, such as new tiles.

    Only published photographs are noted.
    """
    slugs = [photo.slug for photo in photos if photo.is_public]
    if slugs:
        _lock_feed()
        _write(slugs, ActivityKind.UPDATE)


def newest_kind(slug: str) -> str | None:
    """What was last noted of the photograph at this address."""
    rows = PhotoActivity.objects.filter(slug=slug).order_by("-pk")
    return rows.values_list("kind", flat=True).first()


def _write(slugs: Iterable[str], kind: ActivityKind) -> None:
    moment = timezone.now()
    PhotoActivity.objects.bulk_create(
        [PhotoActivity(slug=slug, kind=kind, moment=moment) for slug in slugs]
    )


def _lock_feed() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_FEED_LOCK])
