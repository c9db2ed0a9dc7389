"""Answers other archives and programs. What is withdrawn answers 410, as its page does."""

import json
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from commemoration.core.http.errors import gone_response
from photos.exports import data, discovery
from photos.exports.collection_manifests import (
    MANIFESTS_ON_A_PAGE,
    collection_manifest,
    collection_page_manifest,
)
from photos.exports.discovery import ACTIVITIES_ON_A_PAGE
from photos.exports.manifests import photo_manifest
from photos.models.collections import Collection
from photos.models.records import Photo
from photos.selectors.listings import totals_of
from photos.selectors.records import photo_by_slug

# An hour, like the pictures: what has been withdrawn does not live on in caches for long.
CACHE_CONTROL = "public, max-age=3600"
PRESENTATION = 'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"'
DISCOVERY = 'application/ld+json;profile="http://iiif.io/api/discovery/1/context.json"'
MOST_PAGES = 1_000_000  # beyond, a number is no page but a try


@require_safe
def photo(request: HttpRequest, slug: str) -> HttpResponse:
    """The manifest of one photograph."""
    found = _public(photo_by_slug(slug))
    if found is None:
        return gone_response(request)
    return _json(photo_manifest(found, _site(request)), PRESENTATION)


@require_safe
def record(request: HttpRequest, slug: str) -> HttpResponse:
    """One record in the form of `/data/photos.jsonl`."""
    if _public(Photo.objects.filter(slug=slug).first()) is None:
        return gone_response(request)
    return _json(data.one_record(slug, _site(request)), "application/json")


@require_safe
def collection(request: HttpRequest, slug: str) -> HttpResponse:
    """The manifest of a collection, with its photographs or with pages of them."""
    found, total = _collection(slug)
    if not total:
        return gone_response(request)
    manifest = collection_manifest(found, total, _site(request), page_size=MANIFESTS_ON_A_PAGE)
    return _json(manifest, PRESENTATION)


@require_safe
def collection_page(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One page of the manifest of a large collection."""
    found, total = _collection(slug)
    if not total:
        return gone_response(request)
    page = collection_page_manifest(
        found, number, total, _site(request), page_size=MANIFESTS_ON_A_PAGE
    )
    if page is None:
        raise Http404
    return _json(page, PRESENTATION)


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """The entrance of the feed of changes."""
    state = discovery.feed_state()
    found = discovery.feed(state, _site(request), page_size=ACTIVITIES_ON_A_PAGE)
    return _json(found, DISCOVERY)


@require_safe
def feed_page(request: HttpRequest, number: int) -> HttpResponse:
    """One page of the feed of changes."""
    if number > MOST_PAGES:
        raise Http404
    state = discovery.feed_state()
    page = discovery.feed_page(number, state, _site(request), page_size=ACTIVITIES_ON_A_PAGE)
    if page is None:
        raise Http404
    return _json(page, DISCOVERY)


@require_safe
def photos_csv(request: HttpRequest) -> HttpResponseBase:
    """Every record as a list that the import understands."""
    return _data(request, "photos.csv", "text/csv; charset=utf-8", data.csv_lines)


@require_safe
def photos_jsonl(request: HttpRequest) -> HttpResponseBase:
    """Every record as JSON, one a line."""
    return _data(request, "photos.jsonl", "application/jsonl; charset=utf-8", data.json_lines)


def _public(found: Photo | None) -> Photo | None:
    """The record; None for one that is gone. Raises Http404 for what has never been public."""
    if found is None or not found.has_been_public:
        raise Http404
    return found if found.is_public else None


def _collection(slug: str) -> tuple[Collection, int]:
    """The collection and how many photographs are published; 0 where there were some once.

    Raises Http404 where there never were any. Three or four queries.
    """
    found = Collection.objects.filter(slug=slug).prefetch_related("texts").first()
    if found is None:
        raise Http404
    total = totals_of([found])[found.pk].published
    if not total and not Photo.objects.gone().in_collection(found).exists():
        raise Http404
    return found, total


def _data(request: HttpRequest, name: str, media_type: str, write) -> HttpResponseBase:
    """All records, or those of `?collection=`, written while they are read."""
    collection = None
    if slug := request.GET.get("collection"):
        # A sign that no database keeps is in no slug either.
        collection = Collection.objects.filter(slug=slug.replace("\x00", "")).first()
        if collection is None:
            raise Http404
    state = discovery.feed_state()
    etag = data.etag_of(state, name, collection)
    modified = int(state.moment.timestamp()) if state.moment else None
    headers = {
        "Content-Type": media_type,
        "Content-Disposition": f'inline; filename="{name}"',
        "Cache-Control": CACHE_CONTROL,
        "ETag": etag,
    }
    if modified:
        headers["Last-Modified"] = http_date(modified)
    early = get_conditional_response(request, etag, modified, HttpResponse(headers=headers))
    if early is not None and early.status_code != 200:
        return early
    if request.method == "HEAD":
        return HttpResponse(headers=headers)
    lines = write(data.records(_site(request), collection=collection))
    return StreamingHttpResponse(data.in_blocks(lines), headers=headers)


def _json(content: dict[str, Any], media_type: str) -> HttpResponse:
    """Django's middleware adds the ETag, and answers 304 to whoever has it."""
    body = json.dumps(content, ensure_ascii=False)
    return HttpResponse(body, content_type=media_type, headers={"Cache-Control": CACHE_CONTROL})


def _site(request: HttpRequest) -> str:
    return request.build_absolute_uri("/")
