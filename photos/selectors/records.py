"""One photograph, and what stands beside it."""

import re
from dataclasses import dataclass

from django.db.models import Count, Prefetch, Q

from commemoration.core.pages.querysets import public_pages
from commemoration.core.pages.rows import PageRow, trail_to
from photos.models.collections import Collection
from photos.models.records import Photo
from photos.models.texts import PhotoText

_ADDRESS = re.compile(r"/(?:[a-z]{2}/)?photo/([-\w]{1,100})(?:/|$)", re.ASCII)


@dataclass(frozen=True)
class Neighbours:
    """`previous` and `next` are (slug, accession) pairs or None; `position` counts from 1."""

    previous: tuple[str, str] | None
    next: tuple[str, str] | None
    position: int
    total: int


def photo_by_slug(slug: str) -> Photo | None:
    """The record at this address, public or not, with all that its page shows. Three queries."""
    return (
        Photo.objects.filter(slug=slug)
        .select_related("image", "verso", "collection")
        .prefetch_related(
            Prefetch("texts", queryset=PhotoText.objects.defer("words")), "collection__texts"
        )
        .first()
    )


def section_of_photo_at(path: str) -> str:
    """Which section owns the photograph whose page this is; "" for other pages. One query."""
    found = _ADDRESS.match(path)
    photos = Photo.objects.filter(slug=found[1]) if found else Photo.objects.none()
    return photos.order_by().values_list("collection__section", flat=True).first() or ""


def neighbours(photo: Photo) -> Neighbours:
    """The published photographs before and after this one in its collection. Two queries."""
    listed = Photo.objects.published().in_collection(photo.collection_id)
    before = Q(sort_key__lt=photo.sort_key) | Q(sort_key=photo.sort_key, pk__lt=photo.pk or 0)
    after = Q(sort_key__gt=photo.sort_key) | Q(sort_key=photo.sort_key, pk__gt=photo.pk or 0)
    # Said twice, since an index can start only at a bound that stands alone.
    before &= Q(sort_key__lte=photo.sort_key)
    after &= Q(sort_key__gte=photo.sort_key)
    counts = listed.order_by().aggregate(total=Count("pk"), earlier=Count("pk", filter=before))
    columns = ("slug", "accession", "sort_key", "pk")
    previous = listed.filter(before).order_by("-sort_key", "-pk").values_list(*columns)[:1]
    following = listed.filter(after).order_by("sort_key", "pk").values_list(*columns)[:1]
    found = {}
    for slug, accession, *key in previous.union(following, all=True):
        is_before = tuple(key) < (photo.sort_key, photo.pk or 0)
        found["previous" if is_before else "next"] = (slug, accession)
    return Neighbours(
        previous=found.get("previous"),
        next=found.get("next"),
        position=counts["earlier"] + 1,
        total=counts["total"],
    )


def way_to_collection(collection: Collection, language: str) -> list[PageRow]:
    """The pages down to the one that presents a collection to all in a language. One query.

    Empty where there is none.
    """
    return trail_to(public_pages(collection.pages.filter(locale__language_code=language)))
