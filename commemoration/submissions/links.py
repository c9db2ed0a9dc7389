"""Links that stand for a person without an account: signed, for one purpose, for a time.

A link is read once: its first opening puts what it says into a cookie of that one path, and the
address is left, so that it stays out of histories, logs and referrers. Opening a link changes
nothing, since programs that check letters open links too.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from django.conf import settings
from django.core import signing

from commemoration.submissions.enums import SubmissionState
from commemoration.submissions.models.objections import Objection
from commemoration.submissions.models.records import Submission

OBJECTIONS = "commemoration.submissions.links.objections"


class LinkPurpose(StrEnum):
    OPEN = "open"  # everything a sender may do
    CONFIRM = "confirm"  # say that the address is theirs


@dataclass(frozen=True)
class Pass:
    """What a valid link or cookie says. `by_letter`: its holder reads the sender's letters."""

    handle: str
    purpose: LinkPurpose
    version: int
    by_letter: bool

    def opens(self, submission: Submission, purpose: LinkPurpose) -> bool:
        """Nothing opens what is erased."""
        wanted = (submission.handle, purpose, submission.link_version)
        is_there = submission.state != SubmissionState.ERASED
        return is_there and (self.handle, self.purpose, self.version) == wanted


def sign_pass(
    submission: Submission, purpose: LinkPurpose = LinkPurpose.OPEN, *, by_letter: bool = True
) -> str:
    """The word that stands in a link or a cookie."""
    said = [submission.handle, submission.link_version, int(by_letter)]
    return signing.dumps(said, salt=_salt(purpose))


def read_pass(word: str, purpose: LinkPurpose, *, age: timedelta | None = None) -> Pass | None:
    """What `sign_pass` has written for this purpose; None for anything else, and when it is older
    than `age` (None: than SUBMISSION_LINK_DAYS)."""
    age = timedelta(days=settings.SUBMISSION_LINK_DAYS) if age is None else age
    try:
        handle, version, by_letter = signing.loads(word, salt=_salt(purpose), max_age=age)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return Pass(handle, purpose, version, bool(by_letter))


def read_any_pass(word: str) -> Pass | None:
    """What a link says, whatever its purpose."""
    found = (read_pass(word, purpose) for purpose in LinkPurpose)
    return next((each for each in found if each is not None), None)


def sign_objection(objection: Objection) -> str:
    """The word that opens an objection to whoever raised it."""
    return signing.dumps(objection.handle, salt=OBJECTIONS)


def read_objection(word: str, *, age: timedelta | None = None) -> Objection | None:
    """The objection of this word; None when it is wrong, too old, or erased who objected."""
    age = timedelta(days=settings.SUBMISSION_LINK_DAYS) if age is None else age
    try:
        handle = signing.loads(word, salt=OBJECTIONS, max_age=age)
    except (signing.BadSignature, ValueError):
        return None
    return Objection.objects.filter(handle=handle, words__isnull=False).first()


def _salt(purpose: LinkPurpose) -> str:
    return f"commemoration.submissions.links.{purpose}"
