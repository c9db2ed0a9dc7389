"""Speaks to the mail server that EMAIL_URL names, and tells lasting refusals from passing ones."""

import re
import smtplib
from email.utils import formatdate

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from commemoration.core.outbox.models import OutboxMessage

ADDRESS = re.compile(r"\S+@\S+")
ERROR_LENGTH = 200
OPTIONS = {
    "EMAIL_HOST": "host",
    "EMAIL_PORT": "port",
    "EMAIL_HOST_USER": "username",
    "EMAIL_HOST_PASSWORD": "password",
    "EMAIL_USE_TLS": "use_tls",
    "EMAIL_USE_SSL": "use_ssl",
}


class RefusedError(Exception):
    """The letter will never be taken: SMTP 5xx for it, or no mail can be made of it."""


class TemporaryError(Exception):
    """The letter was not taken this time."""


class UnreachableError(TemporaryError):
    """The mail server cannot be reached or hung up: nothing else will pass now either."""


class MailServer:
    """A connection, opened by the first letter and opened again after an error."""

    def __init__(self) -> None:
        self._connection = None

    def __enter__(self) -> "MailServer":
        return self

    def __exit__(self, *_error) -> None:
        self._hang_up()

    def deliver(self, message: OutboxMessage) -> None:
        """Hand over one letter; RefusedError or TemporaryError if it was not taken."""
        try:
            self._connected().send_messages([as_email(message)])
        except smtplib.SMTPResponseException as error:
            self._hang_up()
            raise _judged(error) from None
        except smtplib.SMTPRecipientsRefused as error:
            self._hang_up()
            (code, text), *_others = error.recipients.values()
            raise _of_code(code, described(error, code, text)) from None
        except (smtplib.SMTPException, OSError) as error:
            self._hang_up()
            raise UnreachableError(described(error)) from None
        except ValueError as error:  # a line break in a header, a letter that no charset holds
            raise RefusedError(described(error)) from None

    def _connected(self):
        if self._connection is None:
            connection = open_transport()
            connection.open()
            self._connection = connection
        return self._connection

    def _hang_up(self) -> None:
        connection, self._connection = self._connection, None
        try:
            if connection:
                connection.close()
        except (smtplib.SMTPException, OSError):
            pass  # it is gone already


def open_transport():
    """The Django mail backend behind the outbox, from settings.OUTBOX_TRANSPORT."""
    transport = settings.OUTBOX_TRANSPORT
    options = {name: transport[key] for key, name in OPTIONS.items() if transport.get(key)}
    if "host" in options:
        options["timeout"] = settings.EMAIL_TIMEOUT
    return get_connection(transport["EMAIL_BACKEND"], **options)


def as_email(message: OutboxMessage) -> EmailMessage:
    host = settings.WAGTAILADMIN_BASE_URL.split("//")[-1].split("/")[0].split(":")[0]
    return EmailMessage(
        subject=message.subject,
        body=message.body,
        # The sender on the envelope, to whom reports go, and the one that is read.
        from_email=settings.EMAIL_RETURN_ADDRESS or settings.DEFAULT_FROM_EMAIL,
        to=[message.to],
        reply_to=[message.reply_to] if message.reply_to else None,
        headers={
            "From": settings.DEFAULT_FROM_EMAIL,
            "Message-ID": f"<{message.uuid}@{host}>",
            "Date": formatdate(message.created_at.timestamp(), localtime=True),
            "Content-Language": message.language,
            "Auto-Submitted": "auto-generated",
        },
    )


def _judged(error: smtplib.SMTPResponseException) -> Exception:
    """What is wrong with us (greeting, password, sender) passes once it is mended."""
    passing = smtplib.SMTPConnectError | smtplib.SMTPHeloError | smtplib.SMTPAuthenticationError
    if isinstance(error, passing):
        return UnreachableError(described(error, error.smtp_code))
    what = described(error, error.smtp_code, error.smtp_error)
    if isinstance(error, smtplib.SMTPSenderRefused):
        return TemporaryError(what)
    return _of_code(error.smtp_code, what)


def _of_code(code: int, what: str) -> Exception:
    """SMTP reply codes: 4yz may pass later, 5yz never will (RFC 5321, 4.2.1); 421 hangs up."""
    if code == 421:
        return UnreachableError(what)
    return RefusedError(what) if 500 <= code <= 599 else TemporaryError(what)


def described(error: Exception, code: int | None = None, text: bytes | str = "") -> str:
    """An error for the staff, without addresses, and without what a sign-in answered."""
    if isinstance(text, bytes):
        text = text.decode(errors="replace")
    parts = [type(error).__name__, str(code or ""), ADDRESS.sub("…", " ".join(text.split()))]
    return " ".join(part for part in parts if part)[:ERROR_LENGTH]
