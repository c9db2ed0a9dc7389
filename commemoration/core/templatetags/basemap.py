"""Maps of Belgium in templates: `{% basemap points %}` and `{% locator_map lat lon label %}`."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from math import hypot

from django import template
from django.utils.translation import get_language

from commemoration.core import basemap as belgium
from commemoration.core.basemap.surroundings import HEIGHT, UNITS, WIDTH

register = template.Library()

RING, BESIDE = 25, 14  # units of the drawing: the radius with its line, the room beside a dot


@dataclass(frozen=True)
class MapPoint:
    """A place to be marked."""

    latitude: float
    longitude: float
    label: str

    @property
    def x(self) -> float:
        return belgium.project(self.latitude, self.longitude)[0]

    @property
    def y(self) -> float:
        return belgium.project(self.latitude, self.longitude)[1]


@register.inclusion_tag("components/basemap.html")
def basemap(points: Iterable[MapPoint], label: str) -> dict:
    """The country with its main towns and these points."""
    marked = [point for point in points if belgium.is_on_map(point.latitude, point.longitude)]
    return _context(marked, label)


@register.inclusion_tag("components/basemap.html")
def locator_map(latitude: Decimal | None, longitude: Decimal | None, label: str) -> dict:
    """Where one place lies in Belgium; nothing if it lies elsewhere or is not known."""
    if latitude is None or longitude is None or not belgium.is_on_map(latitude, longitude):
        return {}
    return _context([MapPoint(float(latitude), float(longitude), label)], label)


@register.inclusion_tag("components/basemap_sites.html")
def sites_map(places: Iterable[tuple[float, float]]) -> dict:
    """The country with a small dot at each of many places, given as latitude and longitude."""
    dots = [belgium.project(*place) for place in places if belgium.is_on_map(*place)]
    return _context([], "") | {"dots": dots}


@register.inclusion_tag("components/surroundings.html")
def surroundings_map(
    latitude: Decimal | None, longitude: Decimal | None, radius: float, label: str
) -> dict:
    """Some 40 kilometres around a place: a point, or a circle of `radius` kilometres in which the
    place lies somewhere. Nothing if it lies elsewhere or is not known."""
    if latitude is None or longitude is None or not belgium.is_on_map(latitude, longitude):
        return {}
    return {
        "around": belgium.surroundings(latitude, longitude, get_language()),
        "radius": radius * UNITS,
        "label": label,
        "width": WIDTH,
        "height": HEIGHT,
    }


@register.simple_tag
def basemap_source() -> str:
    """Whose data the large map is made of."""
    return belgium.DETAIL_ATTRIBUTION


def _distance_of_name(town: belgium.Town, points: list[MapPoint]) -> int:
    """How far right of its dot a town's name stands, in units; the ring of a point needs room."""
    is_ringed = any(hypot(p.x - town.x, p.y - town.y) < RING for p in points)
    distance = RING + BESIDE if is_ringed else BESIDE
    return -distance if town.is_named_to_the_west else distance


def _context(points: list[MapPoint], label: str) -> dict:
    return {
        "points": points,
        "label": label,
        "towns": [(town, _distance_of_name(town, points)) for town in belgium.towns()],
        "width": belgium.WIDTH,
        "height": belgium.HEIGHT,
        "outline": belgium.outline_path(),
        "borders": belgium.borders_path(),
        "attribution": belgium.ATTRIBUTION,
    }
