"""Reads of the archive, for pages, views and other apps."""

from photos.selectors.cards import PhotoCard, photo_url
from photos.selectors.downloads import Download, downloads_for
from photos.selectors.listings import (
    CollectionListing,
    ListingTotals,
    archive_entrance,
    collection_listing,
    totals_of,
)
from photos.selectors.pages import PhotoPage, photo_page
from photos.selectors.records import (
    Neighbours,
    neighbours,
    photo_by_slug,
    way_to_collection,
)
from photos.selectors.search import search_photos
from photos.selectors.texts import DisplayText, PhotoTexts, collection_texts_for, texts_for

__all__ = [
    "CollectionListing",
    "DisplayText",
    "Download",
    "ListingTotals",
    "Neighbours",
    "PhotoCard",
    "PhotoPage",
    "PhotoTexts",
    "archive_entrance",
    "collection_listing",
    "collection_texts_for",
    "downloads_for",
    "neighbours",
    "photo_by_slug",
    "photo_page",
    "photo_url",
    "search_photos",
    "texts_for",
    "totals_of",
    "way_to_collection",
]
