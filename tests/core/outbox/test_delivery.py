"""Letters reach a real SMTP server, or wait for it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from commemoration.core.models import OutboxMessage
from commemoration.core.outbox.sending import Run, send_due
from tests.factories.post_office import PostOffice, free_port, serving, transport

pytestmark = pytest.mark.django_db


@pytest.fixture
def serve(settings):
    port = free_port()
    settings.OUTBOX_TRANSPORT = transport(port)
    settings.EMAIL_TIMEOUT = 5
    return lambda office: serving(office, port)


def later(minutes):
    return timezone.now() + timedelta(minutes=minutes)


def test_letter_arrives_whole(serve, queue, settings):
    settings.DEFAULT_FROM_EMAIL = "Victory 75 <site@example.org>"
    message = queue(reply_to="family@example.org", body="Здравствуйте!\nС уважением\n")

    with serve(PostOffice()) as office:
        assert send_due() == Run(sent=1)

    ((recipients, letter),) = office.letters
    assert recipients == ["reader@example.org"]
    assert letter["From"] == "Victory 75 <site@example.org>"
    assert letter["To"] == "reader@example.org"
    assert letter["Reply-To"] == "family@example.org"
    assert letter["Subject"] == "Память"
    assert letter["Content-Language"] == "ru"
    assert letter.get_content().replace("\r\n", "\n") == "Здравствуйте!\nС уважением\n"
    message.refresh_from_db()
    assert (message.status, message.attempts, message.last_error) == ("sent", 1, "")


def test_refused_recipient_stops_no_other_letter(serve, queue):
    odd = queue(to="odd@example.org")
    queue()

    with serve(PostOffice(recipient="550 5.1.1 <odd@example.org> unknown")) as office:
        assert send_due() == Run(sent=1, refused=1)
        assert send_due(later(600)) == Run()

    assert [recipients for recipients, _ in office.letters] == [["reader@example.org"]]
    odd.refresh_from_db()
    assert (odd.status, odd.attempts) == ("refused", 1)
    assert odd.last_error == "SMTPRecipientsRefused 550 5.1.1 … unknown"


def test_full_mailbox_is_tried_again(serve, queue):
    queue(to="odd@example.org")

    with serve(PostOffice(recipient="452 4.2.2 mailbox full")) as office:
        assert send_due() == Run(postponed=1)
        assert send_due() == Run()
        office.recipient = "250 OK"
        assert send_due(later(2)) == Run(sent=1)

    assert [recipients for recipients, _ in office.letters] == [["odd@example.org"]]


def test_letter_that_the_server_will_not_take_is_refused(serve, queue):
    queue()

    with serve(PostOffice(data="554 5.7.1 spam")):
        assert send_due() == Run(refused=1)

    assert OutboxMessage.objects.get().last_error == "SMTPDataError 554 5.7.1 spam"


def test_letters_wait_for_a_server_that_is_away(serve, queue):
    queue()
    queue(to="second@example.org")

    assert send_due() == Run(postponed=1)  # nobody listens: the run ends with the first letter
    with serve(PostOffice()) as office:
        assert send_due(later(2)) == Run(sent=2)

    assert len(office.letters) == 2
    assert {message.last_error for message in OutboxMessage.objects.all()} == {""}


def test_letter_is_sent_again_after_the_server_hung_up(serve, queue):
    message = queue()

    with serve(PostOffice(hangs_up=True, data="451 gone")):
        assert send_due() == Run(postponed=1)
    message.refresh_from_db()
    assert (message.status, message.last_error) == ("waiting", "SMTPServerDisconnected")
    with serve(PostOffice()) as office:
        assert send_due(later(2)) == Run(sent=1)

    assert len(office.letters) == 1


def test_letter_is_given_up_after_five_days(serve, queue):
    message = queue()
    OutboxMessage.objects.update(created_at=later(-5 * 24 * 60))

    assert send_due() == Run(postponed=1)

    message.refresh_from_db()
    assert message.status == "given_up"
    assert message.last_error == "ConnectionRefusedError"


def test_wrong_password_does_not_refuse_letters(serve, queue, settings):
    settings.OUTBOX_TRANSPORT["EMAIL_HOST_USER"] = "site"
    settings.OUTBOX_TRANSPORT["EMAIL_HOST_PASSWORD"] = "secret"
    message = queue()

    with serve(PostOffice()):
        assert send_due() == Run(postponed=1)

    message.refresh_from_db()
    assert message.status == "waiting"
    assert "secret" not in message.last_error
