"""Erases and ends again what a restored backup has brought back."""

from collections.abc import Collection
from uuid import UUID

from commemoration.submissions.enums import ENDED_STATES, Actor, Reason, SubmissionState
from commemoration.submissions.models.objections import Objection
from commemoration.submissions.models.records import Submission
from commemoration.submissions.personal_data import registered_personal_data
from commemoration.submissions.services.endings import erase_submission, withdraw_submission
from commemoration.submissions.services.objections import erase_objection
from commemoration.submissions.tombstones import buried_keys, reason_of, withdrawn_keys


def erase_again() -> int:
    """Everything in the register of personal data that a tombstone names; how many."""
    keys = frozenset(buried_keys())
    return sum(entry.erase_again(keys) for entry in registered_personal_data())


def end_again() -> int:
    """Everything that was withdrawn or closed since the backup was made; how many."""
    return sum(entry.end_again() for entry in registered_personal_data())


def erase_submissions_again(keys: Collection[UUID]) -> int:
    rows = Submission.objects.exclude(state=SubmissionState.ERASED)
    found = list(rows.filter(key__in=keys).order_by("pk"))
    for submission in found:
        erase_submission(submission=submission, reason=Reason.TIME_OVER, actor=Actor.CLOCK)
    return len(found)


def withdraw_submissions_again() -> int:
    """Whoever sent it was told already."""
    keys = withdrawn_keys()
    rows = Submission.objects.exclude(state__in=ENDED_STATES)
    found = list(rows.filter(key__in=keys).order_by("pk"))
    for submission in found:
        reason = reason_of(keys[submission.key])
        withdraw_submission(submission=submission, reason=reason, actor=Actor.CLOCK, writes=False)
    return len(found)


def erase_objections_again(keys: Collection[UUID]) -> int:
    found = list(Objection.objects.filter(words__isnull=False, key__in=keys).order_by("pk"))
    for objection in found:
        erase_objection(objection)
    return len(found)
