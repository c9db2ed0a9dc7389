"""Closes every link to a submission and every page of it that is open, for a new link by letter."""

from django.db import transaction

from commemoration.core.media.storage import after_commit
from commemoration.submissions.enums import SubmissionState
from commemoration.submissions.limits import may_write_to
from commemoration.submissions.links import LinkPurpose
from commemoration.submissions.models.records import Submission
from commemoration.submissions.services.letters import write_to_sender
from commemoration.submissions.services.states import lock_submission
from commemoration.submissions.tombstones import closed_links, write_closed_links


@transaction.atomic
def renew_link(submission: Submission) -> bool:
    """What was sent or opened so far opens nothing any more; False, and nothing is closed, if the
    letter with the new link may not be written now. The letter of an address that is not confirmed
    yet asks for that again."""
    submission = lock_submission(submission)
    contact = getattr(submission, "contact", None)
    if contact is None or not contact.email or not has_links_of_its_own(submission):
        return False
    if not may_write_to(contact.email):
        return False
    _raise_version(submission, submission.link_version + 1)
    if submission.state == SubmissionState.UNCONFIRMED:
        write_to_sender(submission, "confirm", purpose=LinkPurpose.CONFIRM)
    else:
        write_to_sender(submission, "renewed")
    after_commit(write_closed_links, {submission.key: submission.link_version})
    return True


def has_links_of_its_own(submission: Submission) -> bool:
    """Not what was written by the link of a caretaker, which opens it again: staff renew that."""
    return not submission.of_kind.is_invited


@transaction.atomic
def close_links_again() -> int:
    """Those to submissions that were closed since a backup was made; how many."""
    versions = closed_links()
    rows = Submission.objects.filter(key__in=versions).select_for_update().order_by("pk")
    found = [row for row in rows if row.link_version < versions[row.key]]
    for submission in found:
        _raise_version(submission, versions[submission.key])
    return len(found)


def _raise_version(submission: Submission, version: int) -> None:
    submission.link_version = version
    submission.save(update_fields=["link_version"])
