"""How what staff accept becomes public: at once, or by the worker if pictures are taken in for it.

The decision is its reviewer's and is made in the request. What the worker carries out is that
decision and no other: it falls if anything has changed meanwhile, and stays noted with the reason
if the work fails.
"""

import logging
import traceback
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from commemoration.core.ingest.refusals import PictureRefused
from commemoration.core.media.disk import is_disk_fault
from commemoration.submissions.enums import PublishingFault
from commemoration.submissions.models.pictures import SubmittedPicture
from commemoration.submissions.models.records import Submission, SubmittedWords
from commemoration.submissions.selectors.queue import may_try_again
from commemoration.submissions.services.public_pictures import WHOLE
from commemoration.submissions.services.queued import numbers_in_queue
from commemoration.submissions.services.review import agree_to_publish, approve
from commemoration.submissions.services.states import NOT_PUBLISHING, lock_submission
from commemoration.submissions.tasks import publish_submission

PATIENCE = timedelta(minutes=3)  # the longest that publishing may take, and a queue before it
MOST_TRIES = 3

logger = logging.getLogger(__name__)


class UnknownFaultError(Exception):
    """Only the log of the server tells more."""


class Accepted(Enum):
    """What has become of an approval: public, the first of two, or handed to the worker."""

    PUBLISHED = auto()
    FIRST = auto()
    HANDED_OVER = auto()


@dataclass(frozen=True)
class Decision:
    """Who has accepted a submission, as which version of its words."""

    submission: int
    by: Any
    version: int

    def stands(self, submission: Submission) -> bool:
        """For a row as it is now."""
        noted = (submission.publishing_by_id, submission.publishing_version)
        return submission.is_being_published and noted == (self.by.pk, self.version)


@transaction.atomic
def accept(*, submission: Submission, user, seen_version: int) -> Accepted:
    """Have it published. Raises what `approve` raises; what its kind alone can refuse is found
    by the worker if there are pictures to take in."""
    submission = lock_submission(submission)
    if submission.publishing_fault:  # decided anew
        _note(submission, **NOT_PUBLISHING)
    decision = {"submission": submission, "user": user, "seen_version": seen_version}
    if not any(_is_to_be_taken_in(each) for each in submission.pictures.all()):
        return Accepted.PUBLISHED if approve(**decision) else Accepted.FIRST
    if agree_to_publish(**decision) is None:
        return Accepted.FIRST
    _hand_over(submission, publishing_by=user, publishing_version=seen_version)
    return Accepted.HANDED_OVER


@transaction.atomic
def try_again(*, submission: Submission, user) -> bool:
    """Have a decision carried out that could not be; False where it does not stand as it was, is
    being reviewed by now, or is of a kind that this person does not review."""
    submission = lock_submission(submission)
    if not (may_try_again(submission) and submission.of_kind.may_review(user)):
        return False
    _hand_over(submission)
    return True


def publish_accepted(submission_id: int) -> None:
    """Carry out the decision that is noted: done once, whoever asks and however often.

    What a killed worker leaves is noted still, and is taken up again (`publish_forgotten`).
    """
    decision = _begin(submission_id)
    if decision is None:
        return
    try:
        _carry_out(decision)
    except Exception as error:  # noqa: BLE001 - whatever it is, the reviewer is told
        fault = _fault_of(error)
        _fail(decision, fault)
        if fault == PublishingFault.UNKNOWN:
            where = "".join(traceback.format_tb(error.__traceback__))
            logger.error("Publishing met a %s:\n%s", type(error).__name__, where)
            # What a database says of a fault has words of the sender in it: no task keeps that.
            raise UnknownFaultError(type(error).__name__) from None


@transaction.atomic
def publish_forgotten(now=None) -> int:
    """Ask once more for what was accepted PATIENCE ago and is still not public, unless it stands in
    the queue; how many. What somebody is at, or a sender changes just now, is left alone."""
    now = now or timezone.now()
    rows = Submission.objects.being_published().filter(publishing_since__lt=now - PATIENCE)
    rows = rows.exclude(pk__in=numbers_in_queue(publish_submission))
    found = list(rows.select_for_update(of=("self",), skip_locked=True).order_by("pk"))
    for submission in found:
        _note(submission, publishing_since=now)
        publish_submission.enqueue(submission.pk)
    return len(found)


@transaction.atomic
def _begin(submission_id: int) -> Decision | None:
    """Count the attempt, which a killed worker cannot do any more."""
    submission = _locked(submission_id)
    if not submission.is_being_published:
        return None
    if submission.publishing_tries >= MOST_TRIES:
        _note(submission, publishing_fault=PublishingFault.KILLED)
        logger.error("Submission %s was given up: its worker was killed", submission.handle)
        return None
    if submission.publishing_by is None:  # the account is deleted, and nobody has decided
        _note(submission, **NOT_PUBLISHING | {"publishing_fault": PublishingFault.REFUSED})
        return None
    _note(submission, publishing_tries=submission.publishing_tries + 1)
    return Decision(submission.pk, submission.publishing_by, submission.publishing_version)


@transaction.atomic
def _carry_out(decision: Decision) -> None:
    submission = _locked(decision.submission)
    if not decision.stands(submission):
        return
    _note(submission, **NOT_PUBLISHING)
    if SubmittedWords.objects.get(submission=submission).version != decision.version:
        _note(submission, publishing_fault=PublishingFault.CHANGED)
        return
    approve(submission=submission, user=decision.by, seen_version=decision.version)


@transaction.atomic
def _fail(decision: Decision, fault: PublishingFault) -> None:
    """The submission waits as before, and says why."""
    submission = _locked(decision.submission)
    if decision.stands(submission):
        _note(submission, publishing_fault=fault)
        logger.error("Submission %s could not be published: %s", submission.handle, fault.value)


def _fault_of(error: Exception) -> PublishingFault:
    if isinstance(error, PictureRefused):
        return PublishingFault.PICTURE
    if is_disk_fault(error):
        return PublishingFault.DISK
    if isinstance(error, OSError):
        return PublishingFault.FILES
    if isinstance(error, MemoryError):
        return PublishingFault.MEMORY
    if isinstance(error, (ValidationError, PermissionDenied)):
        return PublishingFault.REFUSED
    return PublishingFault.UNKNOWN


def _is_to_be_taken_in(picture: SubmittedPicture) -> bool:
    """Not what is public already as it stands, nor what is left out."""
    is_public = picture.accepted is not None
    return not picture.is_left_out and not (
        is_public and not picture.turns and picture.crop == WHOLE
    )


def _hand_over(submission: Submission, **decision) -> None:
    """The task is a row of the same transaction: neither is there without the other."""
    _note(
        submission,
        publishing_since=timezone.now(),
        publishing_tries=0,
        publishing_fault="",
        reviewer=None,
        reviewed_until=None,
        **decision,
    )
    publish_submission.enqueue(submission.pk)


def _locked(submission_id: int) -> Submission:
    return lock_submission(Submission(pk=submission_id))


def _note(submission: Submission, **values) -> None:
    """On a locked row."""
    for name, value in values.items():
        setattr(submission, name, value)
    submission.save(update_fields=list(values))
