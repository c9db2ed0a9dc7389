"""Where a place in Belgium lies on the map, in the units of the drawing."""

from math import cos, radians

# The land and its coast: the extent of the NGI's boundaries, with a little room around.
WEST, EAST = 2.50, 6.45
SOUTH, NORTH = 49.47, 51.54
MIDDLE_LATITUDE = 50.5

WIDTH = 1000
SCALE = WIDTH / (EAST - WEST)
STRETCH = 1 / cos(radians(MIDDLE_LATITUDE))
HEIGHT = round((NORTH - SOUTH) * SCALE * STRETCH)


def project(latitude: float, longitude: float) -> tuple[float, float]:
    """Degrees (WGS 84) → x to the right and y downwards, within WIDTH × HEIGHT for Belgium.

    An equidistant cylindrical projection, true at 50.5° north: over a country of 230 km a straight
    ruler errs by less than the width of a line.
    """
    x = (float(longitude) - WEST) * SCALE
    y = (NORTH - float(latitude)) * SCALE * STRETCH
    return round(x, 1), round(y, 1)


def is_on_map(latitude: float, longitude: float) -> bool:
    return WEST <= float(longitude) <= EAST and SOUTH <= float(latitude) <= NORTH
