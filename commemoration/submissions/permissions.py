"""Who may do what with submissions: each kind says who reviews it."""

from typing import Any

from commemoration.core.accounts.selectors import is_site_manager
from commemoration.submissions.enums import STAFF_STATES
from commemoration.submissions.kinds import SubmissionKind, submission_kinds
from commemoration.submissions.models.records import Submission


def kinds_reviewed_by(user: Any) -> list[SubmissionKind]:
    return [kind for kind in submission_kinds() if kind.may_review(user)]


def may_review_any(user: Any) -> bool:
    """See the queue at all."""
    return bool(kinds_reviewed_by(user))


def may_see(user: Any, submission: Submission) -> bool:
    """Once it was sent, who reviews its kind sees it; what is still being written nobody does."""
    kind = submission.of_kind
    is_theirs = kind is not None and kind.may_review(user)
    return is_theirs and submission.sent_at is not None and submission.state in STAFF_STATES


def may_set_sections(user: Any) -> bool:
    """Close the forms of a section, or have two persons agree."""
    return is_site_manager(user)
