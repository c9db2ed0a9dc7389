"""The form for an error that a reader has found, and its thanks. What is reported stays inside."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from commemoration.core.http.errors import gone_response
from commemoration.core.languages.addresses import in_every_language
from commemoration.core.visitor_forms.limits import reason_to_wait
from photos.forms.error_reports import ErrorReportForm
from photos.models.records import Photo
from photos.selectors.cards import PhotoCard, cards_of
from photos.services.error_reports import record_error_report
from photos.views import is_public

REPORTS = 10  # of one address within an hour
REPORTS_OF_ALL = 200


@never_cache
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def report_error(request: HttpRequest, slug: str) -> HttpResponse:
    photo = Photo.objects.filter(slug=slug).first()
    if not is_public(photo):
        return gone_response(request)
    if request.method != "POST":
        return _show(request, photo, ErrorReportForm())
    form = ErrorReportForm(request.POST)
    if not form.is_valid():
        return _show(request, photo, form, status=422)
    if not form.is_trapped:
        limits = {"scope": "error_report", "each": REPORTS, "total": REPORTS_OF_ALL}
        if reason := reason_to_wait(request, **limits):
            form.add_error(None, reason)
            return _show(request, photo, form, status=429)
        record_error_report(
            photo=photo, opening=form.opening.uuid, language=get_language(), **form.report()
        )
    return redirect("photos:report_thanks", slug=slug)


@require_safe
def thanks(request: HttpRequest, slug: str) -> HttpResponse:
    photo = Photo.objects.filter(slug=slug).first()
    if not is_public(photo):
        return gone_response(request)
    return _answer(request, photo, "photos/report_thanks.html")


def _show(
    request: HttpRequest, photo: Photo, form: ErrorReportForm, status: int = 200
) -> HttpResponse:
    return _answer(request, photo, "photos/report_error.html", form=form, status=status)


def _answer(
    request: HttpRequest, photo: Photo, template: str, *, status: int = 200, **context
) -> HttpResponse:
    request.frame_title = gettext("Report an error")
    request.frame_urls = in_every_language(request)
    context |= {"card": _card(photo), "slug": photo.slug}
    response = render(request, template, context, status=status)
    response["X-Robots-Tag"] = "noindex"
    return response


def _card(photo: Photo) -> PhotoCard:
    return cards_of(Photo.objects.filter(pk=photo.pk), get_language())[0]
