"""The report of a caretaker as something that can be sent: its form, its consent, what it
becomes."""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from commemoration.core.enums import Section
from commemoration.submissions.kinds import RecordChange, Step, SubmissionKind
from tributes.graves.caretakers.about import place_of
from tributes.graves.caretakers.enums import CONSENT, KIND, MOST_PICTURES, STEP, Scope
from tributes.graves.caretakers.forms import VisitForm
from tributes.graves.caretakers.services.sent import (
    erase_report,
    narrow_report,
    publish_report,
    take_down_report,
)
from tributes.graves.enums import SiteState
from tributes.graves.models.caretakers import CaretakerReport
from tributes.graves.models.positions import degrees
from tributes.graves.permissions import may_review_reports

WORDS = _(
    "I report what I have seen and done at a burial site. The embassy may show the day, the state "
    "of the place, what I write and my photographs on the page of the site, with the name of the "
    "organisation for which I do this, never with mine. Nobody living is shown in the photographs "
    "without having agreed. I can change or withdraw it at any time; it is then taken down at "
    "once. What is said of the way there stays as a fact of the record."
)


def caretaker_kind() -> SubmissionKind:
    return SubmissionKind(
        slug=KIND,
        title=_("Report of a caretaker"),
        lead=_("What was seen and done on a visit to a burial site."),
        steps=(Step(STEP, _("Visit"), VisitForm),),
        consent=CONSENT,
        scopes=dict(Scope.choices),
        required_scopes=(Scope.SITE.value,),
        consent_words=consent_words,
        section=Section.EMBASSY.value,
        most_pictures=MOST_PICTURES,
        title_of=title_of,
        publish=publish_report,
        take_down=take_down_report,
        narrow=narrow_report,
        erase=erase_report,
        public_url=public_url,
        may_review=may_review_reports,
        hints=hints,
        changes=changes_of,
        is_invited=True,
        name_about=name_about,
    )


def consent_words(language: str) -> str:
    with override(language):
        return str(WORDS)


def title_of(values: Mapping[str, Any]) -> str:
    """The day and what was seen; "" before they are written."""
    if not (values.get("visited") and values.get("state")):
        return ""
    day = date_format(values["visited"])
    return f"{day}: {SiteState(values['state']).label}"


def name_about(about: str) -> str:
    """The name of the site; "" if nobody looks after it any more. Two queries."""
    place = place_of(about)
    return str(place.site) if place else ""


def public_url(key: UUID, language: str) -> str:
    reports = CaretakerReport.objects.filter(submission__key=key, condition__isnull=False)
    report = reports.filter(site__live=True).select_related("site").first()
    if report is None:
        return ""
    with override(language):
        return f"{report.site.get_absolute_url()}#visits"


def changes_of(submission, values: Mapping[str, Any]) -> list[RecordChange]:
    """The way there, as the record has it in the language of the report, and as it would be."""
    place = place_of(submission.about)
    if place is None or not values.get("language"):
        return []
    site = place.site
    texts = {text.language: text for text in site.texts.all()}
    text = texts.get(values["language"])
    gate = ",".join(degrees(number) for number in values.get("gate") or ())
    compared = [
        (_now("How to get there"), text.way_there if text else "", values.get("way_there", "")),
        (
            _now("Opening hours"),
            text.opening_hours if text else "",
            values.get("opening_hours", ""),
        ),
        (_now("Position of the gate"), site.gate_position, gate),
    ]
    return [RecordChange(*each) for each in compared if each[2] and each[1] != each[2]]


def hints(submission, values: Mapping[str, Any]) -> Iterator[str]:
    """Whether somebody may still speak for the site."""
    place = place_of(submission.about)
    if place is None:
        yield _now("Nobody of the caretakers looks after this site any more, by our records.")
        return
    if not place.caretaker.is_open:
        yield _now("The link of this caretaker holds no longer.")
