"""Trees and grass, branch by branch."""

import math
from random import Random

from commemoration.home.demo.plates.ink import Ink


def bare_tree(ink: Ink, rng: Random, x: float, y: float, height: float, tone: int) -> None:
    """A leafless tree standing at (x, y), `height` pixels tall."""
    _branch(ink, rng, (x, y), -math.pi / 2 + rng.uniform(-0.05, 0.05), height * 0.34, tone, 7)


def _branch(ink, rng, start, angle, length, tone, depth) -> None:
    if depth == 0 or length < 5:
        return
    x, y = start
    bend = angle + rng.uniform(-0.14, 0.14)
    end = (x + math.cos(bend) * length, y + math.sin(bend) * length)
    ink.line(tone, round(max(1.0, length * 0.07), 1), start, end)
    for turn in (rng.uniform(-0.65, -0.2), rng.uniform(0.2, 0.65)):
        _branch(ink, rng, end, bend + turn, length * rng.uniform(0.62, 0.8), tone, depth - 1)
    if depth > 2:
        _branch(ink, rng, end, bend, length * 0.74, tone, depth - 2)


def birch(ink: Ink, rng: Random, x: float, bottom: float, width: float) -> None:
    """The trunk of a birch from the top of the picture to `bottom`, with bark marks and twigs."""
    lean = rng.uniform(-0.03, 0.03)
    tone = rng.randrange(196, 232)
    top = -40.0
    shift = (bottom - top) * lean
    ink.fill(
        tone,
        [
            (x - width / 2, bottom),
            (x - width * 0.36 + shift, top),
            (x + width * 0.36 + shift, top),
            (x + width / 2, bottom),
        ],
    )
    for band in range(18):
        offset = width * (0.48 - band / 40)
        ink.line(
            tone - 70 + band * 3, width / 36, (x + offset, bottom), (x + offset * 0.74 + shift, top)
        )
    for _ in range(int(bottom / 7)):
        depth = rng.random()
        y = top + (bottom - top) * depth
        middle = x + shift * (1 - depth)
        half = width * (0.36 + 0.14 * depth)
        start = middle + rng.uniform(-half, half * 0.6)
        length = min(rng.expovariate(1 / (width * 0.16)), middle + half - start)
        ink.line(
            rng.randrange(24, 90), rng.choice([2, 3, 5, 8]), (start, y), (start + length, y + 2)
        )
    for _ in range(9):
        y = rng.uniform(0, bottom * 0.6)
        side = rng.choice([-1, 1])
        angle = -math.pi / 2 + side * rng.uniform(0.7, 1.2)
        _branch(ink, rng, (x + shift * (1 - y / bottom), y), angle, width * 1.1, 58, 6)


def grass(ink: Ink, rng: Random, *, top: float, bottom: float, blades: int, tone: int) -> None:
    """A meadow between two heights; blades grow taller towards the viewer."""
    for _ in range(blades):
        depth = rng.random() ** 0.6
        y = top + (bottom - top) * depth
        x = rng.uniform(0, ink.width)
        length = 14 + 80 * depth * rng.random()
        shade = tone + rng.choice([-22, -12, 0, 14, 30])
        ink.line(
            shade, round(1 + depth * 1.6), (x, y), (x + rng.uniform(-0.4, 0.4) * length, y - length)
        )
