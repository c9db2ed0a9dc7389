"""The part of a line or of an area that lies within a rectangle."""

import itertools

from .lines import Line, Point

Box = tuple[float, float, float, float]
"""West, south, east, north, in the units of the points."""


def clip_line(line: Line, box: Box) -> list[Line]:
    """The runs of points inside; what crosses the edge ends at its last point."""
    west, south, east, north = box
    parts = itertools.groupby(line, lambda p: west <= p[0] <= east and south <= p[1] <= north)
    return [part for is_inside, points in parts if is_inside and len(part := list(points)) > 1]


def clip_ring(ring: Line, box: Box) -> Line:
    """Sutherland and Hodgman's algorithm (1974)."""
    west, south, east, north = box
    for axis, bound, sign in ((0, west, 1), (0, east, -1), (1, south, 1), (1, north, -1)):
        kept = []
        for last, point in zip([*ring[-1:], *ring[:-1]], ring, strict=True):
            is_in, was_in = ((p[axis] - bound) * sign >= 0 for p in (point, last))
            if is_in != was_in:
                kept.append(_crossing(last, point, axis, bound))
            if is_in:
                kept.append(point)
        ring = kept
    return [*ring, ring[0]] if ring else []


def _crossing(start: Point, end: Point, axis: int, bound: float) -> Point:
    part = (bound - start[axis]) / (end[axis] - start[axis])
    other = start[1 - axis] + part * (end[1 - axis] - start[1 - axis])
    return (bound, other) if axis == 0 else (other, bound)
