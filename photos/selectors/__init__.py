"""Reads of the archive, for pages, views and other apps."""

from photos.selectors.asked import Asked
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
from photos.selectors.search import PhotoAnswers, photo_answers, search_photos
from photos.selectors.search_pages import LIST, SearchPage, search_page, standing
from photos.selectors.texts import DisplayText, PhotoTexts, collection_texts_for, texts_for

__all__ = [
    "LIST",
    "Asked",
    "CollectionListing",
    "DisplayText",
    "Download",
    "ListingTotals",
    "Neighbours",
    "PhotoAnswers",
    "PhotoCard",
    "PhotoPage",
    "PhotoTexts",
    "SearchPage",
    "archive_entrance",
    "collection_listing",
    "collection_texts_for",
    "downloads_for",
    "neighbours",
    "photo_answers",
    "photo_by_slug",
    "photo_page",
    "photo_url",
    "search_page",
    "search_photos",
    "standing",
    "texts_for",
    "totals_of",
    "way_to_collection",
]
