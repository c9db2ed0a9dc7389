"""Records what a sender agrees to, on this site or on paper."""

from collections.abc import Sequence
from datetime import date

from commemoration.core.consent.enums import GivenBy, Obtained
from commemoration.core.consent.models import ConsentRecord
from commemoration.core.consent.services import record_consent
from commemoration.submissions.consents import words_to_agree_to
from commemoration.submissions.models.records import Submission


def record_agreement(
    submission: Submission,
    *,
    name: str,
    scopes: Sequence[str],
    given_on: date,
    obtained: Obtained,
    given_by: str = GivenBy.FAMILY,
    **values,
) -> ConsentRecord:
    """The consent to the words of the submission's kind, in its language; `values` are further
    ones of `record_consent`. ValidationError by field."""
    kind = submission.of_kind
    return record_consent(
        purpose=kind.consent,
        subject=submission.key,
        text=words_to_agree_to(kind, submission.language),
        scopes=scopes,
        given_on=given_on,
        given_by=given_by,
        obtained=obtained,
        giver=name,
        **values,
    )
