"""What staff decide about a submission. A decision is made on what its reviewer has seen."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from commemoration.submissions.answers import values_of
from commemoration.submissions.enums import (
    ASKING_REASONS,
    REJECTING_REASONS,
    Actor,
    Reason,
    SubmissionState,
)
from commemoration.submissions.models.pictures import SubmittedPicture
from commemoration.submissions.models.records import Contact, Submission, SubmittedWords
from commemoration.submissions.sections import section_of
from commemoration.submissions.selectors.picture_faults import picture_faults
from commemoration.submissions.services.letters import write_to_sender
from commemoration.submissions.services.pictures import delete_pictures
from commemoration.submissions.services.public_pictures import (
    keep_what_is_public,
    restore_accepted,
)
from commemoration.submissions.services.refused_pictures import remember_pictures
from commemoration.submissions.services.states import WrongState, change_state, lock_submission

REVIEW_TIME = timedelta(minutes=15)


@transaction.atomic
def take_for_review(*, submission: Submission, user) -> bool:
    """Keep others from reviewing it for REVIEW_TIME; False while somebody else does."""
    submission = lock_submission(submission)
    if _is_taken(submission, user):
        return False
    submission.reviewer, submission.reviewed_until = user, timezone.now() + REVIEW_TIME
    submission.save(update_fields=["reviewer", "reviewed_until"])
    return True


@transaction.atomic
def leave_review(*, submission: Submission, user) -> None:
    """Let others review it."""
    Submission.objects.filter(pk=submission.pk, reviewer=user).update(
        reviewer=None, reviewed_until=None
    )


@transaction.atomic
def edit_for_publication(
    *, submission: Submission, user, seen_version: int, step: str, fields: Mapping[str, list[str]]
) -> int:
    """Keep what staff would publish of one step, beside what was sent; the new version."""
    submission, words = _open(submission, user, seen_version)
    words.edited[step] = {name: list(values) for name, values in fields.items()}
    words.version += 1
    words.save(update_fields=["edited", "version"])
    submission.first_approval_by = None
    submission.save(update_fields=["first_approval_by"])
    return words.version


@transaction.atomic
def edit_picture_for_publication(
    *,
    submission: Submission,
    user,
    seen_version: int,
    picture: SubmittedPicture,
    caption: str,
    is_left_out: bool,
) -> int:
    """Publish one picture under this caption, or the rest without it; the new version. What its
    sender wrote stays until then."""
    submission, words = _open(submission, user, seen_version)
    row = SubmittedPicture.objects.select_for_update().get(pk=picture.pk, submission=submission)
    row.edited = {"caption": caption.strip()} if caption.strip() != row.caption else {}
    if is_left_out:
        row.edited["is_left_out"] = True
    row.save(update_fields=["edited"])
    words.version += 1
    words.save(update_fields=["version"])
    submission.first_approval_by = None
    submission.save(update_fields=["first_approval_by"])
    return words.version


@transaction.atomic
def note_for_staff(*, submission: Submission, user, note: str) -> None:
    """Keep what staff note for each other; the sender never sees it. Not what a decision is made
    on, so that it does not make others read again."""
    if submission.of_kind.may_review(user):
        SubmittedWords.objects.filter(submission=submission).update(note=note.strip())


@transaction.atomic
def approve(*, submission: Submission, user, seen_version: int) -> bool:
    """Publish it; False if a second person has to agree first.

    ValidationError if it was changed since it was opened, says something that its forms refuse,
    or if the same person would be both of two.
    """
    agreed = agree_to_publish(submission=submission, user=user, seen_version=seen_version)
    if agreed is None:
        return False
    submission, words, values = agreed
    left_out = [picture.uuid for picture in submission.pictures.all() if picture.is_left_out]
    delete_pictures(submission, left_out)
    pictures = [keep_what_is_public(picture) for picture in submission.pictures.all()]
    submission.of_kind.publish(submission=submission, values=values, pictures=pictures, user=user)
    words.accepted = {
        slug: words.edited.get(slug, kept["fields"]) for slug, kept in words.steps.items()
    }
    words.question = ""
    words.save(update_fields=["accepted", "question"])
    change_state(
        submission,
        SubmissionState.PUBLISHED,
        reason=Reason.ACCEPTED,
        actor=Actor.STAFF,
        staff=user,
        is_public=True,
        first_approval_by=None,
    )
    write_to_sender(submission, "published")
    return True


@transaction.atomic
def agree_to_publish(
    *, submission: Submission, user, seen_version: int
) -> tuple[Submission, SubmittedWords, dict[str, Any]] | None:
    """The locked rows and what would be published; None if that is noted as the first of two
    approvals. ValidationError as `approve` says."""
    submission, words = _open(submission, user, seen_version)
    answers = values_of(submission, edited=True)
    if picture_faults(submission.pictures.all()):
        raise ValidationError(_("A picture cannot be published as it is: ask the sender for it."))
    if answers.errors:
        raise ValidationError(answers.errors)
    if section_of(submission).needs_two and not _is_second(submission, user):
        submission.first_approval_by = user
        submission.reviewer = submission.reviewed_until = None
        submission.save(update_fields=["first_approval_by", "reviewer", "reviewed_until"])
        return None
    return submission, words, answers.values


@transaction.atomic
def ask_for_changes(
    *, submission: Submission, user, seen_version: int, reason: Reason, question: str
) -> None:
    """Send it back with a question in the sender's language. ValidationError by field."""
    submission, words = _open(submission, user, seen_version)
    if not Contact.objects.filter(submission=submission).exclude(email="").exists():
        raise ValidationError(
            _(
                "Nobody can be asked: the sender has no e-mail address. "
                "Correct it here, or reject it."
            )
        )
    _require(reason, ASKING_REASONS, question)
    words.question = question.strip()
    words.save(update_fields=["question"])
    change_state(
        submission,
        SubmissionState.CHANGES,
        reason=Reason(reason),
        actor=Actor.STAFF,
        staff=user,
        first_approval_by=None,
    )
    write_to_sender(submission, "asked", question=words.question)


