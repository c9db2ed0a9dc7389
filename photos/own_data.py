"""What the photo archive keeps of living people, for the register of personal data."""

from collections.abc import Iterator

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from commemoration.submissions.personal_data import (
    Basis,
    PersonalData,
    Responsible,
    register_personal_data,
)
from photos.models.error_reports import ErrorReport


def register_archive_data() -> None:
    register_personal_data(REPORTS)
    register_personal_data(REPORTED)


def reports_of(email: str) -> Iterator[str]:
    for report in ErrorReport.objects.filter(email__iexact=email).order_by("pk"):
        yield f"reported error {report.pk} on photograph {report.photo_id}, {report.state}"


def forget_address(email: str) -> int:
    """The report stays with its photograph, without who sent it."""
    theirs = ErrorReport.objects.filter(email__iexact=email)
    return theirs.update(email="", erased_at=timezone.now())


def _after_closing() -> str:
    months = settings.ERROR_REPORT_KEEP_MONTHS
    text = ngettext(
        "%(months)s month after the report is closed; the report stays without the address.",
        "%(months)s months after the report is closed; the report stays without the address.",
        months,
    )
    return text % {"months": months}


REPORTS = PersonalData(
    slug="error_reports",
    title=_("E-mail address of who reports an error about a photograph"),
    fields=("photos.ErrorReport.email",),
    purpose=_("To answer you."),
    basis=Basis.REQUEST,
    responsible=Responsible.BOTH,
    seen_by=_("the editors of the photograph"),
    kept=_after_closing,
    find=reports_of,
    erase=forget_address,
)
REPORTED = PersonalData(
    slug="reported_errors",
    title=_("What you write about an error, and what the editors answer"),
    fields=(
        "photos.ErrorReport.message",
        "photos.ErrorReport.source",
        "photos.ErrorReport.answer",
    ),
    purpose=_("To correct what is said of the photograph, and to know why it was corrected."),
    basis=Basis.REQUEST,
    responsible=Responsible.BOTH,
    seen_by=_("the editors of the photograph"),
    kept=lambda: _("As long as the photograph is kept, without your address; spam goes with it."),
)
