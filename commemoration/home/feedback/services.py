"""Hands a reader's message to the site managers, as a letter."""

from django.conf import settings
from django.db import transaction

from commemoration.core.languages.names import OWN_NAMES
from commemoration.core.outbox.models import OutboxMessage
from commemoration.core.outbox.services import queue_message


@transaction.atomic
def send_feedback(
    *, message: str, language: str, page: str = "", name: str = "", email: str = ""
) -> OutboxMessage:
    """Queue the letter to FEEDBACK_ADDRESS; `language` is the one the reader used the site in.

    Nothing else is stored: the letter is erased from the outbox like all others.
    """
    return queue_message(
        template="feedback",
        to=settings.FEEDBACK_ADDRESS,
        language=settings.LANGUAGE_CODE,
        reply_to=email or None,
        context={
            "message": message,
            "page": page,
            "name": " ".join(name.split()),
            "email": email,
            "language": OWN_NAMES[language],
        },
    )
