"""My submission: where it stands, and everything that its sender may do with it."""

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from commemoration.core.languages.names import OWN_NAMES
from commemoration.submissions.answers import values_of
from commemoration.submissions.enums import EDITABLE_STATES, ENDED_STATES, Actor, Reason
from commemoration.submissions.links import LinkPurpose, Pass
from commemoration.submissions.models.records import Submission
from commemoration.submissions.selectors.everything import pack_everything
from commemoration.submissions.selectors.progress import progress_of
from commemoration.submissions.selectors.stages import stage_in_words, title_of
from commemoration.submissions.selectors.subjects import subject_of
from commemoration.submissions.services.drafts import change_language, confirm_address
from commemoration.submissions.services.endings import erase_submission, withdraw_submission
from commemoration.submissions.services.renewed_links import has_links_of_its_own, renew_link
from commemoration.submissions.views.passes import for_sender, give_pass, take_pass
from commemoration.submissions.views.starting import RENEWED

TOO_SOON = "too-soon"  # in the address: no new link was sent


@for_sender
@require_safe
def mine(request: HttpRequest, submission: Submission, found: Pass) -> HttpResponse:
    is_editable = submission.state in EDITABLE_STATES
    kind = submission.of_kind
    answers = values_of(submission) if hasattr(submission, "words") else None
    context = {
        "submission": submission,
        "title": title_of(submission, answers),
        "subject": subject_of(submission),
        "stage": stage_in_words(submission),
        "progress": progress_of(submission, answers=answers) if is_editable else None,
        "is_ended": submission.state in ENDED_STATES,
        "question": submission.words.question if submission.state == "changes" else "",
        "public_url": kind.public_url(submission.key, request.LANGUAGE_CODE)
        if submission.is_public
        else "",
        "languages": [(code, OWN_NAMES[code]) for code, _name in settings.LANGUAGES],
        "keep_days": settings.SUBMISSION_KEEP_DAYS,
        "is_too_soon": TOO_SOON in request.GET,
        "may_renew": has_links_of_its_own(submission),
    }
    return _page(request, gettext("My submission"), "submissions/mine.html", context)


@for_sender(purpose=LinkPurpose.CONFIRM)
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, submission: Submission, found: Pass) -> HttpResponse:
    if request.method != "POST":
        context = {"submission": submission, "title": title_of(submission)}
        return _page(request, gettext("Confirm"), "submissions/confirm.html", context)
    confirm_address(submission)
    response = redirect("submissions:mine", submission.handle)
    give_pass(response, submission, by_letter=True)
    return response


@for_sender
@require_POST
def language(request: HttpRequest, submission: Submission, found: Pass) -> HttpResponse:
    """Letters come in this language from now on."""
    code = request.POST.get("language", "")
    if code in dict(settings.LANGUAGES):
        change_language(submission=submission, language=code)
        return redirect(f"/{code}/my/{submission.handle}/")
    return redirect("submissions:mine", submission.handle)


@for_sender
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, submission: Submission, found: Pass) -> HttpResponse:
    if submission.state in ENDED_STATES:
        return redirect("submissions:mine", submission.handle)
    if request.method != "POST":
        context = {"submission": submission, "keep_days": settings.SUBMISSION_KEEP_DAYS}
        return _page(request, gettext("Withdraw what I sent"), "submissions/withdraw.html", context)
    withdraw_submission(submission=submission)
    return redirect("submissions:mine", submission.handle)


@for_sender
@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest, submission: Submission, found: Pass) -> HttpResponse:
    if request.method != "POST":
        context = {"submission": submission}
        return _page(request, gettext("Erase everything"), "submissions/erase.html", context)
    erase_submission(submission=submission, reason=Reason.BY_SENDER, actor=Actor.SENDER)
    response = _page(request, gettext("Everything is erased"), "submissions/erased.html", {})
    take_pass(response, submission)
    return response


@for_sender
@require_safe
def everything(request: HttpRequest, submission: Submission, found: Pass) -> HttpResponseBase:
    """All that is kept, as one archive: words, consents, history, files."""
    response = FileResponse(
        pack_everything(submission),
        as_attachment=True,
        filename=f"{submission.handle}.zip",
        content_type="application/zip",
    )
    response["Cache-Control"] = "private, no-store"
    return response


@for_sender
@require_POST
def close(request: HttpRequest, submission: Submission, found: Pass) -> HttpResponse:
    """Leave no way back on this device."""
    response = redirect(reverse("submissions:again"))
    take_pass(response, submission)
    return response


@for_sender
@require_POST
def renew(request: HttpRequest, submission: Submission, found: Pass) -> HttpResponse:
    """Leave no way back on any device, but by the letter that is written now."""
    if not renew_link(submission):
        address = reverse("submissions:mine", args=[submission.handle])
        return redirect(f"{address}?{TOO_SOON}")
    response = redirect(f"{reverse('submissions:again_sent')}?{RENEWED}")
    take_pass(response, submission)
    return response


def _page(request: HttpRequest, title: str, template: str, context: dict) -> HttpResponse:
    request.frame_title = title
    return render(request, template, context)
