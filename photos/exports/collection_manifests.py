"""A collection as IIIF lists it: its manifests, or pages of them where there are many.

Presentation API 3 has no paging of its own: a long list becomes a collection of collections
(https://iiif.io/api/presentation/3.0/#51-collection).
"""

from collections import defaultdict
from collections.abc import Iterable
from math import ceil
from typing import Any, NamedTuple
from urllib.parse import urljoin
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from commemoration.core.pages.querysets import public_pages
from commemoration.core.pages.rows import rows_of
from photos.exports.addresses import collection_path, manifest_path
from photos.exports.language_maps import (
    LANGUAGES,
    in_every_language,
    of_texts,
    without_language,
)
from photos.exports.manifests import CONTEXT, collection_reference
from photos.exports.pictures import blurred_thumbnail, thumbnail
from photos.models.collections import Collection
from photos.models.records import Photo
from photos.models.texts import PhotoText
from photos.querysets import PhotoQuerySet

MANIFESTS_ON_A_PAGE = 500  # beside each a thumbnail and four titles: some 0.4 MB


def collection_manifest(
    collection: Collection, total: int, site: str, *, page_size: int
) -> dict[str, Any]:
    """The collection with its `total` published photographs. At most four queries.

    `site` is the address of the site's root, with a slash at its end.
    """
    texts = list(collection.texts.all())
    described = {
        "@context": CONTEXT,
        **collection_reference(collection, site),
        "summary": of_texts(texts, "description"),
        "homepage": _homepages(collection, site),
        "seeAlso": [_data(collection, site)],
    }
    if total <= page_size:
        items = _references(_listed(collection), site)
    else:
        items = [
            _page_reference(collection, number, total, page_size, site)
            for number in range(1, ceil(total / page_size) + 1)
        ]
    return {name: value for name, value in described.items() if value} | {"items": items}


def collection_page_manifest(
    collection: Collection, number: int, total: int, site: str, *, page_size: int
) -> dict[str, Any] | None:
    """Page `number`, counted from 1, of a long list; None where there is none. Two queries."""
    if total <= page_size or not 1 <= number <= ceil(total / page_size):
        return None
    start = (number - 1) * page_size
    photos = _listed(collection)[start : start + page_size]
    # The rows of the page are found in the index alone.
    on_page = Photo.objects.filter(pk__in=photos.values("pk")).visible_order()
    return {
        "@context": CONTEXT,
        **_page_reference(collection, number, total, page_size, site),
        "partOf": [collection_reference(collection, site)],
        "items": _references(on_page, site),
    }


def _listed(collection: Collection) -> PhotoQuerySet:
    return Photo.objects.published().in_collection(collection).visible_order()


def _page_reference(
    collection: Collection, number: int, total: int, page_size: int, site: str
) -> dict[str, Any]:
    first, last = (number - 1) * page_size + 1, min(number * page_size, total)
    return {
        "id": urljoin(site, collection_path(collection.slug, number)),
        "type": "Collection",
        "label": in_every_language(
            lambda _code: _("Photographs %(first)d to %(last)d") % {"first": first, "last": last}
        ),
    }


class _Row(NamedTuple):
    """What a reference to a manifest needs of a photograph and its image."""

    pk: int
    slug: str
    accession: str
    content_warning: str
    uuid: UUID
    derivatives: list[dict]
    published_at: Any
    public_limit: int | None
    blurred: dict
    is_covered: bool


_COLUMNS = (*_Row._fields[:4], *(f"image__{name}" for name in _Row._fields[4:]))


class _Title(NamedTuple):
    photo_id: int
    language: str
    title: str


def _references(photos: PhotoQuerySet, site: str) -> list[dict[str, Any]]:
    """Each photograph's manifest with its titles and a thumbnail, blurred under a warning."""
    rows = [_Row._make(row) for row in photos.values_list(*_COLUMNS)]
    titles = _titles_of(row.pk for row in rows)
    return [_reference(row, titles[row.pk], site) for row in rows]


def _titles_of(keys: Iterable[int]) -> dict[int, list[_Title]]:
    titles = defaultdict(list)
    texts = PhotoText.objects.filter(photo__in=list(keys)).order_by("language")
    for each in map(_Title._make, texts.values_list(*_Title._fields)):
        titles[each.photo_id].append(each)
    return titles


def _reference(row: _Row, titles: list[_Title], site: str) -> dict[str, Any]:
    reference = {
        "id": urljoin(site, manifest_path(row.slug)),
        "type": "Manifest",
        "label": of_texts(titles, "title") or without_language(row.accession),
        "thumbnail": (blurred_thumbnail if row.content_warning else thumbnail)(row, site),
    }
    return {name: value for name, value in reference.items() if value}


def _homepages(collection: Collection, site: str) -> list[dict[str, Any]]:
    pages = {page.language: page for page in rows_of(public_pages(collection.pages.all()))}
    return [
        {
            "id": urljoin(site, pages[code].url),
            "type": "Text",
            "label": {code: [pages[code].title]},
            "format": "text/html",
            "language": [code],
        }
        for code in LANGUAGES
        if code in pages
    ]


def _data(collection: Collection, site: str) -> dict[str, Any]:
    return {
        "id": urljoin(site, f"/data/photos.jsonl?collection={collection.slug}"),
        "type": "Dataset",
        "label": in_every_language(gettext_lazy("Catalogue entries as data")),
        "format": "application/jsonl",
    }
