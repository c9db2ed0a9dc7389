"""What mail servers report of letters that they had taken."""

import io
import os
import sys
from email import policy
from email.message import EmailMessage, Message
from email.mime.base import MIMEBase
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db import OperationalError

from commemoration.core.management.commands import take_returned_letter
from commemoration.core.models import OutboxMessage
from commemoration.core.outbox.returned import MOST_BYTES, Returned, read_returned
from commemoration.core.outbox.selectors import undelivered_to
from commemoration.core.outbox.sending import send_due
from commemoration.core.outbox.services import note_returned, retry_letter
from tests.factories.post_office import PostOffice, free_port, serving, transport

WHOLE, HEADERS = "message/rfc822", "text/rfc822-headers"
SAID = "5.1.1 smtp; 550 5.1.1 … unknown"


def report(letter: Message, *, original=WHOLE, action="failed", kind="delivery-status") -> bytes:
    """As a mail server writes it to the sender on the envelope."""
    made = EmailMessage(policy=policy.SMTP)
    made["From"] = "MAILER-DAEMON@mail.example.net"
    made["Subject"] = "Undelivered Mail Returned to Sender"
    made.set_content("I am sorry to have to inform you …\n")
    made.make_mixed()
    status = MIMEBase("message", kind)
    status.set_payload([_block(**{"Reporting-MTA": "dns; mail.example.net"}), _of(action)])
    made.attach(status)
    if original == WHOLE:
        whole = MIMEBase("message", "rfc822")
        whole.set_payload([letter])
        made.attach(whole)
    else:
        headers = "".join(f"{name}: {value}\n" for name, value in letter.items())
        part = EmailMessage()
        part.set_content(headers, subtype="rfc822-headers")
        made.attach(part)
    made.replace_header("Content-Type", f'multipart/report; report-type="{kind}"')
    made.set_boundary("=_report")
    return made.as_bytes()


def _of(action: str) -> Message:
    return _block(
        **{
            "Final-Recipient": "rfc822; reader@example.org",
            "Action": action,
            "Status": "5.1.1",
            "Diagnostic-Code": "smtp; 550 5.1.1 <reader@example.org> unknown",
        }
    )


def _block(**fields: str) -> Message:
    block = Message()
    for name, value in fields.items():
        block[name] = value
    return block


def letter(uuid=None) -> Message:
    made = Message()
    made["Message-ID"] = f"<{uuid or uuid4()}@www.example.org>"
    made["To"] = "reader@example.org"
    made.set_payload("Hello")
    return made


@pytest.mark.django_db
@pytest.mark.parametrize("original", [WHOLE, HEADERS])
def test_letter_that_comes_back_is_noted_with_the_reason_and_without_the_address(
    original, queue, settings
):
    port = free_port()
    settings.OUTBOX_TRANSPORT = transport(port)
    settings.EMAIL_RETURN_ADDRESS = "returned@example.org"
    settings.DEFAULT_FROM_EMAIL = "Victory 75 <site@example.org>"
    message = queue()
    with serving(PostOffice(), port) as office:
        send_due()
    ((_recipients, arrived),) = office.letters

    found = read_returned(report(arrived, original=original))

    assert (office.senders, arrived["From"]) == (
        ["returned@example.org"],
        "Victory 75 <site@example.org>",
    )
    assert found == Returned(message.uuid, SAID)
    assert (note_returned(found), note_returned(found)) == (True, False)
    assert undelivered_to(["reader@example.org"]).get().last_error == SAID
    message.refresh_from_db()
    assert (message.get_status_display(), retry_letter(message)) == ("Came back", True)


@pytest.mark.django_db
def test_letter_that_is_unknown_or_emptied_is_not_noted(queue):
    assert not note_returned(Returned(uuid4(), "5.1.1"))
    waiting = queue()
    assert not note_returned(Returned(waiting.uuid, "5.1.1"))
    assert OutboxMessage.objects.get().status == "waiting"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\xff" * 5000,
        b"Subject: Out of office\n\nI am away.\n",
        report(letter(), action="delayed"),
        report(letter(), action="delivered"),
        report(letter(), kind="disposition-notification"),
        report(letter("not-one-of-ours")),
        report(Message()),
        b"Content-Type: multipart/report; boundary=a\n\n" + b"--a\n" * 50_000,
        b"Content-Type: multipart/report; boundary=a\n\n--a\nContent-Type: message/rfc822\n\n"
        * 999,
    ],
    ids=range(10),
)
def test_what_is_no_report_of_a_failure_is_left_alone(data):
    assert read_returned(data) is None


def test_report_that_is_cut_off_anywhere_is_read_without_a_fault():
    data = report(letter())

    found = {read_returned(data[:end]) is None for end in range(0, len(data) + 1, 7)}

    assert found == {True, False}


def test_report_in_a_letter_is_not_the_report():
    inner = EmailMessage()
    inner.set_content("Look what I got back.")
    inner.make_mixed()
    forwarded = MIMEBase("message", "rfc822")
    forwarded.set_payload([Message()])
    inner.attach(forwarded)

    assert read_returned(inner.as_bytes() + report(letter())) is None
    assert read_returned(report(letter())) is not None


@pytest.mark.django_db
def test_command_reads_one_message_and_asks_to_be_called_again_while_the_database_is_away(
    queue, monkeypatch, capsys
):
    message = queue()
    send_due()
    data = report(letter(message.uuid))

    def call(data: bytes) -> str:
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
        call_command("take_returned_letter")
        return capsys.readouterr().out.strip()

    assert call(b"Hello") == "No report about a letter of ours."
    assert call(data) == "Noted."
    assert call(data) == "Not a letter that is still kept as sent."
    assert call(data + b"x" * MOST_BYTES) == "Not a letter that is still kept as sent."

    def away(_found):
        raise OperationalError("connection refused")

    monkeypatch.setattr(take_returned_letter, "note_returned", away)
    with pytest.raises(SystemExit) as ended:
        call(data)
    assert ended.value.code == os.EX_TEMPFAIL
