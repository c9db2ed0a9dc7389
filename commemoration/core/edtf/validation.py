"""Decides which dates may be stored: known EDTF shapes, real days, the years 1800 to 2100."""

from functools import lru_cache

from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from edtf.parser.grammar import is_valid_edtf

from commemoration.core.edtf.languages import language_of
from commemoration.core.edtf.shapes import (
    Bounds,
    ImpossibleDateError,
    Point,
    Shape,
    UnknownShapeError,
    WrongOrderError,
    read_point,
    read_shape,
    without_qualifier,
)

FIRST_YEAR, LAST_YEAR = 1800, 2100
MAX_LENGTH = 100


def validate_edtf(text: str) -> None:
    """ValidationError, with an example in the reader's language, unless the text may be stored."""
    admitted_shape(text, get_language())


def bounds(text: str) -> Bounds:
    """Earliest and latest day, both included; None where open or not known, and for ""."""
    if not text:
        return None, None
    return checked_shape(text, get_language()).bounds()


def checked_shape(text: str, language: str | None) -> Shape:
    """The shape of a stored text; ValidationError in that language if it has none.

    Costs microseconds, where the package's grammar costs milliseconds a date: pages show many.
    """
    reason, shape = _judge(text)
    if reason:
        raise refusal(reason, text, language)
    return shape


def admitted_shape(text: str, language: str | None) -> Shape:
    """The shape of a text on its way in: the package must take each of its dates as well."""
    shape = checked_shape(text, language)
    points = [shape] if isinstance(shape, Point) else shape.points
    if not all(_is_standard(str(point)) for point in points):
        raise refusal("not_understood", text, language)
    return shape


@lru_cache(maxsize=4096)
def _judge(text: str) -> tuple[str, Shape | None]:
    if len(text) > MAX_LENGTH:
        return "not_understood", None
    try:
        shape = read_shape(text)
    except UnknownShapeError:
        return "not_understood", None
    except ImpossibleDateError:
        return "impossible", None
    except WrongOrderError:
        return "wrong_order", None
    points = [shape] if isinstance(shape, Point) else shape.points
    days = [day for point in points for day in point.bounds()]
    if min(days).year < FIRST_YEAR or max(days).year > LAST_YEAR + 1:
        return "out_of_range", None
    return "", shape


@lru_cache(maxsize=4096)
def _is_standard(date: str) -> bool:
    """Whether the package takes the date. It knows `1944-23~/1945` and forgets `1944-23~`."""
    point = read_point(date)
    if point.precision == "season":
        point = without_qualifier(point)
    return is_valid_edtf(str(point))


def refusal(reason: str, text: str, language: str | None) -> ValidationError:
    """The error to show: what is wrong, and an example, in the reader's language."""
    words = language_of(language)
    shown = text if len(text) <= 40 else f"{text[:40]}…"
    message = f"{words.refusals[reason].format(text=shown)} {words.example}"
    return ValidationError(message, code=reason)
