"""How a submission ends: withdrawn, taken down, and at last erased."""

from django.db import transaction

from commemoration.core.consent.services import erase_evidence, withdraw_consent
from commemoration.core.media.storage import after_commit
from commemoration.core.outbox.services import erase_letters_to
from commemoration.submissions.enums import ENDED_STATES, Actor, Reason, SubmissionState
from commemoration.submissions.models.records import Contact, Submission, SubmittedWords
from commemoration.submissions.services.letters import write_to_sender
from commemoration.submissions.services.pictures import delete_pictures
from commemoration.submissions.services.refused_pictures import remember_pictures
from commemoration.submissions.services.states import change_state, lock_submission
from commemoration.submissions.tombstones import write_tombstones, write_withdrawn


@transaction.atomic
def withdraw_submission(
    *,
    submission: Submission,
    reason: Reason = Reason.BY_SENDER,
    actor: Actor = Actor.SENDER,
    staff=None,
    writes: bool = True,
) -> Submission:
    """In one step: nothing of it is public any more, and the consent ends. Twice is once. Unless
    `writes` is False its sender is told."""
    submission = lock_submission(submission)
    if submission.state in ENDED_STATES:
        return submission
    was_sent = submission.sent_at is not None
    if reason == Reason.ABUSE:
        remember_pictures(submission)
    _end(submission, reason, actor, staff)
    after_commit(write_withdrawn, {submission.key: reason})
    if was_sent and writes:
        write_to_sender(
            submission,
            "withdrawn",
            by_sender=actor == Actor.SENDER,
            is_objection=reason == Reason.OBJECTION,
        )
    return submission


@transaction.atomic
def erase_submission(
    *, submission: Submission, reason: Reason, actor: Actor, staff=None
) -> Submission:
    """Nothing is left that tells who sent it or what it said: not here, not in letters, not in
    files. What is public is withdrawn first. Twice is once."""
    submission = lock_submission(submission)
    if submission.state == SubmissionState.ERASED:
        return submission
    contact = Contact.objects.filter(submission=submission).first()
    if reason == Reason.ABUSE:
        remember_pictures(submission)
    if submission.state not in ENDED_STATES:
        _end(submission, reason, actor, staff)
    submission.of_kind.erase(submission.key)
    erase_evidence(purpose=submission.of_kind.consent, subject=submission.key)
    delete_pictures(submission)
    SubmittedWords.objects.filter(submission=submission).delete()
    if contact is not None:
        contact.delete()
        _forget_letters(contact.email)
    change_state(
        submission, SubmissionState.ERASED, reason=reason, actor=actor, staff=staff, about=""
    )
    after_commit(write_tombstones, [submission.key])
    return submission


def _end(submission: Submission, reason: Reason, actor: Actor, staff) -> None:
    """Nothing of a locked submission is public any more, and the consent ends."""
    change_state(
        submission,
        SubmissionState.WITHDRAWN,
        reason=reason,
        actor=actor,
        staff=staff,
        is_public=False,
    )
    withdraw_consent(purpose=submission.of_kind.consent, subject=submission.key, user=staff)


def _forget_letters(email: str) -> None:
    """Unless the same address has something else going on: its letters are needed still."""
    if email and not Contact.objects.filter(email=email).exists():
        erase_letters_to(email)
