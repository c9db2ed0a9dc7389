"""Turns the text of a cell into a value: rights, lists, positions, text that came as HTML."""

import re
from decimal import Decimal, InvalidOperation
from html import unescape

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils import translation
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _

from commemoration.core.edtf import parse_words
from photos.enums import RightsStatement, TextLanguage

from .row_format import split_list

MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:[a-zA-Z]+|#\d+);")
YES = {"yes", "y", "true", "1", "oui", "ja", "да"}
NO = {"no", "n", "false", "0", "non", "nee", "нет"}
BREAKS = re.compile(r"<(?:br\s*/?|/p|/div|/li)>", re.IGNORECASE)


def plain_text(text: str) -> str:
    """Text that came as HTML, without its tags; line breaks and paragraphs stay."""
    if not MARKUP.search(text):
        return text
    lines = unescape(strip_tags(BREAKS.sub("\n", text))).splitlines()
    return "\n".join(" ".join(line.split()) for line in lines if line.strip())


def choice_named(choices: type[TextChoices], text: str):
    """The member with this code or, in any of the site's languages, this label; else None."""
    wanted = " ".join(text.split()).casefold()
    for member in choices:
        if member.value.casefold() == wanted:
            return member
    for language in TextLanguage.values:
        with translation.override(language):
            for member in choices:
                if str(member.label).casefold() == wanted:
                    return member
    return None


class PlainTextField(forms.CharField):
    """Marks itself in the form's notes when tags were taken away. `exact` takes none away."""

    def __init__(self, *, exact: bool = False, **kwargs):
        super().__init__(**kwargs)
        self.exact = exact

    def to_python(self, value):
        text = super().to_python(value) or ""
        return text if self.exact else plain_text(text).strip()


class YesNoField(forms.CharField):
    """Yes or no in a language of the site; None where the cell is empty."""

    def to_python(self, value):
        word = (super().to_python(value) or "").casefold()
        if word and word not in YES | NO:
            raise ValidationError(_("Write “yes” or “no”."))
        return word in YES if word else None


class WordsField(forms.CharField):
    """A date in words or as EDTF; the value is EDTF."""

    def __init__(self, *, language: str, **kwargs):
        super().__init__(**kwargs)
        self.language = language

    def to_python(self, value):
        text = super().to_python(value)
        return parse_words(text, self.language) if text else ""


class DegreesField(forms.CharField):
    """Degrees with a decimal point or comma; the value is text with six decimals."""

    def __init__(self, *, limit: int, **kwargs):
        super().__init__(**kwargs)
        self.limit = limit
        self.number = None  # as it was written

    def to_python(self, value):
        self.number = None
        text = (super().to_python(value) or "").replace(",", ".").replace("\N{MINUS SIGN}", "-")
        if not text:
            return ""
        try:
            degrees = Decimal(text)
        except InvalidOperation:
            degrees = None
        if degrees is None or not degrees.is_finite():
            raise ValidationError(
                _("Write the position in decimal degrees, for example 50.846557.")
            )
        if abs(degrees) > self.limit:
            raise ValidationError(
                _("This number lies between -%(limit)d and %(limit)d degrees."),
                params={"limit": self.limit},
            )
        self.number = degrees
        return f"{degrees:.6f}"


class ListField(forms.CharField):
    """Values separated by `|`, each once, in their order; `exact` as an export wrote them."""

    def __init__(self, *, exact: bool = False, **kwargs):
        super().__init__(**kwargs)
        self.exact = exact

    def to_python(self, value):
        if self.exact:
            return split_list(super().to_python(value) or "")
        parts = (super().to_python(value) or "").split("|")
        values = list(dict.fromkeys(" ".join(plain_text(part).split()) for part in parts))
        return [value for value in values if value]

    def repeats(self, text: str) -> bool:
        """Whether a value stands in this cell more than once."""
        return len(self.to_python(text)) < sum(bool(part.strip()) for part in text.split("|"))

    def validate(self, value):
        super().validate(value)
        if any(len(item) > 200 for item in value):
            raise ValidationError(_("An entry is longer than 200 characters. Separate them by |."))


class ChoiceTextField(forms.CharField):
    """A choice by its code or its name; the value is the code."""

    message = _("“%(text)s” is not known. Use one of: %(codes)s.")

    def __init__(self, *, choices: type[TextChoices], **kwargs):
        super().__init__(**kwargs)
        self.choices = choices

    def to_python(self, value):
        text = super().to_python(value)
        if not text:
            return ""
        member = self.find(text)
        if member is None:
            raise ValidationError(
                self.message,
                params={"text": text[:100], "codes": ", ".join(self.choices.values)},
            )
        return member.value

    def find(self, text: str):
        return choice_named(self.choices, text)


# ISO 639-2, by which libraries name the languages of the site: both codes where there are two.
LIBRARY_CODES = {"eng": "en", "fre": "fr", "fra": "fr", "dut": "nl", "nld": "nl", "rus": "ru"}


class LanguageField(ChoiceTextField):
    """A language of the site by its code, of two letters or three, or by its name."""

    def __init__(self, **kwargs):
        super().__init__(choices=TextLanguage, **kwargs)

    def find(self, text):
        return super().find(LIBRARY_CODES.get(text.strip().casefold(), text))


class RightsField(ChoiceTextField):
    """A rights statement by address, code or name."""

    message = _(
        "“%(text)s” is not a rights statement of rightsstatements.org or Creative Commons. "
        "Use its address or one of the codes: %(codes)s."
    )

    def __init__(self, **kwargs):
        super().__init__(choices=RightsStatement, **kwargs)

    def find(self, text):
        return RightsStatement.from_text(text) or super().find(text)
