"""The form of a caretaker. Whatever button is pressed, all that was typed is kept first."""

from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from commemoration.core.http.errors import full_disk_response
from commemoration.core.media.disk import is_out_of_room
from commemoration.core.media.ranges import file_response
from commemoration.submissions.answers import as_posted, seen_version, typed_fields, typed_in
from commemoration.submissions.consents import words_to_agree_to
from commemoration.submissions.enums import ENDED_STATES
from commemoration.submissions.kinds import submission_kind
from commemoration.submissions.models.pictures import SubmittedPicture, submitted_storage
from commemoration.submissions.selectors.missing import missing_from
from commemoration.submissions.services.drafts import ChangedElsewhere
from commemoration.submissions.services.pictures import remove_picture
from commemoration.submissions.services.states import WrongState
from commemoration.submissions.views.pictures import add_file, refusal_in_words
from commemoration.submissions.views.refused import to_refused, was_refused_with
from tributes.graves.caretakers.enums import KIND, MOST_PICTURES, STEP, WRITING
from tributes.graves.caretakers.forms import AgreementForm, PictureForm, VisitForm
from tributes.graves.caretakers.selectors.care import place_in_care, report_in_writing
from tributes.graves.caretakers.services.reports import (
    NotNow,
    describe_pictures,
    keep_words,
    report_of_form,
    require_open,
    send_report,
)
from tributes.graves.caretakers.views.passes import for_site
from tributes.graves.models.caretakers import CaretakerReport, CaretakerSite


@for_site
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, place: CaretakerSite) -> HttpResponse:
    if request.method != "POST":
        return _opened(request, place)
    try:
        row = _report(request, place)
    except NotNow as refusal:
        return _page(
            request,
            place,
            None,
            form=_typed(request),
            faults=[refusal.words],
            status=refusal.status,
        )
    if row.submission.state not in WRITING:
        return _sent(place)  # a second press of the button
    try:
        return _answer(request, place, row)
    except WrongState:
        return _sent(place)
    except OSError as error:
        if is_out_of_room(error):
            return full_disk_response(request)
        raise


@for_site
@require_POST
def photographs(request: HttpRequest, place: CaretakerSite) -> HttpResponse:
    """Takes files that come by themselves, before the form follows."""
    try:
        row = _report(request, place)
        faults = [add_file(row.submission, file) for file in request.FILES.getlist("files")]
    except OSError as error:
        if is_out_of_room(error):
            return full_disk_response(request)
        raise
    except NotNow as refusal:
        return JsonResponse({"faults": [refusal.words]}, status=refusal.status)
    return JsonResponse({"faults": list(filter(None, faults))})


@for_site
@require_safe
def photograph(request: HttpRequest, place: CaretakerSite, uuid: UUID) -> HttpResponseBase:
    own = {"caretaker_report__caretaker": place.caretaker, "caretaker_report__site": place.site}
    rows = SubmittedPicture.objects.exclude(submission__state__in=ENDED_STATES)
    row = rows.filter(uuid=uuid, **{f"submission__{name}": value for name, value in own.items()})
    picture = row.first()
    if picture is None or not picture.preview:
        raise Http404
    return file_response(
        request, submitted_storage(), picture.preview.name, cache_control="private, no-store"
    )


def _opened(request: HttpRequest, place: CaretakerSite) -> HttpResponse:
    begun = report_in_writing(place.caretaker, place.site)
    try:
        if begun is None:
            require_open()
    except NotNow as refusal:
        request.frame_title = gettext("Report a visit")
        context = {"place": place, "words": refusal.words}
        return render(request, "graves/caretaker/closed.html", context, status=refusal.status)
    return _page_of(request, place, begun)


