"""The link of a caretaker: signed, and worth nothing once the record says another version.

How long it holds is said by the record, so that a form that lies open for days is not lost.
"""

from dataclasses import dataclass
from urllib.parse import urljoin

from django.conf import settings
from django.core import signing
from django.urls import reverse

from tributes.graves.models.caretakers import Caretaker

SALT = "tributes.graves.caretakers.links"


@dataclass(frozen=True)
class Access:
    """What a valid link or cookie says."""

    handle: str
    version: int

    def is_newest(self, caretaker: Caretaker) -> bool:
        return (self.handle, self.version) == (caretaker.handle, caretaker.link_version)


def sign_access(caretaker: Caretaker) -> str:
    """The word that stands in the link and in the cookie."""
    return signing.dumps([caretaker.handle, caretaker.link_version], salt=SALT)


def read_access(word: str) -> Access | None:
    """What `sign_access` has written; None for anything else."""
    try:
        handle, version = signing.loads(word, salt=SALT)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return Access(handle, version)


def link_to(caretaker: Caretaker) -> str:
    """The whole address that stands in the letter."""
    path = reverse("caretaker_links:link", args=[sign_access(caretaker)])
    return urljoin(settings.WAGTAILADMIN_BASE_URL, path)
