"""Erases what has been kept long enough; the clock decides, and `docs/deploy.md` says how long."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from commemoration.submissions.enums import UNSENT_STATES, Actor, Reason, SubmissionState
from commemoration.submissions.models.records import Submission
from commemoration.submissions.querysets import SubmissionQuerySet
from commemoration.submissions.services.endings import erase_submission


def due_for_erasure(now: datetime) -> SubmissionQuerySet:
    """Ended SUBMISSION_KEEP_DAYS ago, or begun and left alone for SUBMISSION_DRAFT_DAYS."""
    ended = now - timedelta(days=settings.SUBMISSION_KEEP_DAYS)
    left_alone = now - timedelta(days=settings.SUBMISSION_DRAFT_DAYS)
    return Submission.objects.filter(
        Q(
            state__in=[SubmissionState.REJECTED, SubmissionState.WITHDRAWN],
            state_since__lt=ended,
        )
        | Q(state__in=UNSENT_STATES, state_since__lt=left_alone, words__saved_at__lt=left_alone)
    ).order_by("pk")


def erase_due(now: datetime | None = None) -> int:
    """Erase all that is due, each in a transaction of its own; how many."""
    due = list(due_for_erasure(now or timezone.now()))
    for submission in due:
        erase_submission(submission=submission, reason=Reason.TIME_OVER, actor=Actor.CLOCK)
    return len(due)
