"""Reads what comes back of a letter that a mail server had taken: a report after RFC 3464.

Everybody can write to the address to which such reports go: a report counts if it names a letter by
its Message-ID, which nobody knows but who has got it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from uuid import UUID

from commemoration.core.outbox.transport import ADDRESS, ERROR_LENGTH

MOST_BYTES = 1024 * 1024  # a report with the letter, which has a page of text
FAILED = "failed"  # the action; others say that a letter is late, or has arrived
ORIGINALS = ("message/rfc822", "text/rfc822-headers", "message/rfc822-headers")
_OURS = re.compile(r"^\s*<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@", re.IGNORECASE)


@dataclass(frozen=True)
class Returned:
    """`letter` is the uuid of the one that came back; `error` says why, without an address."""

    letter: UUID
    error: str


def read_returned(data: bytes) -> Returned | None:
    """What a message reports; None if it is no report of a failure, or of no letter of ours."""
    try:
        message = message_from_bytes(data[:MOST_BYTES], policy=policy.default)
        if message.get_content_type() != "multipart/report":
            return None
        error, letter = _failure(message), _letter(message)
    except (MessageError, LookupError, ValueError, TypeError, AttributeError, RecursionError):
        # Of what no mail program writes, the parser fails in ways that it does not name.
        return None
    return Returned(letter, error) if letter and error else None


def _failure(message: EmailMessage) -> str:
    for part in _parts(message, "message/delivery-status"):
        for block in part.get_payload():
            if str(block.get("Action", "")).strip().lower() == FAILED:
                said = f"{block.get('Status', '')} {block.get('Diagnostic-Code', '')}"
                seen = "".join(sign if sign.isprintable() else " " for sign in said)
                return ADDRESS.sub("…", " ".join(seen.split()))[:ERROR_LENGTH] or FAILED
    return ""


def _letter(message: EmailMessage) -> UUID | None:
    for part in _parts(message, *ORIGINALS):
        inner = part.get_payload()
        if isinstance(inner, str):
            inner = [message_from_bytes(part.get_payload(decode=True), policy=policy.default)]
        found = _OURS.match(str(inner[0].get("Message-ID", ""))) if inner else None
        if found:
            return UUID(found[1])
    return None


def _parts(message: EmailMessage, *kinds: str) -> Iterator[EmailMessage]:
    """Of the report itself: a letter within it may be a report too."""
    return (part for part in message.iter_parts() if part.get_content_type() in kinds)
