"""Makes a kind of submission known, and with it the consent that its senders give."""

from uuid import UUID

from commemoration.core.consent.purposes import ConsentPurpose, register_purpose
from commemoration.submissions.enums import ENDED_STATES, Actor, Reason, SubmissionState
from commemoration.submissions.kinds import SubmissionKind, register_submission_kind
from commemoration.submissions.models.records import Submission
from commemoration.submissions.services.states import change_state, lock_submission


def register_kind_and_consent(kind: SubmissionKind) -> None:
    """Called once for each kind, in `AppConfig.ready`."""

    def take_down(key: UUID, *, user=None) -> None:
        """Withdrawn in the screens of consents: the submission ends with its record."""
        kind.take_down(key, user=user)
        submission = submission_of(key)
        if submission is None or submission.state in ENDED_STATES:
            return
        change_state(
            lock_submission(submission),
            SubmissionState.WITHDRAWN,
            reason=Reason.BY_SENDER,
            actor=Actor.STAFF if user else Actor.SENDER,
            staff=user,
            is_public=False,
        )

    register_submission_kind(kind)
    register_purpose(
        ConsentPurpose(
            slug=kind.consent,
            title=kind.title,
            scopes=kind.scopes,
            required=kind.required_scopes,
            subject_of=submission_of,
            take_down=take_down,
            narrow=kind.narrow,
            may_handle=kind.may_review,
        )
    )


def submission_of(key: UUID) -> Submission | None:
    return Submission.objects.filter(key=key).first()
