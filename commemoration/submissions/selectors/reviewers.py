"""Which members of staff review submissions."""

from commemoration.core.accounts.models import User
from commemoration.core.accounts.selectors import staff_accounts
from commemoration.submissions.kinds import SubmissionKind
from commemoration.submissions.permissions import may_review_any


def reviewers(kind: SubmissionKind | None = None) -> list[User]:
    """All who review this kind; for None, those who review any."""
    may = kind.may_review if kind is not None else may_review_any
    return [user for user in staff_accounts() if may(user)]


def others_who_review(kind: SubmissionKind, user: User) -> list[User]:
    """Who else could be the second of two persons."""
    return [other for other in reviewers(kind) if other.pk != user.pk]
