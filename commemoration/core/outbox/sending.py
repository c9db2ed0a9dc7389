"""Sends what is due: one letter by one worker at a time, again if that worker died.

Each letter is leased in a short transaction of its own; while the mail server is spoken to, no
transaction is open. A worker killed between delivery and noting it leaves a lease that ends, and
the letter is sent once more under the same Message-ID: rather twice than never.
"""

import logging
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from commemoration.core.outbox.enums import MessageStatus
from commemoration.core.outbox.models import OutboxMessage
from commemoration.core.outbox.transport import (
    MailServer,
    RefusedError,
    TemporaryError,
    UnreachableError,
)

LEASE = timedelta(minutes=10)  # longer than any talk with a mail server (EMAIL_TIMEOUT a step)
FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=1)
GIVE_UP_AFTER = timedelta(days=5)  # as mail servers do: RFC 5321, 4.5.4.1
AT_MOST = 50  # letters in one run: other periodic jobs wait for it

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Run:
    """What one run of `send_due` did."""

    sent: int = 0
    postponed: int = 0
    refused: int = 0


def send_due(now: datetime | None = None) -> Run:
    """Send the letters that are due, the longest waiting first; counts of what became of them.

    A mail server that cannot be reached ends the run. `now` stands for the clock in tests.
    """
    done = {"sent": 0, "postponed": 0, "refused": 0}
    with MailServer() as server:
        for _ in range(AT_MOST):
            message = lease_next(now=now or timezone.now())
            if message is None:
                break
            try:
                server.deliver(message)
            except RefusedError as error:
                _close(message, MessageStatus.REFUSED, now=now, error=str(error))
                done["refused"] += 1
            except TemporaryError as error:
                _postpone(message, now=now, error=str(error))
                done["postponed"] += 1
                if isinstance(error, UnreachableError):
                    break
            else:
                _close(message, MessageStatus.SENT, now=now)
                done["sent"] += 1
    return Run(**done)


def lease_next(*, now: datetime) -> OutboxMessage | None:
    """Take the next due letter for this worker alone, or one whose worker never came back."""
    is_due = Q(status=MessageStatus.WAITING, next_attempt_at__lte=now)
    is_abandoned = Q(status=MessageStatus.SENDING, leased_until__lte=now)
    with transaction.atomic():
        message = (
            OutboxMessage.objects.select_for_update(skip_locked=True)
            .filter(is_due | is_abandoned)
            .order_by("next_attempt_at", "pk")
            .first()
        )
        if message is None:
            return None
        message.status = MessageStatus.SENDING
        message.lease = uuid.uuid4()
        message.leased_until = now + LEASE
        message.attempts += 1
        message.save(update_fields=["status", "lease", "leased_until", "attempts"])
    return message


def pause_after(attempts: int) -> timedelta:
    """How long to wait after that many attempts: 1, 2, 4 … 60 minutes."""
    return min(FIRST_PAUSE * 2 ** min(attempts - 1, 10), LONGEST_PAUSE)


def _postpone(message: OutboxMessage, *, now: datetime | None, error: str) -> None:
    now = now or timezone.now()
    if now - message.created_at >= GIVE_UP_AFTER:
        _close(message, MessageStatus.GIVEN_UP, now=now, error=error)
        return
    _note(
        message,
        status=MessageStatus.WAITING,
        next_attempt_at=now + pause_after(message.attempts),
        last_error=error,
    )


def _close(message: OutboxMessage, status: str, *, now: datetime | None, error: str = "") -> None:
    if status != MessageStatus.SENT:
        logger.error("Letter %s was not delivered: %s", message.uuid, error)
    _note(message, status=status, closed_at=now or timezone.now(), last_error=error)


def _note(message: OutboxMessage, **values) -> None:
    """Write the result, unless the lease has ended and another worker took the letter over."""
    noted = OutboxMessage.objects.filter(pk=message.pk, lease=message.lease).update(
        lease=None, leased_until=None, **values
    )
    if not noted:
        logger.warning("Letter %s outlasted its lease", message.uuid)
