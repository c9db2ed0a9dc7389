"""What becomes of a report that staff accept: an entry of the log of visits, photographs beside it,
and directions; taken down and erased with its consent."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from commemoration.submissions.models.pictures import SubmittedPicture
from commemoration.submissions.models.records import Submission
from tributes.graves.caretakers.about import place_of
from tributes.graves.caretakers.services.pictures import remove_pictures, settle_pictures
from tributes.graves.contributions.services.requests import answer_requests
from tributes.graves.models.caretakers import CaretakerReport
from tributes.graves.models.sites import BurialSite, ConditionEntry
from tributes.graves.services.sites import update_site

WORDS = ("way_there", "opening_hours")


@transaction.atomic
def publish_report(
    *,
    submission: Submission,
    values: Mapping[str, Any],
    pictures: list[SubmittedPicture],
    user=None,
) -> ConditionEntry:
    """Write the visit into the log, or change what stands there of it; the photographs with it, and
    in the record of the site what is said of the way there. Families that wait for a photograph of
    the site are told that one has come; which graves are on it staff alone can say."""
    report = _report_of(submission)
    condition = report.condition or ConditionEntry(site=report.site)
    condition.visited = values["visited"].isoformat()
    condition.state, condition.note = values["state"], values["done"]
    condition.language, condition.is_reported = values["language"], True
    condition.reported_by = report.caretaker.organisation if report.caretaker else None
    condition.full_clean()
    condition.save()
    report.condition = condition
    report.save()
    take_over_directions(report.site, values, user=user)
    if settle_pictures(report, pictures):
        answer_requests(report.site, user=user)
    return condition


def take_over_directions(site: BurialSite, values: Mapping[str, Any], *, user=None) -> None:
    """Have the record say what was reported; what was left empty stays as it is."""
    words = {name: values[name] for name in WORDS if values[name]}
    fields = {}
    if values["gate"]:
        fields["gate_latitude"], fields["gate_longitude"] = values["gate"]
    if words or fields:
        update_site(site, texts={values["language"]: words} if words else {}, user=user, **fields)


@transaction.atomic
def take_down_report(key: UUID, *, user=None) -> None:
    """The consent has ended: the visit and its photographs are gone. Directions are facts of the
    record, which staff have taken over: they stay."""
    for report in CaretakerReport.objects.filter(submission__key=key):
        remove_pictures(report)
        condition, report.condition = report.condition, None
        report.save(update_fields=["condition"])
        if condition is not None:
            condition.delete()


def narrow_report(key: UUID, scopes: Collection[str], *, user=None) -> None:
    """There is one scope, and nothing is shown without it."""


@transaction.atomic
def erase_report(key: UUID) -> None:
    take_down_report(key)
    CaretakerReport.objects.filter(submission__key=key).delete()


def _report_of(submission: Submission) -> CaretakerReport:
    """The report that was written on the site, or that staff have entered from paper."""
    report = CaretakerReport.objects.filter(submission=submission).first()
    if report is not None:
        return report
    place = place_of(submission.about)
    if place is None:
        raise ValidationError(_("It says no longer which site it is about."))
    return CaretakerReport.objects.create(
        submission=submission, caretaker=place.caretaker, site=place.site
    )
