"""Adding pictures, each by itself, and saying what they show."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from commemoration.core.http.errors import full_disk_response
from commemoration.core.ingest.refusals import MESSAGES, PictureRefused
from commemoration.core.media.disk import is_out_of_room
from commemoration.core.media.ranges import file_response
from commemoration.submissions.enums import EDITABLE_STATES
from commemoration.submissions.forms import PictureForm
from commemoration.submissions.links import Pass
from commemoration.submissions.models.pictures import SubmittedPicture, submitted_storage
from commemoration.submissions.models.records import Submission
from commemoration.submissions.selectors.progress import progress_of
from commemoration.submissions.selectors.subjects import subject_of
from commemoration.submissions.services.pictures import (
    add_picture,
    change_picture,
    put_first,
    remove_picture,
)
from commemoration.submissions.services.states import WrongState
from commemoration.submissions.views.passes import for_sender

UNSAID = "unsaid"  # in the address: whether anyone is alive was not said when it was saved


@for_sender
@require_http_methods(["GET", "HEAD", "POST"])
def pictures(request: HttpRequest, submission: Submission, found: Pass) -> HttpResponse:
    """Several files may come at once; each is kept or refused by itself."""
    if submission.state not in EDITABLE_STATES or not submission.of_kind.most_pictures:
        return redirect("submissions:mine", submission.handle)
    if request.method != "POST":
        return _list_page(request, submission)
    try:
        faults = [add_file(submission, file) for file in request.FILES.getlist("files")]
    except OSError as error:
        if is_out_of_room(error):
            return full_disk_response(request)
        raise
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"faults": [fault for fault in faults if fault]})
    if not faults:
        return _list_page(request, submission, [gettext("Choose a file first.")], status=422)
    said = [fault for fault in faults if fault]
    if said:
        return _list_page(request, submission, said, status=422)
    return redirect("submissions:pictures", submission.handle)


@for_sender
@require_http_methods(["GET", "HEAD", "POST"])
def picture(request: HttpRequest, submission: Submission, found: Pass, uuid) -> HttpResponse:
    row = _picture(submission, uuid)
    if submission.state not in EDITABLE_STATES:
        return redirect("submissions:mine", submission.handle)
    if request.method != "POST":
        kept, is_unsaid = _initial(row), UNSAID in request.GET
        form = PictureForm(kept) if is_unsaid else PictureForm(initial=kept)
        return _picture_page(request, submission, row, form)
    form = PictureForm(request.POST)
    if not form.is_valid() and set(form.errors) != {"alive"}:
        return _picture_page(request, submission, row, form, status=422)
    # What is said of the living may still be missing: it is asked for again before it is sent.
    values = {name: form.cleaned_data.get(name, "") for name in ("caption", "alive", "turns")}
    try:
        change_picture(picture=row, crop=form.crop, **values)
    except WrongState:
        return redirect("submissions:mine", submission.handle)
    if form.errors:
        return redirect(f"{request.path}?{UNSAID}")
    return redirect("submissions:pictures", submission.handle)


@for_sender
@require_POST
def first(request: HttpRequest, submission: Submission, found: Pass, uuid) -> HttpResponse:
    return _change(submission, put_first, uuid)


@for_sender
@require_POST
def remove(request: HttpRequest, submission: Submission, found: Pass, uuid) -> HttpResponse:
    return _change(submission, remove_picture, uuid)


@for_sender
@require_safe
def preview(request: HttpRequest, submission: Submission, found: Pass, uuid) -> HttpResponseBase:
    row = _picture(submission, uuid)
    if not row.preview:
        raise Http404
    return file_response(
        request, submitted_storage(), row.preview.name, cache_control="private, no-store"
    )


def refusal_in_words(row: SubmittedPicture) -> str:
    """Why a file cannot be used, in the reader's language."""
    if row.refusal is None or row.refusal["code"] not in MESSAGES:
        return ""
    return PictureRefused(row.refusal["code"], **row.refusal["params"]).message


def _change(submission: Submission, service, uuid) -> HttpResponse:
    """A second tab may have taken the picture out already: then there is nothing left to do."""
    row = submission.pictures.filter(uuid=uuid).first()
    if row is not None:
        try:
            service(row)
        except WrongState:
            return redirect("submissions:mine", submission.handle)
    return redirect("submissions:pictures", submission.handle)


def add_file(submission: Submission, file) -> str:
    """Words if the file was not taken, with its name; else nothing."""
    try:
        add_picture(submission=submission, file=file, name=file.name)
    except PictureRefused as refusal:
        return f"{file.name}: {refusal.message}"
    except ValidationError as refusal:
        return f"{file.name}: {' '.join(refusal.messages)}"
    return ""


def _picture(submission: Submission, uuid) -> SubmittedPicture:
    row = submission.pictures.filter(uuid=uuid).first()
    if row is None:
        raise Http404
    return row


def _initial(row: SubmittedPicture) -> dict:
    left, top, width, height = (part // 10 for part in row.crop)
    return {
        "caption": row.caption,
        "alive": row.alive,
        "turns": row.turns,
        "left": left,
        "top": top,
        "right": 100 - left - width,
        "bottom": 100 - top - height,
    }


def _list_page(
    request: HttpRequest, submission: Submission, faults: list[str] | None = None, status: int = 200
) -> HttpResponse:
    request.frame_title = gettext("Pictures")
    rows = list(submission.pictures.all())
    context = {
        "submission": submission,
        "subject": subject_of(submission),
        "words": submission.of_kind.picture_words,
        "progress": progress_of(submission, here="pictures"),
        "pictures": [(row, refusal_in_words(row)) for row in rows],
        "is_reading": any(row.state == "waiting" for row in rows),
        "room": submission.of_kind.most_pictures - len(rows),
        "faults": faults or [],
    }
    return render(request, "submissions/pictures.html", context, status=status)


def _picture_page(request, submission, row, form, status: int = 200) -> HttpResponse:
    request.frame_title = gettext("About this picture")
    is_kept = request.method != "POST"
    context = {"submission": submission, "picture": row, "form": form, "is_kept": is_kept}
    return render(request, "submissions/picture.html", context, status=status)
