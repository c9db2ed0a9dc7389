"""Answers the map: its points as columns, and what a popup says."""

from django.http import HttpRequest, JsonResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from tributes.graves.forms.filtering import SiteFilterForm, site_numbers
from tributes.graves.selectors import map_points

COMPACT = {"separators": (",", ":"), "ensure_ascii": False}


@require_safe
def points(request: HttpRequest) -> JsonResponse:
    """The sites that answer the filters of the list, which stand in the address as there."""
    found = map_points.map_columns(SiteFilterForm(request.GET).asked, get_language())
    return JsonResponse(found, json_dumps_params=COMPACT)


@require_safe
def facts(request: HttpRequest) -> JsonResponse:
    """What the list says of each `site=`, for people who answer the filters; never a site that the
    list would not show."""
    asked = SiteFilterForm(request.GET).asked
    found = map_points.site_facts(asked, site_numbers(request.GET), get_language())
    return JsonResponse({"sites": found}, json_dumps_params=COMPACT)
