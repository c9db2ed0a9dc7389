"""What is written to a sender for each reason: as staff have worded it, or as the site does."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from commemoration.submissions.enums import REASONS_OF, Answer, Reason
from commemoration.submissions.models.moderation import AnswerText

FIRST: Mapping[tuple[Answer, Reason], str] = {
    (Answer.ASK, Reason.UNCLEAR): _(
        "Something in what you sent is not clear to us. Please look at it again and tell us more."
    ),
    (Answer.ASK, Reason.PICTURE): _(
        "We cannot use one of your pictures as it is: it is too small, too dark, or shows "
        "something else. Please send another one, or take it out."
    ),
    (Answer.ASK, Reason.CONSENT_MISSING): _(
        "Somebody who may be alive can be seen or is named. Please tell us whether they agree, or "
        "take this part out."
    ),
    (Answer.REJECT, Reason.NOT_OUR_SUBJECT): _(
        "What you sent does not belong to the subject of this page, so we have not published it."
    ),
    (Answer.REJECT, Reason.UNTRUE): _(
        "What you sent contradicts what is known from documents, so we have not published it. If "
        "you have a document, write to us."
    ),
    (Answer.REJECT, Reason.ABUSE): _(
        "What you sent breaks the rules of this site, so we have not published it."
    ),
    (Answer.REJECT, Reason.DUPLICATE): _(
        "This person is here already, so we have not published a second entry. If something is "
        "missing in the first one, write to us."
    ),
    (Answer.REJECT, Reason.PICTURE): _(
        "We cannot publish this without a picture that can be used, so we have not published it. "
        "You are welcome to send it again with another one."
    ),
    (Answer.REJECT, Reason.CONSENT_MISSING): _(
        "Somebody who may be alive has not agreed, so we have not published it."
    ),
}
"""The words that a site begins with; their translations stand in the catalogues."""


def answer_texts(language: str) -> dict[str, dict[str, str]]:
    """For each answer and reason the prepared words in this language. One query."""
    with override(language):
        found = {
            answer: {reason: str(FIRST[answer, reason]) for reason in reasons}
            for answer, reasons in REASONS_OF.items()
        }
    for row in AnswerText.objects.filter(language=language):
        if row.reason in found[row.answer]:
            found[row.answer][row.reason] = row.text
    return found
