"""What becomes of errors that readers report: taken in once, decided by staff, answered, erased."""

from calendar import monthrange
from datetime import datetime
from urllib.parse import urljoin
from uuid import UUID, uuid5

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from commemoration.core.outbox.services import queue_message
from photos.enums import ANSWERED_REPORT_STATES, OPEN_REPORT_STATES, ReportState
from photos.models.error_reports import ErrorReport
from photos.models.records import Photo
from photos.querysets import ErrorReportQuerySet
from photos.selectors.cards import photo_url
from photos.selectors.texts import texts_for

DECIDED = "photos.decide_report"  # in Wagtail's log; its data hold `state` and `answer`


def record_error_report(
    *,
    photo: Photo,
    opening: UUID,
    language: str,
    concern: str,
    message: str,
    source: str = "",
    email: str = "",
) -> ErrorReport:
    """Keep what a reader reports; `opening` is the form's own number (`VisitorForm.opening`).

    The same words from the same opened form give the first report again.
    """
    words = (str(photo.pk), concern, message, source, email)
    values = {
        "photo": photo,
        "language": language,
        "concern": concern,
        "message": message,
        "source": source,
        "email": email,
        "created_at": timezone.now(),
    }
    key = uuid5(opening, "\0".join(words))
    return ErrorReport.objects.get_or_create(key=key, defaults=values)[0]


@transaction.atomic
def decide_report(
    report: ErrorReport, *, state: str, seen_state: str, answer: str = "", user=None
) -> ErrorReport:
    """Give a report a new state, note who did it, and answer its sender if it is closed by that.

    `seen_state` is the state that the decision was made on. Raises ValidationError, by field,
    if somebody has decided otherwise meanwhile, and where a reason is missing.
    """
    report = ErrorReport.objects.select_for_update(of=("self",)).get(pk=report.pk)
    answer = answer.strip()
    if report.state == state and report.answer == answer:
        return report
    if report.state != seen_state:
        text = _("Somebody else has decided on this report meanwhile: %(state)s.")
        raise ValidationError({"state": text % {"state": report.get_state_display()}})
    if state == ReportState.UNCHANGED and not answer:
        raise ValidationError({"answer": _("Say why the record stays as it is.")})
    is_closed_now = state != report.state and state in ANSWERED_REPORT_STATES
    report.state, report.answer = ReportState(state), answer
    report.handled_by, report.changed_at = user, timezone.now()
    report.save(update_fields=["state", "answer", "handled_by", "changed_at"])
    log(instance=report, action=DECIDED, user=user, data={"state": state, "answer": answer})
    if is_closed_now and report.email:
        _answer_sender(report)
    return report


@transaction.atomic
def erase_old_addresses(now: datetime | None = None) -> int:
    """Erase what is no longer needed of reports closed ERROR_REPORT_KEEP_MONTHS ago; how many.

    The address goes, the report stays with the record; spam goes as a whole.
    """
    now = now or timezone.now()
    due = due_for_erasure(now)
    spam = due.filter(state=ReportState.SPAM).delete()[0]
    return spam + due.update(email="", erased_at=now)


def due_for_erasure(now: datetime) -> ErrorReportQuerySet:
    """Reports closed so long ago that their address, or the whole of them, is needed no more."""
    before = months_before(now, settings.ERROR_REPORT_KEEP_MONTHS)
    closed = ErrorReport.objects.exclude(state__in=OPEN_REPORT_STATES).filter(changed_at__lt=before)
    return closed.filter(Q(state=ReportState.SPAM) | ~Q(email="")).order_by("pk")


def months_before(moment: datetime, months: int) -> datetime:
    """The same day `months` earlier, or the last day of a month that is shorter."""
    years, month = divmod(moment.year * 12 + moment.month - 1 - months, 12)
    day = min(moment.day, monthrange(years, month + 1)[1])
    return moment.replace(year=years, month=month + 1, day=day)


def _answer_sender(report: ErrorReport) -> None:
    photo = report.photo
    address = urljoin(settings.WAGTAILADMIN_BASE_URL, photo_url(photo.slug, report.language))
    queue_message(
        template="error_report",
        to=report.email,
        language=report.language,
        reply_to=settings.FEEDBACK_ADDRESS,
        context={
            "accession": photo.accession,
            "title": texts_for(photo, report.language).title.text,
            "is_corrected": report.state == ReportState.CORRECTED,
            "answer": report.answer,
            "message": report.message,
            "address": address if photo.live else "",
        },
    )
