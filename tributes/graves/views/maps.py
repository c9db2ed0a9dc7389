"""Answers the map: its points as columns, and what a popup says."""

import gzip
import re

from django.http import HttpRequest, JsonResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from commemoration.names.limits import too_many_searches
from tributes.graves.forms.filtering import SiteFilterForm, site_numbers
from tributes.graves.selectors import map_points

ACCEPTS_GZIP = re.compile(r"\bgzip\b")
QUICK = 4
"""Of nine."""
COMPACT = {"separators": (",", ":"), "ensure_ascii": False}


@require_safe
def points(request: HttpRequest) -> JsonResponse:
    """The sites that answer the filters of the list, which stand in the address as there."""
    asked = SiteFilterForm(request.GET).asked
    if asked.name and too_many_searches(request):
        return _wait()
    found = map_points.map_columns(asked, get_language())
    return _quickly_compressed(request, JsonResponse(found, json_dumps_params=COMPACT))


@require_safe
def facts(request: HttpRequest) -> JsonResponse:
    """What the list says of each `site=`, for people who answer the filters; never a site that the
    list would not show."""
    asked = SiteFilterForm(request.GET).asked
    if asked.name and too_many_searches(request):
        return _wait()
    found = map_points.site_facts(asked, site_numbers(request.GET), get_language())
    return JsonResponse({"sites": found}, json_dumps_params=COMPACT)


def _wait() -> JsonResponse:
    """For a name that was asked for too soon after many others."""
    response = JsonResponse({"error": gettext("Too many searches. Wait a minute.")}, status=429)
    response["Cache-Control"] = "no-store"
    return response


def _quickly_compressed(request: HttpRequest, answer: JsonResponse) -> JsonResponse:
    """As GZipMiddleware does, in a quarter of its time for a few bytes in a hundred more; nothing
    here is secret, whose length would have to be hidden."""
    patch_vary_headers(answer, ["Accept-Encoding"])
    if ACCEPTS_GZIP.search(request.headers.get("Accept-Encoding", "")):
        answer.content = gzip.compress(answer.content, QUICK, mtime=0)
        answer["Content-Encoding"] = "gzip"
    return answer
