"""Who decides on a submission: the services ask it, whatever screen calls them."""

import pytest
from django.core.exceptions import PermissionDenied

from commemoration.core.accounts.groups import CENTRE_EDITORS, EMBASSY_EDITORS
from commemoration.submissions.enums import Reason
from commemoration.submissions.services import review
from tests.factories.regiment import sent_picture
from tests.factories.staff import staff_account
from tests.factories.submissions import SHELF, sent

pytestmark = pytest.mark.django_db

DECISIONS = {
    "approve": {},
    "ask_for_changes": {"reason": Reason.UNCLEAR, "question": "Who is it?"},
    "reject": {"reason": Reason.UNTRUE, "answer": "It is not so."},
    "edit_for_publication": {"step": "who", "fields": {"surname": ["Another"]}},
    "edit_picture_for_publication": {"caption": "Another", "is_left_out": False},
}


@pytest.mark.parametrize("decision", DECISIONS)
@pytest.mark.parametrize("group", [EMBASSY_EDITORS, CENTRE_EDITORS, None])
def test_who_does_not_review_the_kind_decides_nothing(decision, group, reviewer):
    submission = sent()
    said = {**DECISIONS[decision], "submission": submission, "seen_version": _version(submission)}
    if decision == "edit_picture_for_publication":
        said["picture"] = sent_picture(submission, 0)
    stranger = staff_account("stranger", *filter(None, [group]))

    with pytest.raises(PermissionDenied):
        getattr(review, decision)(**said, user=stranger)

    submission.refresh_from_db()
    assert (submission.state, submission.words.edited, SHELF) == ("waiting", {}, {})
    getattr(review, decision)(**said, user=reviewer)  # the control: whoever reviews it may


def _version(submission) -> int:
    submission.words.refresh_from_db()
    return submission.words.version
