"""A photograph as lists show it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import NamedTuple
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext, override

from photos.enums import ContentWarning
from photos.models.texts import PhotoText
from photos.pictures import (
    BlurredPicture,
    PublishedPicture,
    blurred_picture,
    public_root,
    published_picture,
)
from photos.querysets import PhotoQuerySet
from photos.selectors.texts import DisplayText, reading_order, short_texts_of


@dataclass(frozen=True)
class PhotoCard:
    """`blurred` is what a list shows of a picture under a `warning` until the reader chooses."""

    pk: int
    collection_id: int
    url: str
    accession: str
    title: DisplayText
    alt: DisplayText
    date: str
    picture: PublishedPicture | None
    blurred: BlurredPicture | None
    warning: ContentWarning | None


class _Row(NamedTuple):
    """What a card needs of a photograph and its image. Their whole records are ten times wider."""

    pk: int
    collection_id: int
    slug: str
    accession: str
    date: str
    original_language: str
    content_warning: str
    uuid: UUID | None
    derivatives: list[dict] | None
    published_at: datetime | None
    public_limit: int | None
    blurred: dict | None
    is_covered: bool | None


_COLUMNS = (*_Row._fields[:7], *(f"image__{name}" for name in _Row._fields[7:]))


class _Texts(NamedTuple):
    photo_id: int
    language: str
    title: str
    alt_text: str


def cards_of(photos: PhotoQuerySet, language: str) -> list[PhotoCard]:
    """The cards of `photos`, in their order. Two queries, however many photographs."""
    rows = [_Row._make(row) for row in photos.values_list(*_COLUMNS)]
    texts = defaultdict(list)
    wanted = PhotoText.objects.filter(photo__in=[row.pk for row in rows]).order_by()
    for each in map(_Texts._make, wanted.values_list(*_Texts._fields)):
        texts[each.photo_id].append(each)
    root = public_root()
    return [_card(row, texts[row.pk], language, root) for row in rows]


def _card(row: _Row, texts: list[_Texts], language: str, root: str) -> PhotoCard:
    order = reading_order(language, row.original_language)
    title, alt_text = short_texts_of(texts, order, row.accession)
    warning = ContentWarning(row.content_warning) if row.content_warning else None
    return PhotoCard(
        pk=row.pk,
        collection_id=row.collection_id,
        url=photo_url(row.slug, language),
        accession=row.accession,
        title=title,
        alt=alt_for(row.accession, alt_text, language),
        date=row.date,
        picture=published_picture(row, root),
        blurred=blurred_picture(row, root) if warning else None,
        warning=warning,
    )


def alt_for(accession: str, alt_text: DisplayText | None, language: str) -> DisplayText:
    """What is read aloud for the picture; its accession number where nobody has described it."""
    return alt_text or DisplayText(
        gettext("Photograph %(accession)s") % {"accession": accession}, language
    )


def photo_url(slug: str, language: str) -> str:
    """The address of a photograph in a language, without a search through the routes for each."""
    return f"{_photos_address(language)}{slug}/"


@cache
def _photos_address(language: str) -> str:
    with override(language):
        return reverse("photos:photo", args=["slug"]).removesuffix("slug/")
