"""The pages of a caretaker: the sites, what was sent, and the sheet of paper for the post."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext, override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from commemoration.core.site_settings.models import SiteSettings
from commemoration.submissions.consents import words_to_agree_to
from commemoration.submissions.kinds import submission_kind
from commemoration.submissions.views.cookies import private
from commemoration.submissions.views.passes import give_pass
from tributes.graves.caretakers.enums import KIND
from tributes.graves.caretakers.forms import AgreementForm, VisitForm
from tributes.graves.caretakers.links import read_access
from tributes.graves.caretakers.selectors.care import place_in_care, places_in_care, reports_sent
from tributes.graves.caretakers.views.passes import (
    caretaker_of,
    for_caretaker,
    for_site,
    give_access,
    no_access,
    take_access,
)
from tributes.graves.models.caretakers import Caretaker, CaretakerReport, CaretakerSite


@never_cache
@require_safe
def link(request: HttpRequest, token: str) -> HttpResponse:
    """The address in the letter: exchanged for a cookie, and left at once. Nothing changes by it,
    as programs that check letters open it too."""
    found = read_access(token)
    caretaker = caretaker_of(found.handle) if found else None
    if caretaker is None:
        return no_access(request)
    if not (caretaker.is_open and found.is_newest(caretaker)):
        return no_access(request, was_ours=True)
    with override(caretaker.language):
        page = reverse("graves:caretaker", args=[caretaker.handle])
    response = private(redirect(page))
    response["Referrer-Policy"] = "no-referrer"
    give_access(response, caretaker)
    return response


@for_caretaker
@require_safe
def care(request: HttpRequest, caretaker: Caretaker) -> HttpResponse:
    language = get_language()
    request.frame_title = gettext("Sites in your care")
    context = {
        "caretaker": caretaker,
        "places": places_in_care(caretaker, language),
        "sent": reports_sent(caretaker, language, request.GET.get("page", 1)),
        "was_sent": "sent" in request.GET,
    }
    return render(request, "graves/caretaker/care.html", context)


@for_site
@require_safe
def paper(request: HttpRequest, place: CaretakerSite) -> HttpResponse:
    """The form as a sheet to be filled in by pen."""
    request.frame_title = gettext("Form to print")
    settings = SiteSettings.load(request_or_site=request)
    context = {
        "caretaker": place.caretaker,
        "shown": place_in_care(place, get_language()),
        "form": VisitForm(),
        "agreement": AgreementForm(),
        "words": words_to_agree_to(submission_kind(KIND), get_language()),
        "address": settings.postal_address.strip(),
        "email": settings.contact_email,
    }
    return render(request, "graves/caretaker/paper.html", context)


@for_caretaker
@require_POST
def open_sent(request: HttpRequest, caretaker: Caretaker, submission: str) -> HttpResponse:
    """To everything that may be done with a report that was sent: read, change, withdraw, erase."""
    own = CaretakerReport.objects.filter(caretaker=caretaker, submission__handle=submission)
    report = own.select_related("submission").first()
    if report is None:
        return no_access(request)
    response = redirect("submissions:mine", report.submission.handle)
    give_pass(response, report.submission, by_letter=True)
    return response


@for_caretaker
@require_POST
def close(request: HttpRequest, caretaker: Caretaker) -> HttpResponse:
    """Leave no way back on this device."""
    response = redirect(f"/{get_language()}/")
    take_access(response, caretaker)
    return response
