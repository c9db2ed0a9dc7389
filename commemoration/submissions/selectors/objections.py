"""What objections are about, and which of them wait for an answer."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Min, Q, QuerySet
from django.utils import timezone

from commemoration.core.accounts.selectors import sections_of
from commemoration.submissions.enums import ObjectionState
from commemoration.submissions.kinds import SubmissionKind, submission_kinds
from commemoration.submissions.models.objections import Objection
from commemoration.submissions.models.records import Submission
from commemoration.submissions.pages import path_of
from commemoration.submissions.permissions import kinds_reviewed_by


@dataclass(frozen=True)
class OpenObjection:
    objection: Objection
    kind: str
    is_late: bool


@dataclass(frozen=True)
class OpenObjections:
    """`number` wait for an answer; the first has to be answered by `due`."""

    number: int
    due: datetime | None


def record_at(page: str) -> tuple[SubmissionKind, UUID] | None:
    """The public record whose page somebody names by its address; None for any other page, for
    pages of other sites, and for words."""
    path = path_of(page)
    for kind in submission_kinds():
        key = kind.key_at(path)
        if key is not None:
            return kind, key
    return None


def objections_for(user) -> QuerySet[Objection]:
    """What this person decides on: of the kinds that they review, of the pages of their sections,
    and of pages that nobody knows."""
    slugs = [kind.slug for kind in kinds_reviewed_by(user)]
    theirs = Q(kind__in=slugs) | Q(kind="", section__in=["", *sections_of(user)])
    return Objection.objects.filter(theirs).exclude(state=ObjectionState.UNCONFIRMED)


def open_objections(user, most: int | None = None) -> list[OpenObjection]:
    """The first due first, at most so many. One query."""
    now = timezone.now()
    waiting = _open_for(user).select_related("words").order_by("due_at", "pk")[:most]
    return [
        OpenObjection(each, str(each.of_kind.title) if each.of_kind else "", each.due_at < now)
        for each in waiting
    ]


def count_open_objections(user) -> OpenObjections:
    """How many wait for this person. One query."""
    return OpenObjections(**_open_for(user).aggregate(number=Count("pk"), due=Min("due_at")))


def submission_of(objection: Objection) -> Submission | None:
    """What was sent, if the record came from somebody outside."""
    return Submission.objects.filter(key=objection.subject).first() if objection.subject else None


def _open_for(user) -> QuerySet[Objection]:
    """Not where who objected is erased: there is nobody to answer, and nothing to read."""
    return objections_for(user).filter(state=ObjectionState.OPEN, words__isnull=False)
