from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from commemoration.core.models import OutboxMessage
from commemoration.core.outbox.services import erase_old_letters, queue_message, send_due


class UndoneError(Exception):
    pass


def test_letter_is_written_in_the_recipients_language(db, sample_letters):
    message = queue_message(
        template="sample", to="a@example.org", language="ru", context={"title": "Tom & <Ann>"}
    )

    message.refresh_from_db()
    assert message.subject == "Понедельник: Tom & <Ann>"
    assert message.body == "Вторник Tom & <Ann>\n"


@transaction.atomic
def queue_and_undo(queue):
    queue()
    raise UndoneError


def test_letter_is_gone_when_the_work_is_undone(db, queue):
    with pytest.raises(UndoneError):
        queue_and_undo(queue)

    assert not OutboxMessage.objects.exists()


def test_same_dedupe_key_writes_one_letter(db, queue):
    first = queue(dedupe_key="entry:7:received")
    second = queue(dedupe_key="entry:7:received", subject="Other")

    assert second == first
    assert OutboxMessage.objects.get().subject == "Память"


def test_letters_without_a_key_are_all_written(db, queue):
    queue()
    queue()

    assert OutboxMessage.objects.count() == 2


def test_old_letters_are_erased_once_their_business_ended(db, queue, mailoutbox, settings):
    settings.OUTBOX_KEEP_DAYS = 30
    queue(reply_to="family@example.org")
    send_due()
    waiting = queue(to="second@example.org")
    later = timezone.now() + timedelta(days=31)

    assert erase_old_letters() == 0
    assert erase_old_letters(later) == 1
    assert erase_old_letters(later) == 0
    erased, kept = OutboxMessage.objects.order_by("pk")
    assert (erased.to, erased.reply_to, erased.subject, erased.body) == ("", "", "", "")
    assert erased.erased_at == later
    assert (kept, kept.to) == (waiting, "second@example.org")
