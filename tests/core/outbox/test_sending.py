from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from commemoration.core.models import OutboxMessage
from commemoration.core.outbox.sending import LEASE, Run, lease_next, pause_after, send_due
from tests.core.threads import at_once


def test_due_letter_is_sent_once(db, queue, mailoutbox):
    queue()

    assert send_due() == Run(sent=1)
    assert send_due() == Run()
    assert [(mail.to, mail.subject) for mail in mailoutbox] == [(["reader@example.org"], "Память")]


def test_leased_letter_is_left_alone_until_its_lease_ends(db, queue, mailoutbox):
    queue()
    now = timezone.now()
    killed = lease_next(now=now)  # its worker is killed here

    assert send_due(now + LEASE - timedelta(seconds=1)) == Run()
    assert send_due(now + LEASE) == Run(sent=1)
    killed.refresh_from_db()
    assert (killed.status, killed.attempts) == ("sent", 2)


def test_both_tries_carry_the_same_message_id(db, queue, mailoutbox):
    message = queue()
    send_due()
    OutboxMessage.objects.update(status="waiting", closed_at=None)
    send_due()

    first, second = (mail.extra_headers["Message-ID"] for mail in mailoutbox)
    assert first == second == f"<{message.uuid}@localhost>"


def test_worker_that_outlasts_its_lease_does_not_overwrite_the_other(db, queue):
    queue()
    now = timezone.now()
    slow = lease_next(now=now)
    other = lease_next(now=now + LEASE)

    assert other == slow
    assert OutboxMessage.objects.filter(lease=slow.lease).count() == 0
    assert OutboxMessage.objects.filter(lease=other.lease).count() == 1


def test_longest_waiting_letter_goes_first(db, queue, mailoutbox):
    queue(subject="second")
    OutboxMessage.objects.filter(pk=queue(subject="first").pk).update(
        next_attempt_at=timezone.now() - timedelta(hours=1)
    )

    send_due()

    assert [mail.subject for mail in mailoutbox] == ["first", "second"]


def test_letter_with_a_line_break_in_its_subject_is_refused(db, queue, mailoutbox):
    queue(subject="Hello\nBcc: all@example.org")
    queue()

    assert send_due() == Run(sent=1, refused=1)
    assert OutboxMessage.objects.get(status="refused").last_error == "BadHeaderError"


@pytest.mark.parametrize(("attempts", "minutes"), [(1, 1), (2, 2), (4, 8), (7, 60), (500, 60)])
def test_pause_grows_to_an_hour(attempts, minutes):
    assert pause_after(attempts) == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    "values",
    [
        {"status": "lost"},
        {"status": "sending"},
        {"status": "sent"},
        {"to": ""},
        {"closed_at": timezone.now()},
    ],
)
def test_database_refuses_a_state_that_cannot_be(db, queue, values):
    queue()

    with pytest.raises(IntegrityError), transaction.atomic():
        OutboxMessage.objects.update(**values)


def lease_without_lock(meet):
    """Leasing as one would write it without thinking, to show that the race is real."""
    message = OutboxMessage.objects.filter(status="waiting").first()
    meet()
    message.lease, message.leased_until = message.uuid, timezone.now()
    message.status = "sending"
    message.save()
    return message.pk


@pytest.mark.usefixtures("committed")
def test_without_the_lock_all_workers_take_the_same_letter(queue):
    message = queue()

    assert at_once(lease_without_lock, 6) == [message.pk] * 6


@pytest.mark.usefixtures("committed")
def test_only_one_worker_takes_a_letter(queue):
    message = queue()

    def lease(meet):
        meet()
        leased = lease_next(now=timezone.now())
        return leased and leased.pk

    taken = at_once(lease, 6)

    assert [pk for pk in taken if pk] == [message.pk]


@pytest.mark.usefixtures("committed")
def test_workers_share_the_letters(queue):
    letters = {queue(subject=str(number)).pk for number in range(6)}

    def lease(meet):
        meet()
        leased = lease_next(now=timezone.now())
        return leased and leased.pk

    assert set(at_once(lease, 6)) == letters
