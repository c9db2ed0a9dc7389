"""A letter a day to those who have something to decide on: how much, since when, by when."""

from datetime import datetime
from urllib.parse import urljoin

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.users.models import UserProfile

from commemoration.core.outbox.services import queue_message
from commemoration.submissions.selectors.objections import OpenObjections, count_open_objections
from commemoration.submissions.selectors.reviewers import reviewers
from commemoration.submissions.selectors.waiting import Queue, waiting_for

FIRST_HOUR = 7  # local time: nobody is written to in the night


def send_digests(now: datetime | None = None) -> int:
    """Write to each reviewer for whom something waits, once a day however often this runs; how
    many letters were written or stood already."""
    now = timezone.localtime(now)
    if now.hour < FIRST_HOUR:
        return 0
    people = [user for user in reviewers() if user.email]
    found = [(user, waiting_for(user), count_open_objections(user)) for user in people]
    waiting = [each for each in found if each[1].number or each[2].number]
    for user, queue, objections in waiting:
        _write(user, queue, objections, now)
    return len(waiting)


@transaction.atomic
def _write(user, queue: Queue, objections: OpenObjections, now: datetime) -> None:
    queue_message(
        template="submission_digest",
        to=user.email,
        language=UserProfile.get_for_user(user).get_preferred_language(),
        context={
            "number": queue.number,
            "since": queue.since,
            "objections": objections.number,
            "due": objections.due,
            "link": urljoin(settings.WAGTAILADMIN_BASE_URL, reverse("submission_queue:index")),
        },
        dedupe_key=f"submissions.digest {now:%Y-%m-%d} {user.pk}",
    )
