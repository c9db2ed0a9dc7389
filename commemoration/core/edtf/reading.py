"""Reads what people write for a date, in words of the four languages or as EDTF."""

import re
from dataclasses import dataclass, replace
from datetime import date

from django.core.exceptions import ValidationError

from commemoration.core.edtf.languages import LANGUAGES, language_of
from commemoration.core.edtf.languages.writing import Language
from commemoration.core.edtf.shapes import (
    POINT,
    Between,
    Interval,
    Point,
    Several,
    Shape,
    following,
    preceding,
    refined,
)
from commemoration.core.edtf.validation import admitted_shape, refusal

MAX_WORDS_LENGTH = 300
SIDE = r"(?:[\dX]{4}[\dX?~%-]*|\.\.)"
LOOKS_LIKE_EDTF = re.compile(rf"\[.*\]|\{{.*\}}|{SIDE}|{SIDE}?/{SIDE}?", re.ASCII)
YEAR_SPAN = re.compile(r"\d{4} ?- ?\d{4}", re.ASCII)
NUMERIC_DAY = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})", re.ASCII)
NUMERIC_MONTH = re.compile(r"(\d{1,2})[./](\d{4})", re.ASCII)
SHORT_YEAR = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2}"
    r"|\d{4}[/–]\d{2}|\d{4}-(?!0[1-9]|1[0-2]|2[1-4])\d{2}"
    r"|['’]\d{2}",
    re.ASCII,
)
DASHES = (
    re.compile(r"^(.+?)(?: ?[–—] ?| - )(.+)$"),
    re.compile(r"^(\d{4})-(\d{4})$"),
    re.compile(r"^(\d{1,2})-(\d{1,2} .+)$"),
    re.compile(r"^([^\W\d]+)-([^\W\d]+ .+)$"),
)
ONE_WINTER = re.compile(r"(\d{4})[/–-](\d{2}|\d{4})", re.ASCII)
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


def parse_words(text: str, language: str | None) -> str:
    """EDTF for a date written in words, in figures or as EDTF; "" for a date that is not known.

    Words of all four languages are read, those of `language` first. Figures stand for day, month,
    year. ValidationError, with an example in `language`, if the text is impossible or ambiguous.
    """
    given = " ".join(text.split())
    if not given:
        return ""
    if len(given) > MAX_WORDS_LENGTH:
        raise refusal("not_understood", given, language)
    as_edtf = given.replace(" ", "").upper()
    if LOOKS_LIKE_EDTF.fullmatch(as_edtf) and not _is_span_of_years(given):
        admitted_shape(as_edtf, language)
        return as_edtf
    return _parse_phrase(given, language)


def _is_span_of_years(text: str) -> bool:
    """Whether it is "1941-1945" or "1941-45" and no month or season such as "1943-05"."""
    return bool(YEAR_SPAN.fullmatch(text) or SHORT_YEAR.fullmatch(text))


def _parse_phrase(given: str, language: str | None) -> str:
    plain = normalised(given)
    own = language_of(language)
    if SHORT_YEAR.fullmatch(plain):
        raise refusal("ambiguous", given, language)
    for words in (own, *(other for other in LANGUAGES.values() if other is not own)):
        if plain in words.unknown_words:
            return ""
        try:
            shape = PhraseReader(words).read(plain)
        except AmbiguousError:
            raise refusal("ambiguous", given, language) from None
        except ImpossiblePartError:
            raise refusal("impossible", given, language) from None
        if shape:
            return _checked(shape, given, language)
    raise refusal("not_understood", given, language)


def _checked(shape: Shape, given: str, language: str | None) -> str:
    try:
        admitted_shape(str(shape), language)
    except ValidationError as error:
        raise refusal(error.code, given, language) from None
    return str(shape)


def normalised(text: str) -> str:
    """Lower case, one kind of apostrophe and of space, no full stop at the end."""
    text = " ".join(text.lower().replace("'", "’").split())
    return text.rstrip(".") if not text.endswith("..") else text


class ImpossiblePartError(ValueError):
    """A phrase is understood, and one of its dates is no day of the calendar."""


