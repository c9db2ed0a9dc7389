"""Decides the language of a request by its address, and puts a misspelt address right."""

import re

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.middleware.locale import LocaleMiddleware
from django.utils.translation import get_language_from_path

# Addresses that no reader's language is part of: what is not found there is not there.
WITHOUT_LANGUAGE = (
    *("/admin/", "/documents/", "/iiif/", "/data/"),
    settings.STATIC_URL,
    settings.MEDIA_URL,
)
LANGUAGES = frozenset(code for code, _name in settings.LANGUAGES)
FIRST_PART = re.compile(r"^/(?P<code>[a-z]{2}(?:[-_][a-z]{2,4})?)(?P<rest>/.*|$)", re.IGNORECASE)


class LanguageMiddleware(LocaleMiddleware):
    """Django's, which adds the reader's language to an address without one, and two rules more.

    `/EN/Embassy/` and `/en-gb/embassy/` lead to `/en/embassy/`; an address in a language that the
    site does not have is not found, rather than tried below another language.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if response.status_code == 404 and request.path_info.startswith(WITHOUT_LANGUAGE):
            return response
        if response.status_code == 404 and (match := FIRST_PART.match(request.path_info)):
            corrected = _corrected(match, request)
            if corrected:
                return HttpResponsePermanentRedirect(corrected)
            if match["code"].lower() not in LANGUAGES:
                return response
        return super().process_response(request, response)


def _corrected(match: re.Match, request: HttpRequest) -> str:
    """The address in its right spelling, or nothing if it is right already or hopeless."""
    language = get_language_from_path(request.path_info.lower().replace("_", "-"))
    if language is None:
        return ""
    path = f"/{language}{match['rest'].lower()}"
    if path == request.path_info:
        return ""
    query = request.META.get("QUERY_STRING", "")
    return f"{path}?{query}" if query else path
