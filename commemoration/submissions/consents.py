"""The words that a sender agrees to: the newest version, or the first one as the code has it."""

from django.utils.translation import override

from commemoration.core.consent.models import ConsentText
from commemoration.submissions.kinds import SubmissionKind


def words_to_agree_to(kind: SubmissionKind, language: str) -> ConsentText:
    """The newest text of the kind's consent in this language.

    A site whose managers have written none begins with the words that the kind brings; two
    visitors at once get the same.
    """
    texts = ConsentText.objects.filter(purpose=kind.consent, language=language)
    newest = texts.order_by("-version").first()
    if newest is not None:
        return newest
    with override(language):
        words = str(kind.consent_words(language))
    first = {"purpose": kind.consent, "version": 1, "language": language}
    return ConsentText.objects.get_or_create(**first, defaults={"text": words})[0]
