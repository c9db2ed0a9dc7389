"""The mail backend of Django and Wagtail: their letters go through the outbox too.

A letter sent inside the request would tell by the time it takes whether an address is known.
"""

from email.utils import parseaddr

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils.translation import get_language

from commemoration.core.outbox.services import queue_text


class OutboxBackend(BaseEmailBackend):
    """Queues the plain text of each message, as one letter for each recipient."""

    def send_messages(self, email_messages: list[EmailMessage]) -> int:
        messages = list(email_messages)
        with transaction.atomic():
            for message in messages:
                queue_email(message)
        return len(messages)


def queue_email(message: EmailMessage) -> None:
    if message.attachments or message.content_subtype != "plain":
        raise ValueError("The outbox sends plain text without attachments.")
    for recipient in dict.fromkeys(message.recipients()):
        queue_text(
            to=parseaddr(recipient)[1],
            language=get_language() or "en",
            subject=message.subject,
            body=message.body,
            reply_to=parseaddr(message.reply_to[0])[1] if message.reply_to else None,
        )
