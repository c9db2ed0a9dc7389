"""The page of one photograph, and its permanent address, which names no language."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language, get_language_from_request

from commemoration.core.http.errors import gone_response
from commemoration.core.languages.addresses import in_every_language
from photos import selectors
from photos.models.records import Photo
from photos.structured_data import photo_as_json_ld


def photo(request: HttpRequest, slug: str) -> HttpResponse:
    """The photograph in the language of the address; 410 for one that is no longer public."""
    record = selectors.photo_by_slug(slug)
    if not _is_public(record):
        return gone_response(request)
    request.frame_urls = in_every_language(request)
    shown = selectors.photo_page(record, get_language(), uncovered="show" in request.GET)
    return show_photo(request, shown)


def photo_in_any_language(request: HttpRequest, slug: str) -> HttpResponse:
    """The permanent address leads to the reader's language."""
    if not _is_public(Photo.objects.filter(slug=slug).first()):
        return gone_response(request)
    language = get_language_from_request(request)
    response = HttpResponseRedirect(selectors.photo_url(slug, language))
    patch_vary_headers(response, ["Accept-Language"])
    return response


def preview_photo(request: HttpRequest, record: Photo, language: str) -> HttpResponse:
    """The page of a version that is not public, with pictures that only staff may fetch."""
    shown = selectors.photo_page(record, language, uncovered=True, for_staff=True)
    return show_photo(request, shown)


def show_photo(request: HttpRequest, shown: selectors.PhotoPage) -> HttpResponse:
    request.frame_trail = shown.collection_way
    request.frame_title = shown.photo.accession
    address = request.build_absolute_uri(shown.url)
    context = {
        "shown": shown,
        "address": address,
        "share_picture": _share_picture(request, shown),
        "permanent_address": request.build_absolute_uri(shown.permanent_url),
        "json_ld": photo_as_json_ld(shown, address, request.build_absolute_uri("/")),
    }
    return render(request, "photos/photo.html", context)


def _share_picture(request: HttpRequest, shown: selectors.PhotoPage) -> str:
    """What other sites show beside a link: nothing that a content warning covers here."""
    if shown.picture is None or shown.photo.warning:
        return ""
    return request.build_absolute_uri(shown.picture.largest)


def _is_public(record: Photo | None) -> bool:
    """False for what is gone. Raises Http404 for what has never been public."""
    if record is None or not (record.first_published_at or record.withdrawn_at):
        raise Http404
    return record.live and not record.withdrawn_at
