"""Addresses that differ between languages only by their prefix."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseRedirect
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language, get_language_from_request

# A page writes its own address several times: what is longer than people type is not repeated.
LONGEST_QUERY = 2_000


def in_every_language(request: HttpRequest) -> dict[str, str]:
    """This request's own address by language, for `request.frame_urls`; its query string is kept
    unless it is longer than `LONGEST_QUERY`."""
    is_short = len(request.META.get("QUERY_STRING", "")) <= LONGEST_QUERY
    address = request.get_full_path() if is_short else request.path
    rest = address.removeprefix(f"/{get_language()}/")
    return {code: f"/{code}/{rest}" for code, _name in settings.LANGUAGES}


def to_readers_language(request: HttpRequest) -> HttpResponseRedirect:
    """From an address that names no language to the same one in that of the reader's browser."""
    response = HttpResponseRedirect(f"/{get_language_from_request(request)}{request.path}")
    patch_vary_headers(response, ["Accept-Language"])
    return response