def _answer(request: HttpRequest, place: CaretakerSite, row: CaretakerReport) -> HttpResponse:
    submission, do = row.submission, request.POST.get("do", "")
    form = _typed(request)
    agreement = AgreementForm(request.POST if do == "send" else None)
    try:
        keep_words(
            submission=submission,
            fields=typed_fields(request.POST, form),
            seen_version=seen_version(request.POST),
        )
    except ChangedElsewhere as refusal:
        form.add_error(None, refusal)
        return _page(request, place, row, form=form, status=409)
    pictures = list(submission.pictures.all())
    describe_pictures({each: _said(request, each) for each in pictures})
    faults = [add_file(submission, file) for file in request.FILES.getlist("files")]
    for picture in pictures:
        if do == f"remove-{picture.uuid}":
            remove_picture(picture)
    if faults := list(filter(None, faults)):
        return _page(request, place, row, faults=faults, status=422)
    if do != "send":
        address = reverse("graves:caretaker_report", args=[place.caretaker.handle, place.site.slug])
        return redirect(f"{address}?kept#kept")
    if not (form.is_valid() & agreement.is_valid()):
        return to_refused(request.path, submission, request.POST.getlist("scopes"))
    try:
        send_report(report=row, scopes=agreement.cleaned_data["scopes"])
    except ValidationError:
        return to_refused(request.path, submission, agreement.cleaned_data["scopes"])
    return _sent(place)


def _page_of(
    request: HttpRequest, place: CaretakerSite, row: CaretakerReport | None
) -> HttpResponse:
    """As it was refused, with what is still wrong with it; else as it was left."""
    ticked = was_refused_with(request, row.submission) if row is not None else None
    if ticked is None:
        return _page(request, place, row)
    form = VisitForm(as_posted(typed_in(row.submission.words, STEP) or {}))
    agreement = AgreementForm(as_posted({"scopes": ticked}))
    is_valid = form.is_valid() & agreement.is_valid()
    faults = missing_from(row.submission).values() if is_valid else ()
    said = dict.fromkeys(word for words in faults for word in words)
    return _page(request, place, row, form=form, agreement=agreement, faults=list(said))


def _page(
    request: HttpRequest,
    place: CaretakerSite,
    row: CaretakerReport | None,
    *,
    form: VisitForm | None = None,
    agreement: AgreementForm | None = None,
    faults: list[str] | None = None,
    status: int = 200,
) -> HttpResponse:
    request.frame_title = gettext("Report a visit")
    kept = None
    pictures: list[SubmittedPicture] = []
    if row is not None:
        row.submission.words.refresh_from_db()
        kept = row.submission.words.steps.get(STEP)
        pictures = list(row.submission.pictures.all())
    if form is None:
        # What was kept is shown as it is: its faults are told when it is to be sent.
        typed = typed_in(row.submission.words, STEP) if row is not None else None
        form = VisitForm(initial=_initial(typed)) if typed else VisitForm()
    language = row.submission.language if row is not None else get_language()
    context = {
        "place": place_in_care(place, get_language()),
        "caretaker": place.caretaker,
        "form": form,
        "form_key": row.form_key if row is not None else uuid4(),
        "version": kept["version"] if kept else 0,
        "pictures": [_picture(each) for each in pictures],
        "room": MOST_PICTURES - len(pictures),
        "agreement": agreement or AgreementForm(),
        "words": words_to_agree_to(submission_kind(KIND), language),
        "question": row.submission.words.question if row is not None else "",
        "language": language,
        "faults": faults or [],
        "was_kept": "kept" in request.GET,
        "is_stale": status == 409,
    }
    return render(request, "graves/caretaker/report.html", context, status=status)


def _typed(request: HttpRequest) -> VisitForm:
    return VisitForm(as_posted(typed_fields(request.POST, VisitForm())))


def _report(request: HttpRequest, place: CaretakerSite) -> CaretakerReport:
    try:
        key = UUID(request.POST.get("form", ""))
    except ValueError:
        raise Http404 from None
    return report_of_form(
        caretaker=place.caretaker, site=place.site, form_key=key, language=get_language()
    )


def _sent(place: CaretakerSite) -> HttpResponse:
    address = reverse("graves:caretaker", args=[place.caretaker.handle])
    return redirect(f"{address}?sent#sent")


def _initial(typed: dict[str, list[str]]) -> dict[str, str]:
    return {name: values[0] for name, values in typed.items() if values}


def _said(request: HttpRequest, picture: SubmittedPicture) -> dict[str, str]:
    """What the form says of a photograph; what stood there if it says nothing."""
    form = PictureForm(request.POST, prefix=str(picture.uuid))
    if f"{picture.uuid}-caption" not in request.POST or not form.is_valid():
        return {"caption": picture.caption, "alive": picture.alive}
    return form.cleaned_data


def _picture(row: SubmittedPicture) -> tuple[SubmittedPicture, str, PictureForm]:
    said = {"caption": row.caption, "alive": row.alive}
    return row, refusal_in_words(row), PictureForm(initial=said, prefix=str(row.uuid))
