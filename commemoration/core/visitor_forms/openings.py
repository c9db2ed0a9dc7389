"""Says when a form was opened, in a signed word that the form carries: nothing is stored."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID, uuid4

from django.core import signing
from django.utils import timezone

SALT = "commemoration.core.visitor_forms"


@dataclass(frozen=True)
class Opening:
    """One showing of a form: `uuid` tells it from all others."""

    uuid: UUID
    at: datetime


def sign_opening(at: datetime | None = None) -> str:
    """The word for a form that is opened now, or was at `at`; every one is different."""
    moment = int((at or timezone.now()).timestamp())
    return signing.dumps([uuid4().hex, moment], salt=SALT)


def read_opening(word: str) -> Opening | None:
    """What `sign_opening` has written; None for anything else."""
    try:
        uuid, moment = signing.loads(word, salt=SALT)
    except signing.BadSignature:
        return None
    return Opening(UUID(uuid), datetime.fromtimestamp(moment, UTC))
