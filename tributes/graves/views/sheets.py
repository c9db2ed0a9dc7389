"""The sheets that visitors print or keep on their phone, and the codes that lead from paper to the
page."""

import io

import segno
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from commemoration.core.http.errors import gone_response
from commemoration.core.languages.addresses import in_every_language
from commemoration.core.publication.views import is_public
from tributes.graves.models.burials import Burial
from tributes.graves.models.sites import BurialSite
from tributes.graves.selectors.records import burial_by_number, site_by_slug
from tributes.graves.selectors.sheets import person_sheet, site_sheet
from tributes.graves.views.trails import way_to_list

CODE_CACHE = "public, max-age=86400"


@require_safe
def site_sheet_page(request: HttpRequest, slug: str) -> HttpResponse:
    """The sheet of a burial site; the people stand in the order that `sort` asks for."""
    record = site_by_slug(slug)
    if not is_public(record):
        return gone_response(request)
    sheet = site_sheet(record, get_language(), order=request.GET.get("sort", ""))
    return _sheet(request, "graves/site_sheet.html", sheet, record)


@require_safe
def person_sheet_page(request: HttpRequest, number: int) -> HttpResponse:
    record = burial_by_number(number)
    if not is_public(record):
        return gone_response(request)
    return _sheet(request, "graves/person_sheet.html", person_sheet(record, get_language()), record)


@require_safe
def site_code(request: HttpRequest, slug: str) -> HttpResponse:
    """A QR code (ISO/IEC 18004) of the address of the page in this language, as SVG."""
    record = BurialSite.objects.filter(slug=slug).first()
    return _code(request, record) if is_public(record) else gone_response(request)


@require_safe
def person_code(request: HttpRequest, number: int) -> HttpResponse:
    record = Burial.objects.filter(number=number).first()
    return _code(request, record) if is_public(record) else gone_response(request)


def _sheet(request: HttpRequest, template: str, sheet, record) -> HttpResponse:
    request.frame_trail = way_to_list()
    request.frame_title = gettext("Sheet to take along")
    request.frame_urls = in_every_language(request)
    context = {
        "sheet": sheet,
        "today": timezone.localdate().isoformat(),
        "back": record.get_absolute_url(),
        "address": request.build_absolute_uri(record.get_absolute_url()),
    }
    return render(request, template, context)


def _code(request: HttpRequest, record) -> HttpResponse:
    """White around and below: a camera reads it from a dark screen as well."""
    address = request.build_absolute_uri(record.get_absolute_url())
    drawing = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        drawing, kind="svg", light="#fff", svgclass=None, lineclass=None, omitsize=True
    )
    return HttpResponse(
        drawing.getvalue(),
        content_type="image/svg+xml",
        headers={"Cache-Control": CODE_CACHE, "X-Robots-Tag": "noindex"},
    )
