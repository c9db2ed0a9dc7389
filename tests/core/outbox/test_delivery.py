"""Letters reach a real SMTP server, or wait for it."""

import socket
from contextlib import contextmanager
from datetime import timedelta
from email import message_from_bytes, policy

import pytest
from aiosmtpd.controller import Controller
from django.utils import timezone

from commemoration.core.models import OutboxMessage
from commemoration.core.outbox.sending import Run, send_due

pytestmark = pytest.mark.django_db


class PostOffice:
    """Takes letters, but answers one address, or the data of a letter, as it was told to."""

    def __init__(self, *, recipient="250 OK", data="250 OK", hangs_up=False):
        self.recipient, self.data, self.hangs_up = recipient, data, hangs_up
        self.letters = []

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        if address.startswith("odd") and not self.recipient.startswith("250"):
            return self.recipient
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        if self.hangs_up:
            server.transport.abort()
        if self.data.startswith("250"):
            letter = message_from_bytes(envelope.content, policy=policy.default)
            self.letters.append((envelope.rcpt_tos, letter))
        return self.data


@pytest.fixture
def port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@pytest.fixture
def serve(settings, port):
    settings.OUTBOX_TRANSPORT = {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": "127.0.0.1",
        "EMAIL_PORT": port,
    }
    settings.EMAIL_TIMEOUT = 5

    @contextmanager
    def serve(office):
        controller = Controller(office, hostname="127.0.0.1", port=port)
        controller.start()
        try:
            yield office
        finally:
            controller.stop()

    return serve


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
