"""The fields of a row: each refuses what cannot be meant, in words for whoever made the list."""

import re
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from photos.importers.cells import MARKUP, choice_named
from photos.importers.cells import DegreesField as AnyDegreesField
from photos.importers.row_format import guard, unguard
from tributes.graves.enums import PROVINCES_IN_FRENCH, Nationality, Province
from tributes.graves.models.positions import OUTSIDE, degrees

FORMULA = re.compile(r"\s*[=+\-@\uff0b\uff0d\uff1d\uff20]")
# Control characters, and marks that turn the direction of writing or hide letters.
UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
REPLACED = "\N{REPLACEMENT CHARACTER}"
RUSSIAN = ("russ", "рус", "росси")
MISREAD_AS = ("windows-1252", "windows-1251")


class PlainField(forms.CharField):
    """Words, as they stand: no tags, no formula, no signs of a wrong encoding.

    An apostrophe that an export has put before a formula's sign is taken away again.
    """

    def __init__(self, **kwargs):
        kwargs.setdefault("required", False)
        super().__init__(**kwargs)

    def to_python(self, value):
        text = super().to_python(value) or ""
        plain = unguard(text)
        if plain == text and FORMULA.match(text):
            raise ValidationError(
                _("This looks like a formula (“%(text)s”). Write the words alone."),
                params={"text": text[:60]},
            )
        _refuse_unreadable(plain)
        if MARKUP.search(plain):
            raise ValidationError(
                _("There is HTML in it (“%(text)s”). Write the words alone."),
                params={"text": plain[:60]},
            )
        return plain


class LinesField(PlainField):
    """Several texts in one cell, separated by ` | `; the value has one on each line."""

    def to_python(self, value):
        parts = super().to_python(value).split("|")
        return "\n".join(part.strip() for part in parts if part.strip())


class KeyField(forms.SlugField):
    """The short name by which lists know a record."""

    default_error_messages = {
        "required": _("The row has no short name by which it could be known."),
        "invalid": _("Only Latin letters, figures, hyphens and underscores can be used here."),
    }


class CodeField(PlainField):
    """One of the values of an enumeration, or its name in a language of the site."""

    def __init__(self, *, choices: type[TextChoices], **kwargs):
        super().__init__(**kwargs)
        self.enumeration = choices

    def to_python(self, value):
        text = super().to_python(value)
        if not text:
            return ""
        found = choice_named(self.enumeration, text)
        if found is None:
            raise ValidationError(
                _("“%(text)s” is not known here. Known are: %(known)s."),
                params={"text": text[:60], "known": ", ".join(self.enumeration.values)},
            )
        return found.value


class NationalityField(CodeField):
    """Citizenship at the time. What “Russian” means is not guessed."""

    def __init__(self, **kwargs):
        super().__init__(choices=Nationality, **kwargs)

    def to_python(self, value):
        try:
            return super().to_python(value)
        except ValidationError as error:
            text = str(value).strip().casefold()
            if not text.startswith(RUSSIAN):
                raise
            raise ValidationError(
                _(
                    "“%(text)s” does not say which citizenship it was. Write “soviet” for a "
                    "citizen of the Soviet Union, whatever the birthplace, “stateless” or “other”."
                ),
                params={"text": str(value).strip()[:60]},
            ) from error


class ProvinceField(PlainField):
    """A province by its French name, its code, or its name in another language of the site."""

    def to_python(self, value):
        text = super().to_python(value)
        in_french = {name.casefold(): code for code, name in PROVINCES_IN_FRENCH.items()}
        if not text:
            return ""
        found = in_french.get(text.casefold()) or choice_named(Province, text)
        if found is None:
            raise ValidationError(
                _("“%(text)s” is not known here. Known are: %(known)s."),
                params={"text": text[:60], "known": ", ".join(PROVINCES_IN_FRENCH.values())},
            )
        return found.value


class NumberField(PlainField):
    """A whole number, None where the cell is empty."""

    def __init__(self, *, largest: int, smallest: int = 0, **kwargs):
        super().__init__(**kwargs)
        self.smallest, self.largest = smallest, largest

    def to_python(self, value):
        text = super().to_python(value)
        if not text:
            return None
        is_number = text.isascii() and text.isdecimal()
        if not is_number or not self.smallest <= int(text[:12]) <= self.largest:
            raise ValidationError(
                _("Write a whole number between %(smallest)d and %(largest)d."),
                params={"smallest": self.smallest, "largest": self.largest},
            )
        return int(text)


class YearsField(PlainField):
    """Years separated by semicolons, as a list of numbers."""

    def to_python(self, value):
        parts = [part.strip() for part in super().to_python(value).split(";") if part.strip()]
        if not all(re.fullmatch(r"(19|20)\d\d", part, re.ASCII) for part in parts):
            raise ValidationError(_("Write years with four figures, separated by “;”."))
        return [int(part) for part in parts]


class DegreesInBelgiumField(AnyDegreesField):
    """Degrees within the country; the value is text as exports write it."""

    def __init__(self, *, smallest: Decimal, largest: Decimal, **kwargs):
        super().__init__(limit=180, required=False, **kwargs)
        self.bounds = smallest, largest

    def to_python(self, value):
        text = super().to_python(value)
        if not text:
            return ""
        smallest, largest = self.bounds
        if not smallest <= Decimal(text) <= largest:
            raise ValidationError(OUTSIDE)
        return degrees(Decimal(text))


def cell_of(value: object) -> str:
    """A value as a cell that no spreadsheet calculates."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return ";".join(str(each) for each in value)
    return guard(str(value))


def _refuse_unreadable(text: str) -> None:
    if REPLACED in text or _was_misread(text):
        raise ValidationError(
            _(
                "Letters were lost here: the list, or a part of it, is not in the encoding that "
                "it seems to be in. Save it as UTF-8."
            )
        )
    if UNSEEN.search(text):
        raise ValidationError(_("There are signs in it that cannot be seen. Type it anew."))


def _was_misread(text: str) -> bool:
    """UTF-8 that was read as something else: `Ð‘Ð¾Ð±`, `FranÃ§ois`."""
    if text.isascii():
        return False
    for encoding in MISREAD_AS:
        try:
            if text.encode(encoding).decode("utf-8") != text:
                return True
        except UnicodeError:
            continue
    return False
