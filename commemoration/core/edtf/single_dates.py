"""Reads one date in the words of one language, down to what its neighbour must complete."""

import re
from dataclasses import dataclass, replace

from commemoration.core.edtf.languages.writing import Language
from commemoration.core.edtf.shapes import POINT, Point

NUMERIC_DAY = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})", re.ASCII)
NUMERIC_MONTH = re.compile(r"(\d{1,2})[./](\d{4})", re.ASCII)
DAY = r"(\d{1,2})(?:er|e|ste|de|st|nd|rd|th|-е|-го|-ое)?"
DAY_FIRST = re.compile(rf"{DAY}(?:(?: of)? ([^\W\d]+)\.?,?(?: (\d{{4}}))?)?")
MONTH_FIRST = re.compile(r"([^\W\d]+)\.? (\d{1,2})(?:st|nd|rd|th)?, (\d{4})")
ROMAN = {"xviii": 18, "xix": 19, "xx": 20, "xxi": 21}
CYRILLIC_X = str.maketrans("х", "x")


class AmbiguousError(ValueError):
    """The text can be read in more than one way."""


@dataclass(frozen=True)
class Partial:
    """A date as written; a year or month that its neighbour says ("9 to 12 May 1945") is None."""

    year: str | None
    month: str | None = None
    day: str | None = None
    qualifier: str = ""

    def completed(self, neighbour: "Partial") -> "Partial":
        year = self.year or neighbour.year
        month = neighbour.month if self.day and not self.month else self.month
        return replace(self, year=year, month=month)

    def point(self) -> Point | None:
        if not self.year or (self.day and not self.month):
            return None
        return Point(self.year, self.month, self.day, self.qualifier)


class ImpossiblePartError(ValueError):
    """A phrase is understood, and one of its dates is no day of the calendar."""


class DateReader:
    """Reads one date; a method gives None if it does not fit."""

    def __init__(self, words: Language):
        self.words = words

    def partial(self, text: str) -> Partial | None:
        """One date as written, with its qualifier and with "day unknown" and the like."""
        text, qualifier = self._qualifier(text.strip())
        for missing, note in self.words.missing.items():
            text, found = self._without_note(text, note)
            if found:
                return self._with_missing(text, missing, qualifier)
        partial = self._bare(self._without_fillers(text))
        return replace(partial, qualifier=_both(qualifier, partial.qualifier)) if partial else None

    def _with_missing(self, text: str, missing: str, qualifier: str) -> Partial | None:
        partial = self.partial(text)
        if partial is None or partial.day or (missing == "day") != bool(partial.month):
            return None
        return replace(
            partial,
            month=partial.month if missing == "day" else "XX",
            day=None if missing == "month" else "XX",
            qualifier=_both(qualifier, partial.qualifier),
        )

    def _qualifier(self, text: str) -> tuple[str, str]:
        is_uncertain, is_about = False, False
        if text.endswith("?"):
            text, is_uncertain = text[:-1].rstrip(), True
        text, found = _stripped(self.words.uncertain, text)
        is_uncertain = is_uncertain or found
        text, is_about = _stripped(self.words.about, text)
        return text, _both("?" if is_uncertain else "", "~" if is_about else "")

    def _without_note(self, text: str, note: str) -> tuple[str, bool]:
        ending = f" ({note})"
        return (text.removesuffix(ending), True) if text.endswith(ending) else (text, False)

    def _without_fillers(self, text: str) -> str:
        return self.words.fillers.sub("", text)

    def _bare(self, text: str) -> Partial | None:
        return (
            self._figures(text)
            or self._decade_or_century(text)
            or self._day_in_words(text)
            or self._month_or_season(text)
        )

    def _figures(self, text: str) -> Partial | None:
        if match := POINT.fullmatch(text.upper()):
            return Partial(**match.groupdict())
        if match := NUMERIC_DAY.fullmatch(text):
            return _real_day(match[4], int(match[3]), match[1])
        if match := NUMERIC_MONTH.fullmatch(text):
            return _real_day(match[2], int(match[1]), None)
        return None

    def _decade_or_century(self, text: str) -> Partial | None:
        words = self.words
        if words.ambiguous and words.ambiguous.match(text):
            raise AmbiguousError(text)
        if match := words.decade.match(text):
            return Partial(f"{match[1]}X")
        if words.short_decade and (match := words.short_decade.match(text)):
            return Partial(f"19{match[1]}X")
        if match := words.century.match(text.translate(CYRILLIC_X)) or words.century.match(text):
            number = match[1].translate(CYRILLIC_X)
            return Partial(f"{(ROMAN.get(number) or int(number)) - 1:02}XX")
        return None

    def _day_in_words(self, text: str) -> Partial | None:
        if match := DAY_FIRST.fullmatch(text):
            day, month, year = match.groups()
        elif match := MONTH_FIRST.fullmatch(text):
            month, day, year = match.groups()
        else:
            return None
        if month is None:
            return Partial(None, None, f"{int(day):02}")
        number = self.words.months.get(month)
        return _real_day(year, number, day) if number else None

    def _month_or_season(self, text: str) -> Partial | None:
        word, _, year = text.partition(" ")
        number = self.words.months.get(word.rstrip(".,")) or self.words.seasons.get(word)
        year = self._without_fillers(year)
        if not number or not re.fullmatch(r"(?:\d{4})?", year, re.ASCII):
            return None
        return Partial(year or None, f"{number:02}")


def _real_day(year: str | None, month: int, day: str | None) -> Partial:
    if not 1 <= month <= 12:
        raise ImpossiblePartError(month)
    return Partial(year, f"{month:02}", f"{int(day):02}" if day else None)


def _both(first: str, second: str) -> str:
    """Two qualifiers said of one date: uncertain and about is "%"."""
    return first if first == second or not second else second if not first else "%"


def _stripped(pattern: re.Pattern, text: str) -> tuple[str, bool]:
    match = pattern.match(text)
    return (next(filter(None, match.groups())).strip(), True) if match else (text, False)
