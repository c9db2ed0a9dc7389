"""How much waits for review, since when, and how long it usually does."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection
from django.db.models import Count, Min
from django.utils import timezone

from commemoration.submissions.enums import Actor, SubmissionState
from commemoration.submissions.models.records import Submission
from commemoration.submissions.permissions import kinds_reviewed_by
from commemoration.submissions.querysets import SubmissionQuerySet

LOOKED_BACK = timedelta(days=30)

MOST_DECISIONS = 1000  # a busy month has many: the newest tell how long it takes now

# A decision of staff, and the coming that it answered.
_MEDIAN = """
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY decided.at - came.at)
FROM (
        SELECT event.id, event.submission, event.at
        FROM submissions_submissionevent event
            JOIN submissions_submission submission ON submission.key = event.submission
        WHERE event.from_state = %(waiting)s AND event.actor = %(staff)s
            AND event.at >= %(since)s AND submission.kind = ANY(%(kinds)s)
        ORDER BY event.at DESC LIMIT %(most)s
    ) decided
    CROSS JOIN LATERAL (
        SELECT at FROM submissions_submissionevent event
        WHERE event.submission = decided.submission AND event.id < decided.id
        ORDER BY event.id DESC LIMIT 1
    ) came
"""


@dataclass(frozen=True)
class Queue:
    """`number` submissions wait, the oldest since `since`."""

    number: int
    since: datetime | None


def waiting_submissions(user) -> SubmissionQuerySet:
    """What this person can decide on: not what they have accepted first where two must agree, nor
    what is being published."""
    theirs = [kind.slug for kind in kinds_reviewed_by(user)]
    return Submission.objects.undecided().filter(kind__in=theirs).exclude(first_approval_by=user)


def waiting_for(user) -> Queue:
    """One query, and what asking for permission costs."""
    found = waiting_submissions(user).order_by().aggregate(number=Count("pk"), since=Min("sent_at"))
    return Queue(**found)


def median_wait(user, now: datetime | None = None) -> timedelta | None:
    """From coming to decision, over the newest MOST_DECISIONS of the last LOOKED_BACK on what
    this person reviews; None when there were none. One query."""
    kinds = [kind.slug for kind in kinds_reviewed_by(user)]
    asked = {
        "waiting": SubmissionState.WAITING.value,
        "staff": Actor.STAFF.value,
        "since": (now or timezone.now()) - LOOKED_BACK,
        "kinds": kinds,
        "most": MOST_DECISIONS,
    }
    with connection.cursor() as cursor:
        cursor.execute(_MEDIAN, asked)
        return cursor.fetchone()[0]
