"""A real SMTP server, and what it was given."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy

from aiosmtpd.controller import Controller


class PostOffice:
    """Takes letters, but answers one address, or the data of a letter, as it was told to."""

    def __init__(self, *, recipient="250 OK", data="250 OK", hangs_up=False):
        self.recipient, self.data, self.hangs_up = recipient, data, hangs_up
        self.letters = []
        self.senders = []  # on the envelopes

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
            self.senders.append(envelope.mail_from)
        return self.data


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def transport(port: int) -> dict:
    """What OUTBOX_TRANSPORT says of a server on this port."""
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": "127.0.0.1",
        "EMAIL_PORT": port,
    }


@contextmanager
def serving(office: PostOffice, port: int) -> Iterator[PostOffice]:
    controller = Controller(office, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield office
    finally:
        controller.stop()
