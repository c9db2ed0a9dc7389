"""What people build: a street front, a railway bridge."""

from random import Random

import pyvips

from commemoration.home.demo.plates import ground, plants
from commemoration.home.demo.plates.ink import HEIGHT, WIDTH, Ink

STREET = 2380


def town(rng: Random) -> pyvips.Image:
    """A street front of narrow brick houses, with tram wires and cobbles."""
    ink = Ink()
    for roofs in range(2):
        x = -100.0
        while x < WIDTH:
            width = rng.uniform(220, 420)
            top = 900 + 230 * roofs + rng.uniform(-120, 80)
            tone = 168 - 22 * roofs
            ink.fill(
                tone,
                [
                    (x, STREET),
                    (x, top),
                    (x + width / 2, top - 160),
                    (x + width, top),
                    (x + width, STREET),
                ],
            )
            x += width
    x = rng.uniform(-200, -40)
    while x < WIDTH:
        width = rng.choice([360, 430, 520, 610])
        _house(ink, rng, x, width)
        x += width
    _street(ink, rng)
    return ink.over(ground.sky(rng, WIDTH, HEIGHT, top=214, bottom=188))


def _house(ink: Ink, rng: Random, x: float, width: float) -> None:
    floors = rng.choice([3, 3, 4])
    floor_height = 330
    top = STREET - floors * floor_height
    tone = rng.randrange(86, 158)
    ink.box(tone, x, top, width, STREET - top)
    for course in range(int((STREET - top) / 15)):
        y = top + course * 15
        ink.line(tone - 16, 1, (x, y), (x + width, y))
        for brick in range(int(width / 32)):
            left = x + brick * 32 + (course % 2) * 16
            ink.line(tone - 18, 1, (left, y), (left, y + 15))
    _gable(ink, rng, x, width, top, tone)
    columns = max(2, int(width // 170))
    for floor in range(floors):
        for column in range(columns):
            middle = x + width * (column + 0.5) / columns
            if floor == floors - 1 and column == 0:
                _door(ink, rng, middle, tone)
            else:
                _window(ink, rng, middle, top + floor * floor_height + 60, tone)


def _gable(ink: Ink, rng: Random, x: float, width: float, top: float, tone: int) -> None:
    steps = rng.choice([0, 4, 5])
    if steps:
        for step in range(steps):
            inset = width * 0.1 * step
            ink.box(tone - 4, x + inset, top - 62 * (step + 1), width - 2 * inset, 64)
            ink.line(
                tone + 46,
                4,
                (x + inset, top - 62 * (step + 1)),
                (x + width - inset, top - 62 * (step + 1)),
            )
        return
    peak = top - rng.uniform(190, 280)
    ink.fill(
        52,
        [(x - 14, top), (x + width * 0.18, peak), (x + width * 0.82, peak), (x + width + 14, top)],
    )
    for row in range(int((top - peak) / 11)):
        y = top - row * 11
        edge = width * 0.18 * row * 11 / (top - peak)
        ink.line(72, 2, (x - 14 + edge, y), (x + width + 14 - edge, y))
    chimney = x + width * rng.uniform(0.25, 0.7)
    ink.box(64, chimney, peak - 110, 62, 130)
    ink.box(88, chimney - 6, peak - 118, 74, 16)


def _door(ink: Ink, rng: Random, middle: float, wall: int) -> None:
    left, top = middle - 52, STREET - 268
    ink.box(wall + 44, left - 14, top - 18, 132, 286)
    ink.box(rng.choice([26, 44, 58]), left, top, 104, 268)
    ink.box(150, left + 10, top + 12, 84, 46)
    for panel in range(2):
        for side in range(2):
            ink.box(74, left + 10 + side * 44, top + 76 + panel * 92, 38, 80)
    ink.disc(206, left + 90, top + 160, 5)
    ink.box(168, left - 20, STREET - 16, 144, 18)


def _window(ink: Ink, rng: Random, middle: float, top: float, wall: int) -> None:
    width, height = 84, 190
    left = middle - width / 2
    ink.box(wall + 52, left - 10, top - 12, width + 20, height + 30)
    ink.box(rng.choice([22, 30, 38]), left, top, width, height)
    curtain = rng.uniform(0.1, 0.42) * width
    for fold in range(6):
        ink.line(
            150 - fold * 9,
            3,
            (left + 4 + fold * curtain / 6, top + 4),
            (left + 3 + fold * curtain / 9, top + height - 6),
        )
    ink.line(216, 4, (middle, top), (middle, top + height))
    for bar in (0.33, 0.66):
        ink.line(216, 3, (left, top + height * bar), (left + width, top + height * bar))
    ink.line(214, 8, (left - 16, top + height + 16), (left + width + 16, top + height + 16))


def _street(ink: Ink, rng: Random) -> None:
    ink.box(104, 0, STREET, WIDTH, HEIGHT - STREET)
    ink.box(146, 0, STREET, WIDTH, 46)
    y, row = STREET + 46.0, 0
    while y < HEIGHT:
        height = 12 + (y - STREET) * 0.055
        x = -rng.uniform(0, height * 2)
        while x < WIDTH:
            width = height * rng.uniform(1.3, 1.9)
            ink.line(
                rng.choice([82, 92, 122, 138]),
                round(height * 0.62),
                (x + height * 0.5, y + height / 2),
                (x + width - height * 0.5, y + height / 2),
            )
            x += width
        y += height
        row += 1
    for offset in (0, 150):
        for edge in range(3):
            ink.line(
                218 - edge * 70,
                7 - edge * 2,
                (0, 2640 + offset + edge * 7),
                (WIDTH, 2640 + offset + edge * 7),
            )
    for mast in range(4):
        x = 320 + mast * 1180 + rng.uniform(-80, 80)
        ink.box(30, x, 1120, 20, STREET - 1060)
        ink.line(30, 9, (x + 10, 1180), (x + 300, 1150))
        ink.line(30, 5, (x + 10, 1290), (x + 240, 1158))
    for height in (1150, 1164):
        ink.line(36, 3, (0, height), (WIDTH, height + rng.uniform(-14, 14)))


def bridge(rng: Random) -> pyvips.Image:
    """A riveted truss bridge on stone piers, its reflection in the river."""
    ink = Ink()
    far = ground.ridge(rng, WIDTH, base=1560, swing=90)
    ink.fill(150, [(0, 2200), *far, (WIDTH, 2200)])
    for _ in range(60):
        x = rng.uniform(0, WIDTH)
        plants.bare_tree(ink, rng, x, ground.height_at(far, x) + 20, rng.uniform(110, 240), 116)
    ink.box(128, 0, 2080, WIDTH, HEIGHT - 2080)
    spans = rng.choice([2, 3])
    for span in range(spans):
        left, right = WIDTH * span / spans, WIDTH * (span + 1) / spans
        _pier(ink, rng, right)
        _truss(ink, left + 40, right - 40, deck=1500, rise=rng.choice([380, 460]))
    _ripples(ink, rng)
    return ink.over(ground.sky(rng, WIDTH, HEIGHT, top=220, bottom=196))


def _pier(ink: Ink, rng: Random, middle: float) -> None:
    for course in range(15):
        y, half = 1530 + course * 42, 76 + course * 3.4
        x = middle - half
        while x < middle + half:
            width = min(rng.uniform(34, 62), middle + half - x)
            ink.box(rng.randrange(112, 176), x, y, width - 2, 40)
            x += width


def _truss(ink: Ink, left: float, right: float, *, deck: float, rise: float) -> None:
    bays = 14
    top = []
    for bay in range(bays + 1):
        t = bay / bays
        top.append((left + (right - left) * t, deck - rise * 4 * t * (1 - t) - 60))
    for index, (x, y) in enumerate(top):
        ink.line(34, 15, (x, deck), (x, y))
        ink.line(78, 2, (x - 4, deck), (x - 4, y))
        if index < bays:
            ahead, above = top[index + 1]
            ink.line(40, 9, (x, deck), (ahead, above))
            ink.line(40, 9, (x, y), (ahead, deck))
    ink.line(24, 24, *top)
    ink.line(96, 3, *[(x, y - 8) for x, y in top])
    ink.line(22, 46, (left - 40, deck + 12), (right + 40, deck + 12))
    rivets = int((right - left) / 11)
    for rivet in range(rivets):
        x = left + rivet * 11
        ink.line(104, 3, (x, deck), (x + 0.1, deck))
        ink.line(88, 3, (x, deck + 24), (x + 0.1, deck + 24))
    for sleeper in range(int((right - left) / 26)):
        ink.box(58, left + sleeper * 26, deck - 24, 13, 12)
    ink.line(196, 4, (left - 40, deck - 27), (right + 40, deck - 27))


def _ripples(ink: Ink, rng: Random) -> None:
    for _ in range(9000):
        depth = rng.random() ** 1.4
        y = 2090 + (HEIGHT - 2090) * depth
        x, length = rng.uniform(-80, WIDTH), 16 + 260 * depth * rng.random()
        shadow = y < 2640 and (2090 < y < 2200 or int(x / 70) % 5 == 0)
        tone = rng.choice([62, 78, 94]) if shadow else rng.choice([104, 118, 142, 166, 190])
        ink.line(tone, round(1 + depth * 3), (x, y), (x + length, y + rng.uniform(-2, 2)))
