"""Takes letters in, so that none is sent for work that was undone, and none is lost."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone

from commemoration.core.outbox.enums import (
    CLOSED_STATUSES,
    OPEN_STATUSES,
    UNDELIVERED_STATUSES,
    MessageStatus,
)
from commemoration.core.outbox.letters import write_letter
from commemoration.core.outbox.models import OutboxMessage
from commemoration.core.outbox.returned import Returned
from commemoration.core.outbox.selectors import letters_of
from commemoration.core.outbox.sending import send_due

__all__ = [
    "erase_letters_to",
    "erase_old_letters",
    "note_returned",
    "queue_message",
    "queue_text",
    "retry_letter",
    "send_due",
]

_EMPTY = {"to": "", "reply_to": "", "subject": "", "body": "", "last_error": ""}


def queue_message(
    *,
    template: str,
    to: str,
    language: str,
    context: dict,
    reply_to: str | None = None,
    dedupe_key: str | None = None,
) -> OutboxMessage:
    """Write a letter into the outbox, in the caller's transaction: it is sent if that commits.

    `language` is the recipient's. A second call with the same `dedupe_key` gives the first letter
    and writes none; the key outlives the letter, so put no name or address into it.
    """
    letter = write_letter(template=template, language=language, context=context)
    return queue_text(
        to=to,
        language=language,
        subject=letter.subject,
        body=letter.body,
        reply_to=reply_to,
        dedupe_key=dedupe_key,
        template=template,
    )


def queue_text(
    *,
    to: str,
    language: str,
    subject: str,
    body: str,
    reply_to: str | None = None,
    dedupe_key: str | None = None,
    template: str = "",
) -> OutboxMessage:
    """Write a letter that is already worded into the outbox."""
    now = timezone.now()
    values = {
        "to": to,
        "language": language,
        "subject": subject[:400],
        "body": body,
        "reply_to": reply_to or "",
        "template": template,
        "created_at": now,
        "next_attempt_at": now,
    }
    if dedupe_key is None:
        return OutboxMessage.objects.create(**values)
    return OutboxMessage.objects.get_or_create(dedupe_key=dedupe_key, defaults=values)[0]


def retry_letter(message: OutboxMessage) -> bool:
    """Have a letter that did not arrive sent once more; False if it is not, or is empty.

    The days after which a letter is given up still count from when it was written: a try that
    fails for a passing reason ends with it, and somebody has to ask again.
    """
    undelivered = OutboxMessage.objects.filter(status__in=UNDELIVERED_STATUSES, erased_at=None)
    retried = undelivered.filter(pk=message.pk).update(
        status=MessageStatus.WAITING, next_attempt_at=timezone.now(), attempts=0, closed_at=None
    )
    return bool(retried)


def note_returned(returned: Returned) -> bool:
    """A letter that had been handed over did not arrive; False if it is not kept as sent."""
    sent = OutboxMessage.objects.filter(status=MessageStatus.SENT, erased_at=None)
    noted = sent.filter(uuid=returned.letter).update(
        status=MessageStatus.RETURNED, last_error=returned.error, closed_at=timezone.now()
    )
    return bool(noted)


def erase_old_letters(now: datetime | None = None) -> int:
    """Empty letters whose business ended OUTBOX_KEEP_DAYS ago; how many. The rows stay."""
    now = now or timezone.now()
    before = now - timedelta(days=settings.OUTBOX_KEEP_DAYS)
    return OutboxMessage.objects.filter(
        status__in=CLOSED_STATUSES, erased_at=None, closed_at__lt=before
    ).update(**_EMPTY, erased_at=now)


def erase_letters_to(address: str, now: datetime | None = None) -> int:
    """Empty every letter to this address, and those that carry it as the address for answers;
    how many. What waits is not sent any more: a worker that has a letter in hand just now loses
    its lease, and finds nothing left to note."""
    now = now or timezone.now()
    letters = letters_of(address)
    waiting = letters.filter(status__in=OPEN_STATUSES).update(
        **_EMPTY,
        status=MessageStatus.GIVEN_UP,
        lease=None,
        leased_until=None,
        closed_at=now,
        erased_at=now,
    )
    return waiting + letters.update(**_EMPTY, erased_at=now)
