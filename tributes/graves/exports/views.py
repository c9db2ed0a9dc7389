"""Answers programs: the sites as GeoJSON, the people as CSV."""

import json

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from photos.importers.plain_cells import csv_lines
from tributes.graves.exports.geojson import feature_collection
from tributes.graves.exports.lists import PUBLIC_COLUMNS, public_people

CACHE_CONTROL = "public, max-age=3600"
BYTE_ORDER_MARK = "\ufeff"  # without it Excel takes Cyrillic for something else


@require_safe
def burial_sites_geojson(request: HttpRequest) -> HttpResponse:
    """Every public site."""
    moment = timezone.now().isoformat(timespec="seconds")
    site = request.build_absolute_uri("/")
    found = feature_collection(site, settings.BURIAL_DATA_LICENCE, moment)
    return HttpResponse(
        json.dumps(found, ensure_ascii=False),
        content_type="application/geo+json",
        headers={"Cache-Control": CACHE_CONTROL},
    )


@require_safe
def people_csv(request: HttpRequest) -> HttpResponseBase:
    """Everybody who is public, as a list that the import understands."""
    people = public_people(request.build_absolute_uri("/"), settings.BURIAL_DATA_LICENCE)
    return StreamingHttpResponse(
        _with_mark(csv_lines(PUBLIC_COLUMNS, people)),
        headers={
            "Content-Type": "text/csv; charset=utf-8",
            "Content-Disposition": 'inline; filename="people.csv"',
            "Cache-Control": CACHE_CONTROL,
        },
    )


def _with_mark(lines):
    yield BYTE_ORDER_MARK
    yield from lines
