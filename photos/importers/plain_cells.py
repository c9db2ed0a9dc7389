"""Cells of lists that other people wrote: each refuses what cannot be meant, in words for whoever
made the list. And the way back: values as cells that no spreadsheet calculates."""

import csv
import io
import re
from collections.abc import Iterable, Iterator

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from photos.importers.cells import MARKUP, choice_named
from photos.importers.row_format import guard, unguard

FORMULA = re.compile(r"\s*[=+\-@\uff0b\uff0d\uff1d\uff20]")
# Control characters, and marks that turn the direction of writing or hide letters.
UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
REPLACED = "\N{REPLACEMENT CHARACTER}"
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


def cell_of(value: object) -> str:
    """A value as a cell that no spreadsheet calculates."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return ";".join(str(each) for each in value)
    return guard(str(value))


def csv_lines(columns: Iterable[str], rows: Iterable[dict]) -> Iterator[str]:
    """RFC 4180, with a header; cells that a spreadsheet would calculate are guarded."""
    columns = list(columns)
    yield _line(columns)
    for row in rows:
        yield _line(cell_of(row.get(name, "")) for name in columns)


def _line(cells: Iterable[str]) -> str:
    line = io.StringIO()
    # The writer quotes what stands in its own ending alone: a bare CR would begin another row.
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue().removesuffix("\r\n") + "\n"


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
