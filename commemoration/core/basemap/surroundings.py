"""A drawing of the country around one place, with the towns near it."""

from dataclasses import dataclass
from math import cos, radians

from . import kept
from .clipping import clip_line, clip_ring
from .lines import Line

KILOMETRES = 40, 30  # from west to east, from south to north
UNITS = 10  # of the drawing, in a kilometre
WIDTH, HEIGHT = (length * UNITS for length in KILOMETRES)
KILOMETRES_IN_A_DEGREE = 111.2
LANGUAGES = ("en", "fr", "nl", "ru")
LETTER, LINE_HEIGHT, DOT = 7.4, 18, 6  # units: the room that a name takes
AT_MOST = 9


@dataclass(frozen=True)
class NearTown:
    name: str
    x: float
    y: float


@dataclass(frozen=True)
class Surroundings:
    """Paths as the `d` of an SVG path, 400 × 300 units with the place in the middle."""

    country: str
    provinces: str
    cantons: str
    towns: list[NearTown]


def surroundings(latitude: float, longitude: float, language: str) -> Surroundings:
    """40 by 30 kilometres around a place."""
    window = _Window(float(latitude), float(longitude))
    rings = [clip_ring(ring, window.box) for ring in kept.lines("country")]
    return Surroundings(
        country="".join(f"{window.path(ring)}Z" for ring in rings if ring),
        provinces=window.paths(kept.lines("provinces")),
        cantons=window.paths(kept.lines("cantons")),
        towns=_towns(window, language),
    )


@dataclass(frozen=True)
class _Window:
    latitude: float
    longitude: float

    @property
    def scale(self) -> tuple[float, float]:
        """Units in a degree of longitude and of latitude."""
        north = KILOMETRES_IN_A_DEGREE * UNITS
        return north * cos(radians(self.latitude)), north

    @property
    def box(self) -> tuple[float, float, float, float]:
        """In degrees, with room in which lines leave the drawing."""
        across, up = (
            side * 0.65 / scale for side, scale in zip((WIDTH, HEIGHT), self.scale, strict=True)
        )
        west, south = self.longitude - across, self.latitude - up
        return west, south, self.longitude + across, self.latitude + up

    def point(self, longitude: float, latitude: float) -> tuple[int, int]:
        across, up = self.scale
        x = WIDTH / 2 + (longitude - self.longitude) * across
        return round(x), round(HEIGHT / 2 - (latitude - self.latitude) * up)

    def path(self, line: Line) -> str:
        return "M" + "L".join(f"{x} {y}" for x, y in (self.point(*point) for point in line))

    def paths(self, lines: list[Line]) -> str:
        return "".join(self.path(part) for line in lines for part in clip_line(line, self.box))


def _towns(window: _Window, language: str) -> list[NearTown]:
    """The largest whose names fit beside each other."""
    column, found, taken = LANGUAGES.index(language), [], []
    for place in kept.places():
        x, y = window.point(place.longitude, place.latitude)
        name = place.names[column] or place.names[0]
        right = x + DOT + len(name) * LETTER
        if not (x > 0 and right < WIDTH and LINE_HEIGHT < y < HEIGHT - LINE_HEIGHT):
            continue
        room = (x - DOT, right, y - LINE_HEIGHT / 2, y + LINE_HEIGHT / 2)
        if not any(_overlap(room, other) for other in taken):
            taken.append(room)
            found.append(NearTown(name, x, y))
        if len(found) == AT_MOST:
            break
    return found


def _overlap(one: tuple, other: tuple) -> bool:
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]
