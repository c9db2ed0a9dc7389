"""What must be true of letters: each is on its way or closed, and none is kept for too long."""

from collections.abc import Iterator
from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from commemoration.core.invariants.registry import register_invariant
from commemoration.core.outbox.enums import CLOSED_STATUSES, MessageStatus
from commemoration.core.outbox.models import OutboxMessage

# A letter is tried every few seconds and letters are emptied every six hours: what is later than
# this was forgotten.
SENDING_PATIENCE = timedelta(hours=2)
ERASING_PATIENCE = timedelta(days=1)


def register_outbox_invariants() -> None:
    register_invariant("outbox.lease_ends", letters_leased_for_ever)
    register_invariant("outbox.due_letter_is_tried", letters_nobody_sends)
    register_invariant("outbox.old_letter_is_empty", letters_kept_too_long)


def letters_leased_for_ever() -> Iterator[str]:
    before = timezone.now() - SENDING_PATIENCE
    leased = OutboxMessage.objects.filter(status=MessageStatus.SENDING, leased_until__lt=before)
    for letter in leased.order_by("pk").iterator():
        yield f"letter {letter.uuid} was leased until {letter.leased_until:%Y-%m-%d %H:%M} UTC"


def letters_nobody_sends() -> Iterator[str]:
    before = timezone.now() - SENDING_PATIENCE
    due = OutboxMessage.objects.filter(status=MessageStatus.WAITING, next_attempt_at__lt=before)
    for letter in due.order_by("pk").iterator():
        yield f"letter {letter.uuid} was due at {letter.next_attempt_at:%Y-%m-%d %H:%M} UTC"


def letters_kept_too_long() -> Iterator[str]:
    kept = timedelta(days=settings.OUTBOX_KEEP_DAYS)
    before = timezone.now() - kept - ERASING_PATIENCE
    old = OutboxMessage.objects.filter(
        status__in=CLOSED_STATUSES, erased_at=None, closed_at__lt=before
    )
    for letter in old.order_by("pk").iterator():
        yield f"letter {letter.uuid}, closed on {letter.closed_at:%Y-%m-%d}, still has its text"
