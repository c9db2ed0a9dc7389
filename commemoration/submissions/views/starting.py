"""The first page of a form that asks for an address, and the page for whoever lost the link."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from commemoration.core.languages.addresses import in_every_language
from commemoration.core.visitor_forms.limits import turn_away
from commemoration.core.visitor_forms.proofs import Proof
from commemoration.submissions.forms import AddressForm
from commemoration.submissions.kinds import Subject, SubmissionKind, submission_kind
from commemoration.submissions.limits import may_write_to
from commemoration.submissions.sections import section_of_kind
from commemoration.submissions.services.drafts import begin_draft
from commemoration.submissions.services.lost_links import ask_for_links
from commemoration.submissions.views.passes import give_pass

BEGUN = 20  # of one network address within an hour
BEGUN_BY_ALL = 2_000
ASKED = 10
ASKED_BY_ALL = 500
RENEWED = "closed"  # in the address: all links were closed, and a letter brings a new one


@never_cache
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest, kind: str) -> HttpResponse:
    found = submission_kind(kind)
    if found is None or found.is_invited:
        raise Http404
    about, subject = _about(request, found)
    if found.subjects is not None and not subject.url:
        return _page(request, found.title, "submissions/hidden.html", subject=subject, status=410)
    if section_of_kind(found).is_closed:
        return _page(request, found.title, "submissions/closed.html", kind=found, status=503)
    if request.method != "POST":
        return _start_page(request, found, subject, AddressForm())
    form = AddressForm(request.POST)
    if not form.is_valid():
        return _start_page(request, found, subject, form, status=422)
    if form.is_trapped:
        return redirect("submissions:again_sent")
    limits = {"scope": "submission", "each": BEGUN, "total": BEGUN_BY_ALL}
    if status := turn_away(request, form, **limits):
        return _start_page(request, found, subject, form, status=status)
    return _begin(request, found, form, about)


def _begin(
    request: HttpRequest, kind: SubmissionKind, form: AddressForm, about: str
) -> HttpResponse:
    """Go on at once with a proof of work; without one by the link in the letter, which a program
    that makes up addresses never gets."""
    email = form.cleaned_data["email"]
    is_proved, writes = form.proof is Proof.GIVEN, may_write_to(email)
    if not (is_proved or writes):
        return redirect("submissions:again_sent")
    submission = begin_draft(
        kind=kind,
        language=get_language(),
        email=email,
        about=about,
        writes=writes,
    )
    if not is_proved:
        return redirect("submissions:again_sent")
    response = redirect("submissions:step", submission.handle, kind.steps[0].slug)
    give_pass(response, submission, by_letter=False)
    return response


@never_cache
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def again(request: HttpRequest) -> HttpResponse:
    """Known and unknown addresses get the same answer, in the same time."""
    title = gettext("Send me my link again")
    if request.method != "POST":
        return _page(request, title, "submissions/again.html", form=AddressForm())
    form = AddressForm(request.POST)
    if not form.is_valid():
        return _page(request, title, "submissions/again.html", form=form, status=422)
    if not form.is_trapped:
        limits = {"scope": "submission_again", "each": ASKED, "total": ASKED_BY_ALL}
        if status := turn_away(request, form, **limits):
            return _page(request, title, "submissions/again.html", form=form, status=status)
        ask_for_links(email=form.cleaned_data["email"], language=get_language())
    return redirect("submissions:again_sent")


@never_cache
@require_safe
def again_sent(request: HttpRequest) -> HttpResponse:
    is_renewed = RENEWED in request.GET
    title = gettext("All links are closed") if is_renewed else gettext("Look into your letters")
    context = {"heading": title, "is_renewed": is_renewed}
    return _page(request, title, "submissions/again_sent.html", **context)


def _about(request: HttpRequest, kind: SubmissionKind) -> tuple[str, Subject | None]:
    """Which record it is about, for a kind that is about one: 404 without one that exists."""
    if kind.subjects is None:
        return "", None
    key = request.GET.get("about", "")
    subject = kind.subjects.find([key]).get(key)
    if subject is None:
        raise Http404
    return key, subject


def _start_page(
    request: HttpRequest,
    kind: SubmissionKind,
    subject: Subject | None,
    form: AddressForm,
    status: int = 200,
) -> HttpResponse:
    title = kind.start_title or kind.title
    context = {"kind": kind, "heading": title, "subject": subject, "form": form}
    return _page(request, title, "submissions/start.html", status=status, **context)


def _page(request, title, template, *, status: int = 200, **context) -> HttpResponse:
    request.frame_title = title
    request.frame_urls = in_every_language(request)
    return render(request, template, context, status=status)
