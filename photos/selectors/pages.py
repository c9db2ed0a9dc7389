"""All that the page of one photograph shows."""

from dataclasses import dataclass

from django.urls import reverse

from commemoration.core.pages.rows import PageRow
from photos.enums import TileState
from photos.iiif import addresses
from photos.models.images import ArchiveImage
from photos.models.records import Photo
from photos.pictures import (
    BlurredPicture,
    PublishedPicture,
    blurred_picture,
    published_picture,
    staff_picture,
)
from photos.selectors.asked import Asked
from photos.selectors.cards import alt_for, photo_url
from photos.selectors.downloads import Download, downloads_for
from photos.selectors.listings import PHOTOS_ON_A_PAGE
from photos.selectors.records import Neighbours, neighbours, way_to_collection
from photos.selectors.search_pages import list_parameter, standing
from photos.selectors.standing import Standing
from photos.selectors.texts import (
    DisplayText,
    PhotoTexts,
    collection_texts_for,
    texts_for,
)


@dataclass(frozen=True)
class CameFrom:
    """The list one came from: its own address, and what links to its other photographs carry.

    `has_photo` is False where the photograph is not, or no longer, in it.
    """

    address: str
    parameter: str
    has_photo: bool


@dataclass(frozen=True)
class PhotoPage:
    """`picture` and `verso` are None while a content warning covers them.

    `blurred` stands for the picture then, and wherever others show the photograph.

    `zoom` and `verso_zoom` are the addresses of their `info.json`; None while they have no tiles.
    """

    photo: Photo
    texts: PhotoTexts
    alt: DisplayText
    url: str
    permanent_url: str
    picture: PublishedPicture | None
    verso: PublishedPicture | None
    blurred: BlurredPicture | None
    zoom: str | None
    verso_zoom: str | None
    is_covered: bool
    downloads: list[Download]
    neighbours: Neighbours | Standing
    came_from: CameFrom | None
    collection_title: DisplayText
    collection_way: list[PageRow]

    @property
    def collection_page(self) -> PageRow | None:
        """The page that presents its collection, the last on the way there."""
        return self.collection_way[-1] if self.collection_way else None


def photo_page(
    photo: Photo,
    language: str,
    *,
    uncovered: bool = False,
    for_staff: bool = False,
    came_from: Asked | None = None,
) -> PhotoPage:
    """What a reader of `language` sees of a photograph from `photo_by_slug`. Six queries at most.

    `uncovered` says that the reader has chosen to see what a content warning covers;
    `for_staff` shows pictures that are not public. The photographs beside it are those of the
    list that one `came_from`, else of its collection.
    """
    place = standing(came_from, language, photo.pk) if came_from else None
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
        blurred=blurred_picture(photo.image) if photo.warning else None,
        zoom=_zoom(photo.image) if has_zoom else None,
        verso_zoom=_zoom(photo.verso) if has_zoom else None,
        is_covered=is_covered,
        downloads=[] if is_covered else downloads_for(photo),
        neighbours=place or neighbours(photo),
        came_from=_list_of(came_from, page=_page_of(place), has_photo=place is not None),
        collection_title=collection_texts_for(photo.collection, language).title,
        collection_way=way_to_collection(photo.collection, language),
    )


def _zoom(image: ArchiveImage | None) -> str | None:
    if image is None or image.tile_state != TileState.READY:
        return None
    return addresses.information(image.uuid)


def _list_of(asked: Asked | None, *, page: int, has_photo: bool) -> CameFrom | None:
    if asked is None:
        return None
    state = "&".join(filter(None, (asked.address(), f"page={page}" if page > 1 else "")))
    return CameFrom(
        address=f"{reverse('photos:search')}?{state}",
        parameter=list_parameter(asked),
        has_photo=has_photo,
    )


def _page_of(place: Standing | None) -> int:
    return (place.position - 1) // PHOTOS_ON_A_PAGE + 1 if place else 1
