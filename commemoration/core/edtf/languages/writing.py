"""What the date phrases of all languages share: which parts are said, and which left out."""

import re
from dataclasses import dataclass
from typing import ClassVar

from commemoration.core.edtf.shapes import (
    Between,
    Interval,
    Point,
    Several,
    Shape,
    following,
    preceding,
)

CONTRACTED = ("day", "month", "season")


@dataclass(frozen=True)
class Part:
    """One date inside a phrase: its role there, and what its neighbour already says."""

    role: str  # alone, about, before, after, since, until, from, to, between, and, item
    year_is_said: bool = False
    month_is_said: bool = False
    unit_is_said: bool = False  # the word "year" in languages that write one
    is_plural: bool = False  # stands for several years


ALONE = Part("alone")


class Language:
    """The phrases of one language, for writing; the patterns, for reading.

    Patterns are matched against text in lower case with single spaces. Each one for a phrase holds
    one group for each date in it.
    """

    code: ClassVar[str]
    unknown: ClassVar[str]
    example: ClassVar[str]
    refusals: ClassVar[dict[str, str]]
    missing: ClassVar[dict[str, str]]
    start_unknown: ClassVar[str]
    end_unknown: ClassVar[str]
    or_word: ClassVar[str]
    and_word: ClassVar[str]

    unknown_words: ClassVar[frozenset[str]]
    months: ClassVar[dict[str, int]]
    seasons: ClassVar[dict[str, int]]
    fillers: ClassVar[re.Pattern]
    about: ClassVar[re.Pattern]
    uncertain: ClassVar[re.Pattern]
    phrases: ClassVar[dict[str, tuple[re.Pattern, ...]]]
    decade: ClassVar[re.Pattern]
    year_words: ClassVar[re.Pattern | None] = None
    short_decade: ClassVar[re.Pattern | None] = None
    century: ClassVar[re.Pattern]
    ambiguous: ClassVar[re.Pattern | None] = None

    def write_part(self, point: Point, part: Part) -> str:
        """A date with the preposition, case and qualifier of its role."""
        raise NotImplementedError

    def write(self, shape: Shape) -> str:
        if isinstance(shape, Point):
            return self.write_part(shape, ALONE)
        if isinstance(shape, Interval):
            return self._write_interval(shape)
        if isinstance(shape, Between):
            return self._write_between(shape)
        return self._write_several(shape)

    def _write_interval(self, interval: Interval) -> str:
        if not isinstance(interval.end, Point):
            note = f" ({self.end_unknown})" if interval.end == "" else ""
            return self.write_part(interval.start, Part("since")) + note
        if not isinstance(interval.start, Point):
            note = f" ({self.start_unknown})" if interval.start == "" else ""
            return self.write_part(interval.end, Part("until")) + note
        return self._write_pair(interval.start, interval.end, "from", "to")

    def _write_between(self, between: Between) -> str:
        if between.first is None:
            return self.write_part(following(between.last), Part("before"))
        if between.last is None:
            return self.write_part(preceding(between.first), Part("after"))
        return self._write_pair(between.first, between.last, "between", "and")

    def _write_pair(self, first: Point, last: Point, first_role: str, last_role: str) -> str:
        are_years = _are_years([first, last])
        return " ".join(
            (
                self.write_part(first, _beside(first, last, first_role, are_years=are_years)),
                self.write_part(last, Part(last_role, is_plural=are_years and last_role == "and")),
            )
        )

    def _write_several(self, several: Several) -> str:
        *others, last = several.points
        are_years = _are_years(several.points)
        written = [
            self.write_part(point, _beside(point, neighbour, "item", are_years=are_years))
            for point, neighbour in zip(others, several.points[1:], strict=True)
        ]
        end = self.write_part(last, Part("item", is_plural=are_years and not several.is_choice))
        joint = self.or_word if several.is_choice else self.and_word
        return f"{', '.join(written)} {joint} {end}"


def _are_years(points: list[Point] | tuple[Point, ...]) -> bool:
    return all(point.is_plain and point.precision == "year" for point in points)


def _beside(point: Point, neighbour: Point, role: str, *, are_years: bool) -> Part:
    """Leaves out of the first date what the next one says again: "from 9 to 12 May 1945"."""
    year_is_said = (
        point.is_plain
        and neighbour.is_plain
        and point.precision == neighbour.precision
        and point.precision in CONTRACTED
        and point.year == neighbour.year
    )
    month_is_said = year_is_said and point.precision == "day" and point.month == neighbour.month
    return Part(role, year_is_said, month_is_said, unit_is_said=are_years)


def joined(*words: str) -> str:
    return " ".join(word for word in words if word)
