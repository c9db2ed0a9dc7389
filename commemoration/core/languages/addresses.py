"""Addresses that differ between languages only by their prefix."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseRedirect
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language, get_language_from_request


def in_every_language(request: HttpRequest) -> dict[str, str]:
    """This request's own address by language, its query string kept: for `request.frame_urls`."""
    rest = request.get_full_path().removeprefix(f"/{get_language()}/")
    return {code: f"/{code}/{rest}" for code, _name in settings.LANGUAGES}


def to_readers_language(request: HttpRequest) -> HttpResponseRedirect:
    """From an address that names no language to the same one in that of the reader's browser."""
    response = HttpResponseRedirect(f"/{get_language_from_request(request)}{request.path}")
    patch_vary_headers(response, ["Accept-Language"])
    return response