@transaction.atomic
def reject(*, submission: Submission, user, seen_version: int, reason: Reason, answer: str) -> None:
    """It is not published, and its pictures are gone. What was public before stays as it was:
    then only the change is refused. ValidationError by field."""
    submission, words = _open(submission, user, seen_version)
    _require(reason, REJECTING_REASONS, answer)
    if reason == Reason.ABUSE:
        remember_pictures(submission, but_accepted=submission.is_public)
    if submission.is_public:
        _take_back_change(submission, words)
        to, why = SubmissionState.PUBLISHED, Reason.CHANGE_REFUSED
    else:
        delete_pictures(submission)
        to, why = SubmissionState.REJECTED, Reason(reason)
    change_state(submission, to, reason=why, actor=Actor.STAFF, staff=user, first_approval_by=None)
    write_to_sender(submission, "rejected", answer=answer.strip(), stays=submission.is_public)


def _open(submission: Submission, user, seen_version: int) -> tuple[Submission, SubmittedWords]:
    submission = lock_submission(submission)
    _require_reviewer(submission, user)
    if submission.state != SubmissionState.WAITING:
        raise WrongState(submission)
    if submission.is_being_published:
        raise ValidationError(_("It has been accepted already, and is being published."))
    if _is_taken(submission, user):
        raise ValidationError(_("%(name)s is reviewing this now.") % {"name": submission.reviewer})
    words = SubmittedWords.objects.select_for_update().get(submission=submission)
    if words.version != seen_version:
        raise ValidationError(_("It was changed since you opened it. Read it again, then decide."))
    return submission, words


def _require_reviewer(submission: Submission, user) -> None:
    """Whatever screen, command or task asks."""
    if not submission.of_kind.may_review(user):
        raise PermissionDenied


def _is_taken(submission: Submission, user) -> bool:
    if submission.is_being_published:
        return True
    if submission.reviewer_id in (None, user.pk):
        return False
    return submission.reviewed_until > timezone.now()


def _is_second(submission: Submission, user) -> bool:
    if submission.first_approval_by_id == user.pk:
        raise ValidationError(_("You have accepted it already; somebody else has to agree."))
    return submission.first_approval_by_id is not None


def _require(reason: str, reasons, words: str) -> None:
    """Words are missed only where a reason is given: each reason may bring prepared ones."""
    if reason not in reasons:
        raise ValidationError({"reason": _("Choose a reason.")})
    if not words.strip():
        raise ValidationError({"words": _("Write to the sender what it is about.")})


def _take_back_change(submission: Submission, words: SubmittedWords) -> None:
    for slug, fields in words.accepted.items():
        kept = words.steps.get(slug, {"version": 0})
        words.steps[slug] = {**kept, "version": kept["version"] + 1, "fields": fields}
    words.edited = {}
    words.version += 1
    words.save(update_fields=["steps", "edited", "version"])
    added = submission.pictures.filter(accepted=None).values_list("uuid", flat=True)
    delete_pictures(submission, list(added))
    for picture in submission.pictures.all():
        restore_accepted(picture)
