"""Borders as lines, cut where three areas meet: neighbours keep a common line when simplified.

A point is (longitude, latitude) in degrees; a ring is a line that ends where it began.
"""

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import hypot

Point = tuple[float, float]
Line = list[Point]
Edge = tuple[Point, Point]


def edge_owners(rings: Iterable[tuple[str, Line]]) -> dict[Edge, set[str]]:
    """Which areas each edge bounds: one for the outer edge of all, two between neighbours."""
    owners = defaultdict(set)
    for name, ring in rings:
        for start, end in itertools.pairwise(ring):
            if start != end:
                owners[min(start, end), max(start, end)].add(name)
    return owners


def corners_of(owners: dict[Edge, set[str]]) -> set[Point]:
    """Points where more than two edges meet, or where a border reaches the outline."""
    meeting = defaultdict(list)
    for (start, end), names in owners.items():
        meeting[start].append(len(names))
        meeting[end].append(len(names))
    return {point for point, kinds in meeting.items() if len(kinds) != 2 or len(set(kinds)) > 1}


def lines_between(edges: list[Edge], corners: set[Point]) -> list[Line]:
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


@dataclass(frozen=True)
class Simplifier:
    """Leaves out what a drawing does not show.

    `project` gives the units of the drawing; `tolerance` is how far a line may then leave its
    place, and what is smaller than `smallest` across is left out, both in those units.
    """

    project: Callable[[Point], Point]
    tolerance: float
    smallest: float

    def lines(self, lines: list[Line]) -> list[Line]:
        return [self.line(line) for line in lines if self.is_seen(line)]

    def rings(self, lines: list[Line]) -> list[Line]:
        """Join the pieces of an outline into rings, each piece simplified."""
        pieces = [self.line(line) for line in lines if line[0] != line[-1] or self.is_seen(line)]
        rings = []
        while pieces:
            ring = pieces.pop()
            while ring[0] != ring[-1]:
                index = next(
                    (i for i, piece in enumerate(pieces) if ring[-1] in (piece[0], piece[-1])),
                    None,
                )
                if index is None:
                    break
                piece = pieces.pop(index)
                ring += piece[1:] if piece[0] == ring[-1] else piece[-2::-1]
            if self.is_seen(ring):
                rings.append(ring)
        return rings

    def is_seen(self, line: Line) -> bool:
        """Long enough to be more than a dot."""
        points = [self.project(point) for point in line]
        xs, ys = [x for x, _y in points], [y for _x, y in points]
        return hypot(max(xs) - min(xs), max(ys) - min(ys)) >= self.smallest

    def line(self, line: Line) -> Line:
        """Douglas and Peucker's algorithm (1973), without recursion."""
        points = [self.project(point) for point in line]
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
            if _distance(points[farthest], points[first], points[last]) > self.tolerance:
                keep.add(farthest)
                spans += [(first, farthest), (farthest, last)]
        return [(round(line[i][0], 4), round(line[i][1], 4)) for i in sorted(keep)]


def _distance(point: Point, start: Point, end: Point) -> float:
    width, height = end[0] - start[0], end[1] - start[1]
    length = hypot(width, height)
    if length == 0:
        return hypot(point[0] - start[0], point[1] - start[1])
    return abs(width * (start[1] - point[1]) - (start[0] - point[0]) * height) / length
