import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from commemoration.core.outbox.enums import MessageStatus
from commemoration.core.outbox.invariants import (
    letters_kept_too_long,
    letters_leased_for_ever,
    letters_nobody_sends,
)
from commemoration.core.outbox.models import OutboxMessage
from commemoration.core.outbox.services import queue_text

pytestmark = pytest.mark.django_db


def letter(**values) -> OutboxMessage:
    message = queue_text(to="anna@example.org", language="en", subject="Hello", body="Good day")
    OutboxMessage.objects.filter(pk=message.pk).update(**values)
    return message


def ago(**time):
    return timezone.now() - timedelta(**time)


def leased_until(moment):
    return {"status": MessageStatus.SENDING, "lease": uuid.uuid4(), "leased_until": moment}


def test_letters_on_their_way_break_no_promise():
    letter()
    letter(**leased_until(timezone.now()))
    letter(status=MessageStatus.SENT, closed_at=ago(days=29))

    assert list(letters_leased_for_ever()) == []
    assert list(letters_nobody_sends()) == []
    assert list(letters_kept_too_long()) == []


def test_letter_leased_for_ever_is_named():
    late = letter(**leased_until(ago(hours=3)))
    letter(**leased_until(ago(hours=1)))

    (breach,) = letters_leased_for_ever()

    assert breach.startswith(f"letter {late.uuid} was leased until ")


def test_letter_that_nobody_tries_is_named():
    late = letter(next_attempt_at=ago(hours=3))
    letter(next_attempt_at=ago(hours=1))

    (breach,) = letters_nobody_sends()

    assert breach.startswith(f"letter {late.uuid} was due at ")


def test_text_kept_too_long_is_named():
    old = letter(status=MessageStatus.REFUSED, closed_at=ago(days=32))
    letter(status=MessageStatus.SENT, closed_at=ago(days=32), erased_at=ago(days=1))

    (breach,) = letters_kept_too_long()

    assert breach.startswith(f"letter {old.uuid}, closed on ")
