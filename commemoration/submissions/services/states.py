"""The one place where a submission changes its state, and the log is written with it."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from commemoration.submissions.enums import (
    EDITABLE_STATES,
    TRANSITIONS,
    Actor,
    Reason,
    SubmissionState,
)
from commemoration.submissions.models.events import SubmissionEvent
from commemoration.submissions.models.records import Submission

NOT_PUBLISHING = {
    "publishing_by": None,
    "publishing_version": None,
    "publishing_since": None,
    "publishing_tries": 0,
    "publishing_fault": "",
}
"""A decision that is still to be carried out falls with the state that it was made in."""


class WrongState(ValidationError):
    """What was asked cannot follow from the state in which the submission is now."""

    def __init__(self, submission: Submission):
        self.state = submission.state
        text = _("This is no longer possible: the submission is now “%(state)s”.")
        super().__init__(text % {"state": submission.get_state_display()})


def lock_submission(submission: Submission) -> Submission:
    """The row as it is now, closed to others until the transaction ends."""
    return Submission.objects.select_for_update(of=("self",)).get(pk=submission.pk)


def require_editable(submission: Submission) -> None:
    """Raises `WrongState` once its sender may change nothing of it any more."""
    if submission.state not in EDITABLE_STATES:
        raise WrongState(submission)


@transaction.atomic
def create_submission(*, state: str, reason: str, actor: str, staff=None, **values) -> Submission:
    """A new row with the first line of its log."""
    now = timezone.now()
    sent_at = now if state == SubmissionState.WAITING else None
    submission = Submission.objects.create(
        state=state, state_since=now, begun_at=now, sent_at=sent_at, **values
    )
    _tell(submission, "", reason, actor, staff, now)
    return submission


@transaction.atomic
def change_state(
    submission: Submission, to: str, *, reason: Reason, actor: Actor, staff=None, **values
) -> None:
    """Change a locked submission (`lock_submission`), other fields of its row with it.

    Raises `WrongState` if `to` may not follow.
    """
    before = SubmissionState(submission.state)
    if to not in TRANSITIONS[before]:
        raise WrongState(submission)
    now = timezone.now()
    values |= {"state": to, "state_since": now, "reviewer": None, "reviewed_until": None}
    values |= NOT_PUBLISHING
    if to == SubmissionState.WAITING:
        values["sent_at"] = now
    for name, value in values.items():
        setattr(submission, name, value)
    submission.save(update_fields=list(values))
    _tell(submission, before, reason, actor, staff, now)


def _tell(submission: Submission, before: str, reason: str, actor: str, staff, now) -> None:
    SubmissionEvent.objects.create(
        submission=submission.key,
        from_state=before,
        to_state=submission.state,
        reason=reason,
        actor=actor,
        staff=staff,
        at=now,
    )
