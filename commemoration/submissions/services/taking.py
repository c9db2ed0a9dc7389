"""Who reviews what now: one person at a time, for a while."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from commemoration.submissions.models.records import Submission
from commemoration.submissions.querysets import SubmissionQuerySet
from commemoration.submissions.services.review import REVIEW_TIME


@transaction.atomic
def take_next(
    *, among: SubmissionQuerySet, user, after: Submission | None = None
) -> Submission | None:
    """The one of `among` that has waited longest and is free for this person, now taken by them.

    Left out are those that others review, those that this person has accepted already and those
    that are being published; with `after`, all that have waited longer than that one. None when
    nothing is left. Two people who ask at once get two submissions.
    """
    now = timezone.now()
    free = among.undecided().filter(
        Q(reviewer=None) | Q(reviewer=user) | Q(reviewed_until__lte=now),
        Q(first_approval_by=None) | ~Q(first_approval_by=user),
    )
    if after is not None and after.sent_at is not None:
        free = free.filter(Q(sent_at__gt=after.sent_at) | Q(sent_at=after.sent_at, pk__gt=after.pk))
    found = free.select_for_update(of=("self",), skip_locked=True).first()
    if found is not None:
        found.reviewer, found.reviewed_until = user, now + REVIEW_TIME
        found.save(update_fields=["reviewer", "reviewed_until"])
    return found
