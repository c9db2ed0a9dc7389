"""The languages of the site as choices of a field, and what is said of a text in another one."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class TextLanguage(models.TextChoices):
    ENGLISH = "en", _("English")
    FRENCH = "fr", _("French")
    DUTCH = "nl", _("Dutch")
    RUSSIAN = "ru", _("Russian")


AVAILABLE_ONLY_IN = {
    TextLanguage.ENGLISH: _("This text is available in English only."),
    TextLanguage.FRENCH: _("This text is available in French only."),
    TextLanguage.DUTCH: _("This text is available in Dutch only."),
    TextLanguage.RUSSIAN: _("This text is available in Russian only."),
}
SHOWN_IN = {
    TextLanguage.ENGLISH: _("This text has not been translated yet and is shown in English."),
    TextLanguage.FRENCH: _("This text has not been translated yet and is shown in French."),
    TextLanguage.DUTCH: _("This text has not been translated yet and is shown in Dutch."),
    TextLanguage.RUSSIAN: _("This text has not been translated yet and is shown in Russian."),
}


def one_text_for_each_language(owner: str, name: str = "") -> models.UniqueConstraint:
    """No record has two texts in one language. `owner` is the text's foreign key to its record,
    `name` what the constraint calls the record, if that is another word."""
    return models.UniqueConstraint(
        fields=[owner, "language"],
        name=f"one_{name or owner}_text_per_language",
        violation_error_message=_("There is already a text in this language."),
    )
