"""Open country: hills with posts and wire, a birch wood, a sea front."""

import itertools
import math
from random import Random

import pyvips

from commemoration.home.demo.plates import ground, plants
from commemoration.home.demo.plates.ink import HEIGHT, WIDTH, Ink


def hills(rng: Random) -> pyvips.Image:
    """Five ranges of hills in haze, bare trees, a fence of posts and wire in front."""
    ink = Ink()
    for layer in range(5):
        outline = ground.ridge(rng, WIDTH, base=1150 + 330 * layer, swing=170 - 18 * layer)
        tone = 176 - 31 * layer
        ink.fill(tone, [(0, HEIGHT), *outline, (WIDTH, HEIGHT)])
        for _ in range(7 + 2 * layer):
            x = rng.uniform(0, WIDTH)
            height = rng.uniform(120, 260) * (1 + layer * 0.75)
            plants.bare_tree(ink, rng, x, ground.height_at(outline, x) + 12, height, tone - 46)
        ink.settle()
    plants.grass(ink, rng, top=2480, bottom=HEIGHT, blades=9000, tone=44)
    _fence(ink, rng)
    return ink.over(ground.sky(rng, WIDTH, HEIGHT, top=208, bottom=170))


def _fence(ink: Ink, rng: Random) -> None:
    posts = []
    x = rng.uniform(40, 160)
    while x < WIDTH:
        top = 2230 + rng.uniform(-30, 30)
        lean = rng.uniform(-22, 22)
        ink.fill(26, [(x, 2960), (x + lean, top), (x + 30 + lean, top - 8), (x + 34, 2960)])
        ink.line(92, 2, (x + 8, 2940), (x + 8 + lean, top + 12))
        ink.line(70, 1, (x + 19, 2950), (x + 19 + lean, top + 30))
        posts.append((x + 16 + lean, top))
        x += rng.uniform(300, 380)
    for (x1, y1), (x2, y2) in itertools.pairwise(posts):
        for row in range(4):
            _wire(ink, rng, (x1, y1 + 60 + row * 140), (x2, y2 + 60 + row * 140))


def _wire(ink: Ink, rng: Random, start, end) -> None:
    sag = rng.uniform(8, 34)
    points = [
        (
            start[0] + (end[0] - start[0]) * t / 24,
            start[1] + (end[1] - start[1]) * t / 24 + sag * math.sin(math.pi * t / 24),
        )
        for t in range(25)
    ]
    ink.line(18, 3, *points)
    for x, y in points[2:-1:3]:
        ink.line(14, 2, (x - 9, y - 12), (x + 9, y + 12))
        ink.line(14, 2, (x - 9, y + 12), (x + 9, y - 12))


def birches(rng: Random) -> pyvips.Image:
    """A birch wood: trunks from far to near, bark, twigs, undergrowth."""
    ink = Ink()
    ink.fill(118, [(0, HEIGHT), *ground.ridge(rng, WIDTH, base=2050, swing=60), (WIDTH, HEIGHT)])
    for _ in range(46):
        x, width = rng.uniform(0, WIDTH), rng.uniform(12, 34)
        tone = rng.randrange(128, 178)
        ink.fill(
            tone, [(x, 2150), (x + width * 0.2, -20), (x + width * 0.8, -20), (x + width, 2150)]
        )
    plants.grass(ink, rng, top=2060, bottom=2500, blades=5000, tone=96)
    for depth in range(3):
        for _ in range(5 - depth):
            plants.birch(ink, rng, rng.uniform(60, WIDTH), 2300 + 220 * depth, 70 + 85 * depth)
        ink.settle()
    plants.grass(ink, rng, top=2560, bottom=HEIGHT + 60, blades=9000, tone=52)
    return ink.over(ground.sky(rng, WIDTH, HEIGHT, top=186, bottom=150))


def sea(rng: Random) -> pyvips.Image:
    """A shore with a row of breakwater piles; every wave is a line of its own."""
    ink = Ink()
    horizon = 1240
    ink.fill(142, [(0, horizon), (WIDTH, horizon), (WIDTH, HEIGHT), (0, HEIGHT)])
    for _ in range(15000):
        depth = rng.random() ** 1.7
        y = horizon + (HEIGHT - 480 - horizon) * depth
        x, length = rng.uniform(-60, WIDTH), 10 + 190 * depth * rng.random()
        tone = rng.choice([96, 112, 126, 160, 178, 200 if depth > 0.3 else 150])
        arch = length * 0.06
        ink.line(
            tone,
            round(1 + depth * 3.2),
            (x, y),
            (x + length * 0.3, y - arch),
            (x + length * 0.7, y - arch),
            (x + length, y),
        )
    _foam(ink, rng)
    _piles(ink, rng, horizon)
    return ink.over(ground.sky(rng, WIDTH, HEIGHT, top=196, bottom=224))


def _foam(ink: Ink, rng: Random) -> None:
    shore = ground.ridge(rng, WIDTH, base=2540, swing=40)
    ink.fill(188, [(0, HEIGHT), *shore, (WIDTH, HEIGHT)])
    for row in range(7):
        ink.line(236 - row * 9, 7 - row * 0.8, *[(x, y + row * 13) for x, y in shore])
    for _ in range(12000):
        x = rng.uniform(0, WIDTH)
        y = rng.uniform(ground.height_at(shore, x) + 70, HEIGHT)
        ink.line(
            rng.choice([150, 164, 176, 204, 214]), rng.choice([1, 2, 3]), (x, y), (x + 3, y + 1)
        )


def _piles(ink: Ink, rng: Random, horizon: int) -> None:
    for index in range(34):
        near = (index / 33) ** 1.8
        x = WIDTH * 0.62 - near * 1500 + rng.uniform(-6, 6)
        foot = horizon + 60 + near * 1420
        width, height = 9 + near * 78, 46 + near * 560 + rng.uniform(-10, 20) * near
        ink.fill(
            46 - int(20 * near),
            [(x, foot), (x, foot - height), (x + width, foot - height - 4), (x + width, foot)],
        )
        for _ in range(int(6 + 22 * near)):
            grain = x + rng.uniform(0.05, 0.95) * width
            ink.line(
                rng.choice([20, 70, 92]),
                1 + near,
                (grain, foot),
                (grain, foot - height * rng.random()),
            )
