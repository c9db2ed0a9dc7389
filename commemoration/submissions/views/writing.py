"""The pages of a form, each saved by itself, and the last one that sends it."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from commemoration.submissions.answers import (
    language_of,
    read_in,
    seen_version,
    typed_fields,
    typed_in,
)
from commemoration.submissions.consents import words_to_agree_to
from commemoration.submissions.enums import EDITABLE_STATES
from commemoration.submissions.forms import SendForm
from commemoration.submissions.links import Pass
from commemoration.submissions.models.records import Submission
from commemoration.submissions.selectors.progress import page_after, progress_of
from commemoration.submissions.selectors.subjects import subject_of
from commemoration.submissions.services.drafts import (
    ChangedElsewhere,
    save_step,
    send_submission,
)
from commemoration.submissions.services.states import WrongState
from commemoration.submissions.views.passes import for_sender


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
        version = save_step(
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
        return _step_page(request, submission, page, form, version, status=422)
    return redirect(page_after(submission, step))


@for_sender
@require_http_methods(["GET", "HEAD", "POST"])
def send(request: HttpRequest, submission: Submission, found: Pass) -> HttpResponse:
    if submission.state not in EDITABLE_STATES:
        return redirect("submissions:mine", submission.handle)
    kind = submission.of_kind
    if request.method != "POST":
        form = SendForm(kind=kind, initial={"name": submission.contact.name})
        return _send_page(request, submission, form)
    form = SendForm(request.POST, kind=kind)
    if not form.is_valid():
        return _send_page(request, submission, form, status=422)
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
        form.add_error(None, gettext("Something is missing. The pages are marked above."))
        return _send_page(request, submission, form, status=422)
    return redirect("submissions:mine", submission.handle)


def _step_page(request, submission, page, form, version, status: int = 200) -> HttpResponse:
    request.frame_title = page.title
    context = {
        "submission": submission,
        "subject": subject_of(submission),
        "progress": progress_of(submission, here=page.slug),
        "page": page,
        "form": form,
        "version": version,
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
