"""What is written to somebody whose objection is refused, unless staff word it otherwise."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from commemoration.submissions.enums import ObjectionReason

FIRST = {
    ObjectionReason.NOT_FOUND: _(
        "We have read the page again and found nothing there that concerns you. If we are wrong, "
        "please answer this letter."
    ),
    ObjectionReason.OF_THE_DEAD: _(
        "The page tells of somebody who has died and shows nobody alive, and what it says rests on "
        "documents or on the memory of the family that sent it. We have left it as it is."
    ),
    ObjectionReason.UNCLEAR: _(
        "We could not find out what is meant. Please write to us again with the address of the "
        "page, as it stands at the top of your browser."
    ),
}


def objection_texts(language: str) -> dict[str, str]:
    """The prepared words for each reason, in this language."""
    with override(language):
        return {reason.value: str(text) for reason, text in FIRST.items()}
