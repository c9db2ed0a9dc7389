"""A photograph as lists show it."""

from dataclasses import dataclass

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.translation import gettext, override

from photos.enums import ContentWarning
from photos.models.records import Photo
from photos.models.texts import PhotoText
from photos.pictures import PublishedPicture, published_picture
from photos.querysets import PhotoQuerySet
from photos.selectors.texts import DisplayText, short_texts_for

# Rows are wide: what was read from a scan's file alone is longer than a card.
CARD_FIELDS = (
    *("slug", "accession", "date", "original_language", "content_warning", "collection"),
    *("image__uuid", "image__derivatives", "image__published_at"),
)


@dataclass(frozen=True)
class PhotoCard:
    """`picture` is None where the content warning covers it: it is not even loaded."""

    url: str
    accession: str
    title: DisplayText
    alt: DisplayText
    date: str
    picture: PublishedPicture | None
    warning: ContentWarning | None


def card_for(photo: Photo, language: str) -> PhotoCard:
    """The card of a photograph loaded with its image and texts; costs no query."""
    title, alt_text = short_texts_for(photo, language)
    return PhotoCard(
        url=photo_url(photo.slug, language),
        accession=photo.accession,
        title=title,
        alt=alt_for(photo, alt_text, language),
        date=photo.date,
        picture=None if photo.warning else published_picture(photo.image),
        warning=photo.warning,
    )


def alt_for(photo: Photo, alt_text: DisplayText | None, language: str) -> DisplayText:
    """What is read aloud for the picture; its accession number where nobody has described it."""
    return alt_text or DisplayText(
        gettext("Photograph %(accession)s") % {"accession": photo.accession}, language
    )


def photo_url(slug: str, language: str) -> str:
    with override(language):
        return reverse("photos:photo", args=[slug])


def with_card_parts(photos: PhotoQuerySet) -> PhotoQuerySet:
    """What `card_for` needs, and nothing else: two queries, however many photographs."""
    short_texts = PhotoText.objects.defer("caption", "transcript", "words")
    texts = Prefetch("texts", queryset=short_texts)
    return photos.select_related("image").prefetch_related(texts).only(*CARD_FIELDS)
