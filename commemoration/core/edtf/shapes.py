"""Decides which EDTF shapes the site knows, and which days each of them covers.

The package `edtf` judges single dates. Its objects are not used for the rest, because they print to
standard output while failing, raise TypeError on the bounds of `../1945` and `[..1943-05]`, give
`/1945` an invented start ten years earlier, know `193X/194X` but not `194X/..`, and let 29 February
1943 pass.
"""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

SPRING, SUMMER, AUTUMN, WINTER = 21, 22, 23, 24

POINT = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)"
    r"(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?"
    r"(?P<qualifier>[?~%]?)",
    re.ASCII,
)


class UnknownShapeError(ValueError):
    """The text is no EDTF of a shape that the site knows."""


class ImpossibleDateError(ValueError):
    """The text has the right shape and names a day that no calendar has."""


class WrongOrderError(ValueError):
    """The text names a span of time that ends before it begins."""


Bounds = tuple[date | None, date | None]


@dataclass(frozen=True)
class Point:
    """One date: a century (`19XX`), decade (`194X`), year, season, month or day."""

    year: str
    month: str | None = None
    day: str | None = None
    qualifier: str = ""

    def __str__(self) -> str:
        return "-".join(filter(None, (self.year, self.month, self.day))) + self.qualifier

    @property
    def precision(self) -> str:
        """century, decade, year, season, month or day."""
        if "X" in self.year:
            return "century" if self.year.endswith("XX") else "decade"
        if self.day and self.day != "XX":
            return "day"
        if self.month and self.month != "XX":
            return "season" if int(self.month) >= SPRING else "month"
        return "year"

    @property
    def missing(self) -> str:
        """Which part is stated as not known: month, day, month and day, or nothing."""
        if self.month == "XX":
            return "month_and_day" if self.day else "month"
        return "day" if self.day == "XX" else ""

    @property
    def is_plain(self) -> bool:
        return not self.qualifier and not self.missing

    @property
    def is_about(self) -> bool:
        return self.qualifier in ("~", "%")

    @property
    def is_uncertain(self) -> bool:
        return self.qualifier in ("?", "%")

    def bounds(self) -> tuple[date, date]:
        """First and last day, both included. Qualifiers do not widen them."""
        first, last = int(self.year.replace("X", "0")), int(self.year.replace("X", "9"))
        if self.precision == "season":
            return _season_bounds(first, int(self.month))
        if self.precision == "month":
            month = int(self.month)
            return date(first, month, 1), date(first, month, monthrange(first, month)[1])
        if self.precision == "day":
            day = date(first, int(self.month), int(self.day))
            return day, day
        return date(first, 1, 1), date(last, 12, 31)


def _season_bounds(year: int, season: int) -> tuple[date, date]:
    """Seasons by whole months. A winter may be at either end of its year: both are covered."""
    if season == WINTER:
        return date(year, 1, 1), date(year + 1, 3, 1) - timedelta(days=1)
    month = 3 * (season - SPRING) + 3
    return date(year, month, 1), date(year, month + 2, monthrange(year, month + 2)[1])


@dataclass(frozen=True)
class Interval:
    """A span: from `start` to `end`. "" is an end that is not known, ".." one that is open."""

    start: Point | str
    end: Point | str

    def __str__(self) -> str:
        return f"{self.start}/{self.end}"

    @property
    def points(self) -> list[Point]:
        return [end for end in (self.start, self.end) if isinstance(end, Point)]

    def bounds(self) -> Bounds:
        return (
            self.start.bounds()[0] if isinstance(self.start, Point) else None,
            self.end.bounds()[1] if isinstance(self.end, Point) else None,
        )


@dataclass(frozen=True)
class Between:
    """One date that is not known, somewhere from `first` to `last`; None is an open side."""

    first: Point | None
    last: Point | None

    def __str__(self) -> str:
        return f"[{self.first or ''}..{self.last or ''}]"

    @property
    def points(self) -> list[Point]:
        return [point for point in (self.first, self.last) if point]

    def bounds(self) -> Bounds:
        return (
            self.first.bounds()[0] if self.first else None,
            self.last.bounds()[1] if self.last else None,
        )


