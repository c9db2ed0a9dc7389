"""The pages of a form, each saved by itself, and the last one that sends it."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from commemoration.submissions.answers import (
    as_posted,
    language_of,
    read_in,
    seen_version,
    typed_fields,
    typed_in,
    values_of,
)
from commemoration.submissions.consents import words_to_agree_to
from commemoration.submissions.enums import EDITABLE_STATES
from commemoration.submissions.forms import SendForm
from commemoration.submissions.links import Pass
from commemoration.submissions.models.records import Submission
from commemoration.submissions.selectors.missing import missing_from
from commemoration.submissions.selectors.progress import page_after, progress_of
from commemoration.submissions.selectors.subjects import subject_of
from commemoration.submissions.services.drafts import (
    ChangedElsewhere,
    keep_name,
    save_step,
    send_submission,
)
from commemoration.submissions.services.states import WrongState
from commemoration.submissions.views.passes import for_sender
from commemoration.submissions.views.refused import to_refused, was_refused_with


@for_sender
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, submission: Submission, found: Pass, step: str) -> HttpResponse:
    """A page is saved as it was typed, right or wrong, before anything else is said of it."""
    page = submission.of_kind.step(step)
    if page is None:
        raise Http404
    if submission.state not in EDITABLE_STATES:
        return redirect("submissions:mine", submission.handle)
    kept = submission.words.steps.get(step, {"version": 0})
    if request.method != "POST":
        # A page that was saved with a fault shows it again when it is opened.
        typed = typed_in(submission.words, step)
        form = read_in(language_of(submission, step), page, typed)
        return _step_page(request, submission, page, form, kept["version"])
    fields = typed_fields(request.POST, page.form())
    is_same = fields == kept.get("fields")
    form = read_in(
        language_of(submission, step) if is_same else request.LANGUAGE_CODE, page, fields
    )
    try:
        save_step(
            submission=submission,
            step=step,
            fields=fields,
            seen_version=seen_version(request.POST),
            by_letter=found.by_letter,
            language=request.LANGUAGE_CODE,
        )
    except ChangedElsewhere as refusal:
        form.add_error(None, refusal)
        return _step_page(request, submission, page, form, kept["version"], status=409)
    except WrongState:
        return redirect("submissions:mine", submission.handle)
    if "later" in request.POST:
        return redirect("submissions:mine", submission.handle)
    if not form.is_valid():
        return redirect("submissions:step", submission.handle, step)  # which shows it as it is kept
    return redirect(page_after(submission, step))


@for_sender
@require_http_methods(["GET", "HEAD", "POST"])
def send(request: HttpRequest, submission: Submission, found: Pass) -> HttpResponse:
    if submission.state not in EDITABLE_STATES:
        return redirect("submissions:mine", submission.handle)
    kind = submission.of_kind
    if request.method != "POST":
        return _send_page(request, submission, _opened_form(request, submission))
    form = SendForm(request.POST, kind=kind)
    if not form.is_valid():
        return _refuse(request, submission, form)
    try:
        send_submission(
            submission=submission,
            name=form.cleaned_data["name"],
            scopes=form.cleaned_data["scopes"],
            by_letter=found.by_letter,
        )
    except WrongState:
        pass  # decided meanwhile: the overview says how
    except ValidationError:
        return _refuse(request, submission, form)
    return redirect("submissions:mine", submission.handle)


def _opened_form(request: HttpRequest, submission: Submission) -> SendForm:
    """As it was refused, with what is still wrong with it; else as it begins."""
    kind, name = submission.of_kind, submission.contact.name
    ticked = was_refused_with(request, submission)
    if ticked is None:
        # Whoever has given a first name before is not asked for it again.
        known = name or values_of(submission).values.get("sender_name", "")
        return SendForm(kind=kind, initial={"name": known})
    form = SendForm(as_posted({"name": [name], "scopes": ticked}), kind=kind)
    if form.is_valid() and missing_from(submission):
        form.add_error(None, gettext("Something is missing. The pages are marked above."))
    return form


def _refuse(request: HttpRequest, submission: Submission, form: SendForm) -> HttpResponse:
    try:
        is_kept = keep_name(submission=submission, name=request.POST.get("name", ""))
    except WrongState:
        return redirect("submissions:mine", submission.handle)
    if not is_kept:
        return _send_page(request, submission, form, status=422)
    address = reverse("submissions:send", args=[submission.handle])
    return to_refused(address, submission, request.POST.getlist("scopes"))


def _step_page(request, submission, page, form, version, status: int = 200) -> HttpResponse:
    request.frame_title = page.title
    context = {
        "submission": submission,
        "subject": subject_of(submission),
        "progress": progress_of(submission, here=page.slug),
        "page": page,
        "form": form,
        "version": version,
        "is_stale": status == 409,
    }
    return render(request, "submissions/step.html", context, status=status)


def _send_page(request, submission, form, status: int = 200) -> HttpResponse:
    request.frame_title = gettext("Check and send")
    context = {
        "submission": submission,
        "subject": subject_of(submission),
        "progress": progress_of(submission, here="send"),
        "form": form,
        "words": words_to_agree_to(submission.of_kind, request.LANGUAGE_CODE),
    }
    return render(request, "submissions/send.html", context, status=status)
