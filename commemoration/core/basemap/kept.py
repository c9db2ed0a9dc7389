"""The large map as the server reads it: lines in degrees, places with their names."""

import json
from functools import cache
from typing import NamedTuple

from .data import DETAIL_FILE
from .lines import Line

UNITS = 10_000  # in a degree; detail.py writes them


class KeptPlace(NamedTuple):
    """`zoom` is that from which it is named; `names` are in en, fr, nl, ru, "" for as the first."""

    zoom: int
    latitude: float
    longitude: float
    names: tuple[str, ...]


@cache
def lines(kind: str) -> list[Line]:
    """Of land, borders, country, provinces or cantons; a point is (longitude, latitude)."""
    return [_degrees(numbers) for numbers in _data()[kind]]


@cache
def places() -> list[KeptPlace]:
    """The largest first."""
    return [
        KeptPlace(zoom, latitude, longitude, tuple(names))
        for zoom, latitude, longitude, *names in _data()["places"]
    ]


@cache
def _data() -> dict:
    return json.loads(DETAIL_FILE.read_text(encoding="utf-8"))


def _degrees(numbers: list[int]) -> Line:
    points, x, y = [], 0, 0
    for step_x, step_y in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + step_x, y + step_y
        points.append((x / UNITS, y / UNITS))
    return points