@dataclass(frozen=True)
class Several:
    """Two or more dates: one of them (`[…]`), or all of them (`{…}`)."""

    points: tuple[Point, ...]
    is_choice: bool

    def __str__(self) -> str:
        listed = ",".join(map(str, self.points))
        return f"[{listed}]" if self.is_choice else f"{{{listed}}}"

    def bounds(self) -> Bounds:
        each = [point.bounds() for point in self.points]
        return min(first for first, _ in each), max(last for _, last in each)


Shape = Point | Interval | Between | Several


def read_shape(text: str) -> Shape:
    """The shape of an EDTF string; UnknownShapeError, ImpossibleDateError or WrongOrderError."""
    shape = _split_shape(text)
    for point in shape.points if not isinstance(shape, Point) else [shape]:
        _refuse_impossible(point)
    if isinstance(shape, Interval | Between) and len(shape.points) == 2:
        first, last = shape.points
        if first.bounds()[0] > last.bounds()[1]:
            raise WrongOrderError(text)
    return shape


def _split_shape(text: str) -> Shape:
    if text[:1] in ("[", "{"):
        return _split_set(text)
    if "/" not in text:
        return read_point(text)
    if text.count("/") > 1:
        raise UnknownShapeError(text)
    start, end = (side if side in ("", "..") else read_point(side) for side in text.split("/"))
    if not isinstance(start, Point) and not isinstance(end, Point):
        raise UnknownShapeError(text)
    return Interval(start, end)


def _split_set(text: str) -> Shape:
    is_choice = text[0] == "["
    if len(text) < 3 or text[-1] != ("]" if is_choice else "}"):
        raise UnknownShapeError(text)
    inside = text[1:-1]
    if ".." in inside:
        return _split_between(inside, text, is_choice=is_choice)
    points = tuple(read_point(part) for part in inside.split(","))
    if len(points) < 2 or any(point.precision == "season" for point in points):
        raise UnknownShapeError(text)
    return Several(points, is_choice)


def _split_between(inside: str, text: str, *, is_choice: bool) -> Between:
    first, _, last = inside.partition("..")
    between = Between(read_point(first) if first else None, read_point(last) if last else None)
    precisions = {point.precision for point in between.points}
    if (
        not is_choice
        or len(precisions) != 1
        or not precisions <= {"year", "month", "day"}
        or not all(point.is_plain for point in between.points)
    ):
        raise UnknownShapeError(text)
    return between


def read_point(text: str) -> Point:
    match = POINT.fullmatch(text)
    if not match:
        raise UnknownShapeError(text)
    point = Point(**match.groupdict())
    has_day_without_month = point.month == "XX" and point.day not in (None, "XX")
    has_month_in_unknown_year = "X" in point.year and point.month
    if has_day_without_month or has_month_in_unknown_year:
        raise UnknownShapeError(text)
    return point


def _refuse_impossible(point: Point) -> None:
    month = None if point.month in (None, "XX") else int(point.month)
    if month is not None and not (1 <= month <= 12 or SPRING <= month <= WINTER):
        raise ImpossibleDateError(str(point))
    if month is not None and month >= SPRING and point.day:
        raise UnknownShapeError(str(point))
    try:
        point.bounds()
    except ValueError:
        raise ImpossibleDateError(str(point)) from None


def following(point: Point) -> Point:
    """The next year, month or day, at the point's own precision."""
    return _containing(point.bounds()[1] + timedelta(days=1), point)


def preceding(point: Point) -> Point:
    """The previous year, month or day, at the point's own precision."""
    return _containing(point.bounds()[0] - timedelta(days=1), point)


def _containing(day: date, like: Point) -> Point:
    return {
        "year": Point(f"{day.year:04}"),
        "month": Point(f"{day.year:04}", f"{day.month:02}"),
        "day": Point(f"{day.year:04}", f"{day.month:02}", f"{day.day:02}"),
    }[like.precision]


def refined(point: Point, precision: str, *, to_end: bool) -> Point:
    """The first or last year, month or day inside the point."""
    day = point.bounds()[1 if to_end else 0]
    parts = {"year": 1, "month": 2, "day": 3}[precision]
    return Point(*(f"{day.year:04}", f"{day.month:02}", f"{day.day:02}")[:parts])


def without_qualifier(point: Point) -> Point:
    return replace(point, qualifier="")