class PhraseReader:
    """Reads phrases in the words of one language; a method gives None if it does not fit."""

    def __init__(self, words: Language):
        self.words = words

    def read(self, text: str) -> Shape | None:
        if self.words.year_words:
            text = self.words.year_words.sub("", text)
        point = self._completed_point(text)
        if point:
            return point
        return (
            self._one_winter(text)
            or self._between(text)
            or self._open_side(text)
            or self._span(text)
            or self._several(text)
        )

    def _completed_point(self, text: str) -> Point | None:
        partial = self.partial(text)
        return partial.point() if partial else None

    def _pair(self, name: str, text: str) -> tuple[Point, Point] | None:
        for pattern in self.words.phrases[name]:
            pair = self._matched_pair(pattern, text)
            if pair:
                return pair
        return None

    def _matched_pair(self, pattern: re.Pattern, text: str) -> tuple[Point, Point] | None:
        match = pattern.match(text)
        partials = [self.partial(part) for part in match.groups()] if match else [None]
        points = self._completed(partials)
        return (points[0], points[1]) if points else None

    def _completed(self, partials: list[Partial | None]) -> list[Point] | None:
        """Points from left to right; what a date leaves out, the one to its right says."""
        points: list[Point] = []
        neighbour = None
        for partial in reversed(partials):
            if partial is None:
                return None
            neighbour = partial.completed(neighbour) if neighbour else partial
            point = neighbour.point()
            if point is None:
                return None
            points.insert(0, point)
        return points

    def _one_winter(self, text: str) -> Interval | None:
        season, _, years = self._without_fillers(text).partition(" ")
        match = ONE_WINTER.fullmatch(self._without_fillers(years))
        if self.words.seasons.get(season) != 24 or not match:
            return None
        first, second = int(match[1]), int(match[2])
        if second % 100 != (first + 1) % 100 or second > first + 1:
            return None
        return Interval(Point(f"{first}", "12"), Point(f"{first + 1}", "02"))

    def _between(self, text: str) -> Between | None:
        pair = self._pair("between", text)
        if not pair or not all(_is_bound(point) for point in pair):
            return None
        finest = max((_fineness(point) for point in pair), key=FINENESS.index)
        return Between(
            _at(pair[0], finest, to_end=False),
            _at(pair[1], finest, to_end=True),
        )

    def _open_side(self, text: str) -> Shape | None:
        for name, shape_of in (("before", _before), ("after", _after)):
            point = self._single(name, text)
            if point:
                return shape_of(point) if _is_bound(point) else None
        text, start = self._without_note(text, self.words.start_unknown)
        text, end = self._without_note(text, self.words.end_unknown)
        point = self._single("since", text)
        if point:
            return Interval(point, "" if end else "..")
        point = self._single("until", text)
        return Interval("" if start else "..", point) if point else None

    def _single(self, name: str, text: str) -> Point | None:
        for pattern in self.words.phrases[name]:
            match = pattern.match(text)
            point = self._completed_point(match[1]) if match else None
            if point:
                return point
        return None

    def _span(self, text: str) -> Interval | None:
        pair = self._pair("range", text)
        for pattern in DASHES:
            pair = pair or self._matched_pair(pattern, text)
        return Interval(*pair) if pair else None

    def _several(self, text: str) -> Several | None:
        for joint, is_choice in ((self.words.or_word, True), (self.words.and_word, False)):
            head, found, last = text.rpartition(f" {joint} ")
            parts = re.split(rf", | {joint} ", head)
            points = self._completed([self.partial(part) for part in (*parts, last)])
            if found and points:
                return Several(tuple(points), is_choice)
        return None

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


FINENESS = ["year", "month", "day"]


def _is_bound(point: Point) -> bool:
    """Whether "before" and "between" can be said of it: EDTF takes no qualified date there."""
    return point.is_plain


def _fineness(point: Point) -> str:
    return {"season": "month", "decade": "year", "century": "year"}.get(
        point.precision, point.precision
    )


def _at(point: Point, precision: str, *, to_end: bool) -> Point:
    return refined(_possible(point), precision, to_end=to_end)


def _before(point: Point) -> Between:
    return Between(None, preceding(_at(point, _fineness(point), to_end=False)))


def _after(point: Point) -> Between:
    return Between(following(_at(point, _fineness(point), to_end=True)), None)


def _possible(point: Point) -> Point:
    try:
        first, last = point.bounds()
        date(first.year - 1, 1, 1), date(last.year + 1, 1, 1)
    except ValueError:
        raise ImpossiblePartError(str(point)) from None
    return point


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
