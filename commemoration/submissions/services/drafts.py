"""How a submission is written: begun with an address, saved step by step, sent, confirmed."""

from collections.abc import Mapping, Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from commemoration.core.consent.enums import GivenBy, Obtained
from commemoration.core.consent.selectors import scopes_of
from commemoration.core.visitor_forms.plain import plain_line
from commemoration.submissions.enums import (
    Actor,
    Reason,
    SubmissionState,
)
from commemoration.submissions.kinds import SubmissionKind
from commemoration.submissions.links import LinkPurpose
from commemoration.submissions.models.records import Contact, Submission, SubmittedWords
from commemoration.submissions.selectors.missing import missing_from
from commemoration.submissions.services.agreements import record_agreement
from commemoration.submissions.services.letters import write_to_sender
from commemoration.submissions.services.states import (
    change_state,
    create_submission,
    lock_submission,
    require_editable,
)

Fields = Mapping[str, Sequence[str]]


class ChangedElsewhere(ValidationError):
    """The step was saved in another window since it was opened."""

    def __init__(self):
        super().__init__(
            _(
                "What you typed stands below, and what was saved in the other window is kept. Save "
                "this page again to put it in place of that."
            )
        )


@transaction.atomic
def begin_draft(
    *, kind: SubmissionKind, language: str, email: str, about: str = "", writes: bool = True
) -> Submission:
    """A new draft; unless `writes` is False the letter with its link goes to `email`, so that it
    can be continued from another device. Nothing is said about other submissions of that address.
    """
    submission = create_submission(
        kind=kind.slug,
        about=about,
        language=language,
        state=SubmissionState.DRAFT,
        reason=Reason.BEGUN,
        actor=Actor.SENDER,
    )
    Contact.objects.create(submission=submission, email=email.strip().lower())
    SubmittedWords.objects.create(submission=submission, saved_at=timezone.now())
    if writes:
        write_to_sender(submission, "begun")
    return submission


@transaction.atomic
def save_step(
    *,
    submission: Submission,
    step: str,
    fields: Fields,
    seen_version: int,
    by_letter: bool,
    language: str = "",
) -> int:
    """Keep what was typed on one page, right or wrong; the page's new version.

    `seen_version` is the one that the page was opened with, `language` that of the page ("": that
    of the letters). Raises `ChangedElsewhere` if the page
    says something else by now, `WrongState` if nothing may be changed any more.
    """
    submission = lock_submission(submission)
    require_editable(submission)
    words = SubmittedWords.objects.select_for_update().get(submission=submission)
    typed = {name: list(values) for name, values in fields.items()}
    kept = words.steps.get(step, {"version": 0, "fields": None})
    if typed != kept["fields"]:
        if seen_version != kept["version"]:
            raise ChangedElsewhere
        kept = {
            "version": kept["version"] + 1,
            "language": language or submission.language,
            "fields": typed,
        }
        words.steps[step] = kept
        words.edited.pop(step, None)  # staff corrected what stands there no longer
        words.version += 1
        words.saved_at = timezone.now()
        words.save(update_fields=["steps", "edited", "version", "saved_at"])
    if by_letter:
        _confirm_address(submission)
    return kept["version"]


@transaction.atomic
def keep_name(*, submission: Submission, name: str) -> bool:
    """Keep the name of a sender who could not send a draft yet; False if it is too long to be kept,
    or another name stands beside an agreement already.

    Raises `WrongState` if nothing may be changed any more.
    """
    submission, name = lock_submission(submission), plain_line(name)
    require_editable(submission)
    longest = Contact._meta.get_field("name").max_length
    if submission.state != SubmissionState.DRAFT or len(name) > longest:
        return False
    Contact.objects.filter(submission=submission).update(name=name)
    return True


@transaction.atomic
def send_submission(
    *,
    submission: Submission,
    name: str,
    scopes: Sequence[str],
    by_letter: bool,
    given_by: str = GivenBy.FAMILY,
) -> Submission:
    """Hand it to staff, or to the confirmation of the address; twice is once.

    `name` is the sender's, `scopes` what they agree to, `given_by` as whom. Whoever sends again
    what waits already, but agrees to something else, changes the agreement; whoever does so by a
    letter has shown that the address is theirs.
    ValidationError where something is missing or wrong, by step.
    """
    submission = lock_submission(submission)
    if submission.state in (SubmissionState.UNCONFIRMED, SubmissionState.WAITING):
        _agree_anew(submission, name, scopes, given_by)
        return confirm_address(submission) if by_letter else submission
    require_editable(submission)
    _require_complete(submission)
    _agree(submission, name, scopes, given_by)
    if by_letter:
        _confirm_address(submission)
    reason = Reason.SENT if submission.state == SubmissionState.DRAFT else Reason.CHANGED
    if Contact.objects.get(submission=submission).confirmed_at is None:
        change_state(submission, SubmissionState.UNCONFIRMED, reason=reason, actor=Actor.SENDER)
        write_to_sender(submission, "confirm", purpose=LinkPurpose.CONFIRM)
    else:
        _to_review(submission, reason)
    return submission


@transaction.atomic
def confirm_address(submission: Submission) -> Submission:
    """The sender has shown that the letters are read; what waited for that goes to review."""
    submission = lock_submission(submission)
    _confirm_address(submission)
    if submission.state == SubmissionState.UNCONFIRMED:
        _to_review(submission, Reason.CONFIRMED)
    return submission


def _agree_anew(submission: Submission, name: str, scopes: Sequence[str], given_by: str) -> None:
    """A review that has not seen this may not decide."""
    if set(scopes_of(submission.of_kind.consent, submission.key)) == set(scopes):
        return
    _agree(submission, name, scopes, given_by)
    words = SubmittedWords.objects.select_for_update().get(submission=submission)
    words.version += 1
    words.save(update_fields=["version"])


def _agree(submission: Submission, name: str, scopes: Sequence[str], given_by: str) -> None:
    Contact.objects.filter(submission=submission).update(name=name.strip())
    record_agreement(
        submission,
        name=name.strip(),
        scopes=scopes,
        given_on=timezone.localdate(),
        obtained=Obtained.WEBSITE,
        given_by=given_by,
    )


def _to_review(submission: Submission, reason: Reason) -> None:
    change_state(
        submission,
        SubmissionState.WAITING,
        reason=reason,
        actor=Actor.SENDER,
        first_approval_by=None,
    )
    write_to_sender(submission, "received")


def _confirm_address(submission: Submission) -> None:
    Contact.objects.filter(submission=submission, confirmed_at=None).exclude(email="").update(
        confirmed_at=timezone.now()
    )


def _require_complete(submission: Submission) -> None:
    if errors := missing_from(submission):
        raise ValidationError(errors)


@transaction.atomic
def change_language(*, submission: Submission, language: str) -> None:
    """Letters come in this language from now on; what was typed is read as it was before."""
    submission = lock_submission(submission)
    words = SubmittedWords.objects.select_for_update().get(submission=submission)
    for kept in words.steps.values():
        kept.setdefault("language", submission.language)
    words.save(update_fields=["steps"])
    submission.language = language
    submission.save(update_fields=["language"])
