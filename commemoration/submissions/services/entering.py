"""A submission that came on paper: staff type it in, and it goes to review as any other."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from commemoration.core.consent.enums import GivenBy, Obtained
from commemoration.submissions.answers import Typed, values_of
from commemoration.submissions.enums import Actor, Reason, SubmissionState
from commemoration.submissions.kinds import SubmissionKind
from commemoration.submissions.models.records import Contact, Submission, SubmittedWords
from commemoration.submissions.services.agreements import record_agreement
from commemoration.submissions.services.states import create_submission


@transaction.atomic
def enter_from_paper(
    *,
    kind: SubmissionKind,
    language: str,
    steps: Mapping[str, Typed],
    name: str,
    scopes: Sequence[str],
    given_on: date,
    scan: File,
    user,
    given_by: str = GivenBy.FAMILY,
    about: str = "",
) -> Submission:
    """A submission that awaits review, with the consent that was signed and its scan, kept
    privately. `steps` are the typed fields of each step. ValidationError by step or by field."""
    if not kind.may_review(user):
        raise ValidationError(_("You do not look after submissions of this kind."))
    submission = _write_down(kind, language, steps, name.strip(), about, user)
    if errors := values_of(submission).errors:
        raise ValidationError(errors)
    record_agreement(
        submission,
        name=name.strip(),
        scopes=scopes,
        given_on=given_on,
        given_by=given_by,
        obtained=Obtained.PAPER,
        scan=scan,
        user=user,
    )
    return submission


def _write_down(
    kind: SubmissionKind, language: str, steps: Mapping[str, Typed], name: str, about: str, user
) -> Submission:
    submission = create_submission(
        kind=kind.slug,
        about=about,
        language=language,
        state=SubmissionState.WAITING,
        reason=Reason.ENTERED,
        actor=Actor.STAFF,
        staff=user,
        on_paper=True,
    )
    Contact.objects.create(submission=submission, name=name)
    kept = {
        slug: {"version": 1, "language": language, "fields": dict(fields)}
        for slug, fields in steps.items()
    }
    SubmittedWords.objects.create(submission=submission, steps=kept, saved_at=timezone.now())
    return submission
