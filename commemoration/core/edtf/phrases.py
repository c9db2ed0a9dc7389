"""Reads what is said of one date or of several: before, between, since, from … to, or."""

import re
from datetime import date

from commemoration.core.edtf.shapes import (
    Between,
    Interval,
    Point,
    Several,
    Shape,
    following,
    preceding,
    refined,
)
from commemoration.core.edtf.single_dates import DateReader, ImpossiblePartError, Partial

DASHES = (
    re.compile(r"^(.+?)(?: ?[–—] ?| - )(.+)$"),
    re.compile(r"^(\d{4})-(\d{4})$"),
    re.compile(r"^(\d{1,2})-(\d{1,2} .+)$"),
    re.compile(r"^([^\W\d]+)-([^\W\d]+ .+)$"),
)
ONE_WINTER = re.compile(r"(\d{4})[/–-](\d{2}|\d{4})", re.ASCII)


class PhraseReader(DateReader):
    """Reads phrases in the words of one language; a method gives None if it does not fit."""

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
