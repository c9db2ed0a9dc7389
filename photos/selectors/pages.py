"""All that the page of one photograph shows."""

from dataclasses import dataclass

from django.urls import reverse

from commemoration.core.pages.rows import PageRow
from photos.enums import TileState
from photos.iiif import addresses
from photos.models.images import ArchiveImage
from photos.models.records import Photo
from photos.pictures import PublishedPicture, published_picture, staff_picture
from photos.selectors.cards import alt_for, photo_url
from photos.selectors.downloads import Download, downloads_for
from photos.selectors.records import Neighbours, neighbours, way_to_collection
from photos.selectors.texts import (
    DisplayText,
    PhotoTexts,
    collection_texts_for,
    texts_for,
)


@dataclass(frozen=True)
class PhotoPage:
    """`picture` and `verso` are None while a content warning covers them.

    `zoom` and `verso_zoom` are the addresses of their `info.json`; None while they have no tiles.
    """

    photo: Photo
    texts: PhotoTexts
    alt: DisplayText
    url: str
    permanent_url: str
    picture: PublishedPicture | None
    verso: PublishedPicture | None
    zoom: str | None
    verso_zoom: str | None
    is_covered: bool
    downloads: list[Download]
    neighbours: Neighbours
    collection_title: DisplayText
    collection_way: list[PageRow]

    @property
    def collection_page(self) -> PageRow | None:
        """The page that presents its collection, the last on the way there."""
        return self.collection_way[-1] if self.collection_way else None


def photo_page(
    photo: Photo, language: str, *, uncovered: bool = False, for_staff: bool = False
) -> PhotoPage:
    """What a reader of `language` sees of a photograph from `photo_by_slug`. Three queries.

    `uncovered` says that the reader has chosen to see what a content warning covers;
    `for_staff` shows pictures that are not public.
    """
    texts = texts_for(photo, language)
    is_covered = bool(photo.warning) and not uncovered
    picture_of = staff_picture if for_staff else published_picture
    has_zoom = not (is_covered or for_staff)
    return PhotoPage(
        photo=photo,
        texts=texts,
        alt=alt_for(photo.accession, texts.alt_text, language),
        url=photo_url(photo.slug, language),
        permanent_url=reverse("permanent_photo", args=[photo.slug]),
        picture=None if is_covered else picture_of(photo.image),
        verso=None if is_covered else picture_of(photo.verso),
        zoom=_zoom(photo.image) if has_zoom else None,
        verso_zoom=_zoom(photo.verso) if has_zoom else None,
        is_covered=is_covered,
        downloads=[] if is_covered else downloads_for(photo),
        neighbours=neighbours(photo),
        collection_title=collection_texts_for(photo.collection, language).title,
        collection_way=way_to_collection(photo.collection, language),
    )


def _zoom(image: ArchiveImage | None) -> str | None:
    if image is None or image.tile_state != TileState.READY:
        return None
    return addresses.information(image.uuid)
