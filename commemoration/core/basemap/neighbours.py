"""The land around Belgium and the borders between its neighbours, from Natural Earth 1:10 million.

The npm package `world-atlas` has it as TopoJSON: arcs that countries share, in steps of a grid.
Belgium is part of the land, so that no sea shows between its finer outline and its neighbours.
"""

import itertools
import json
from collections import defaultdict

from django.conf import settings

from .clipping import clip_line, clip_ring
from .lines import Line, Simplifier

SOURCE = settings.BASE_DIR / "node_modules" / "world-atlas" / "countries-10m.json"
BELGIUM = "056"
AROUND = {"250", "276", "442", "528", "826", BELGIUM}  # ISO 3166-1
AROUND_BELGIUM = (0.6, 48.4, 8.4, 52.6)

_DRAWN = Simplifier(lambda point: point, tolerance=0.004, smallest=0.03)


def land() -> list[Line]:
    """Rings within the rectangle."""
    topology = _topology()
    rings = [
        clip_ring([point for arc in ring for point in _arc(topology, arc)], AROUND_BELGIUM)
        for country in _countries(topology)
        for polygon in _polygons(country)
        for ring in polygon[:1]
    ]
    return [_DRAWN.line(ring) for ring in rings if len(ring) > 3 and _DRAWN.is_seen(ring)]


def borders() -> list[Line]:
    """Lines that two neighbours share and Belgium does not."""
    topology = _topology()
    owners = defaultdict(set)
    for country in _countries(topology):
        for arc in itertools.chain(*itertools.chain(*_polygons(country))):
            owners[arc if arc >= 0 else ~arc].add(country["id"])
    shared = [arc for arc, names in owners.items() if len(names) == 2 and BELGIUM not in names]
    lines = [
        line for arc in sorted(shared) for line in clip_line(_arc(topology, arc), AROUND_BELGIUM)
    ]
    return _DRAWN.lines(lines)


def _topology() -> dict:
    return json.loads(SOURCE.read_text(encoding="utf-8"))


def _countries(topology: dict) -> list[dict]:
    every = topology["objects"]["countries"]["geometries"]
    return [country for country in every if country.get("id") in AROUND]


def _polygons(country: dict) -> list:
    return country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]


def _arc(topology: dict, number: int) -> Line:
    """Points of an arc in degrees; a negative number is the arc backwards (TopoJSON §2.1.4)."""
    scale, translate = topology["transform"]["scale"], topology["transform"]["translate"]
    steps = itertools.accumulate(
        topology["arcs"][number if number >= 0 else ~number],
        lambda last, step: (last[0] + step[0], last[1] + step[1]),
    )
    points = [(x * scale[0] + translate[0], y * scale[1] + translate[1]) for x, y in steps]
    return points if number >= 0 else points[::-1]
