"""Papers: a typed sheet with stamp and signature, a survey sheet with contour lines."""

import itertools
import math
from random import Random

import pyvips
from PIL import Image, ImageDraw, ImageFont

from commemoration.home.demo.plates import ground
from commemoration.home.demo.plates.ink import HEIGHT, WIDTH, Ink

TEXT = (
    "this sheet was drawn by code as a specimen it holds no name no date and no event it shows how "
    "a typed page looks under the glass where each letter should stay sharp and each line straight "
    "look closer at the ink the stamp and the fold then turn to the archive for what is true"
)
WORDS = TEXT.split(" ")


def typed(rng: Random) -> pyvips.Image:
    """A typed sheet on a dark table: lines of type of uneven ink, a round stamp, a signature."""
    page = Image.new("L", (WIDTH, HEIGHT), 0)
    pen = ImageDraw.Draw(page)
    _type_lines(pen, rng)
    _stamp(pen, rng)
    sheet = ground.paper(rng, WIDTH, HEIGHT, tone=206)
    marks = _from_pillow(page)
    inked = (sheet.cast("float") - marks * 0.66).cast("uchar")
    ink = Ink()
    for crease in (HEIGHT / 3, HEIGHT * 2 / 3):
        y = crease + rng.uniform(-20, 20)
        ink.line(178, 3, *[(x, y + rng.uniform(-2, 2)) for x in range(480, WIDTH - 480, 40)])
        ink.line(226, 2, *[(x, y + 5 + rng.uniform(-1, 1)) for x in range(480, WIDTH - 480, 40)])
    _signature(ink, rng)
    _table_edge(ink, rng)
    return ink.over(inked)


def _type_lines(pen: ImageDraw.ImageDraw, rng: Random) -> None:
    heading, body, small = (ImageFont.load_default(size) for size in (92, 46, 30))
    pen.text((760, 330), "SPECIMEN OF A TYPED SHEET", fill=215, font=heading)
    pen.line((760, 452, WIDTH - 760, 452), fill=190, width=4)
    word = rng.randrange(len(WORDS))
    for line in range(19):
        x, y = 760.0, 540 + line * 88
        limit = WIDTH - 760 - (rng.uniform(300, 1500) if line % 7 == 6 else rng.uniform(0, 160))
        while x < limit:
            for letter in WORDS[word % len(WORDS)] + " ":
                jitter = rng.uniform(-1.6, 1.6)
                pen.text((x, y + jitter), letter, fill=rng.randrange(150, 236), font=body)
                x += 29
            word += 1
    for row in range(6):
        pen.text(
            (760, 2560 + row * 36),
            f"{row + 1}. example line, set small, {rng.randrange(100, 999)}",
            fill=170,
            font=small,
        )


def _stamp(pen: ImageDraw.ImageDraw, rng: Random) -> None:
    x, y, radius = rng.uniform(2700, 2950), rng.uniform(2330, 2420), 250
    for ring, width in ((radius, 9), (radius - 26, 3), (radius - 110, 3)):
        pen.ellipse((x - ring, y - ring, x + ring, y + ring), outline=150, width=width)
    font = ImageFont.load_default(54)
    for index, letter in enumerate("SPECIMEN · DRAWN BY CODE · "):
        angle = math.tau * index / 27 - math.pi / 2
        pen.text(
            (x + math.cos(angle) * (radius - 70), y + math.sin(angle) * (radius - 70)),
            letter,
            fill=158,
            font=font,
            anchor="mm",
        )
    pen.text((x, y), "No. 0", fill=150, font=font, anchor="mm")


def _signature(ink: Ink, rng: Random) -> None:
    x, y, points = 900.0, 2420.0, []
    for step in range(150):
        t = step / 12
        points.append(
            (
                x + step * 6 + 46 * math.sin(t * 2.1),
                y - 66 * math.sin(t * 3.3) * (1 - step / 210) + rng.uniform(-1, 1),
            )
        )
    ink.line(46, 5, *points)
    ink.line(58, 3, (900, 2500), (1860, 2470))


def _table_edge(ink: Ink, rng: Random) -> None:
    tone, margin = 40, 430
    left = [(margin + rng.uniform(-4, 4), y) for y in range(120, HEIGHT - 119, 24)]
    right = [(WIDTH - margin + rng.uniform(-4, 4), y) for y in range(120, HEIGHT - 119, 24)]
    ink.fill(tone, [(0, 0), (0, HEIGHT), *[(x, y) for x, y in reversed(left)], (margin, 0)])
    ink.fill(
        tone,
        [(WIDTH, 0), (WIDTH, HEIGHT), *[(x, y) for x, y in reversed(right)], (WIDTH - margin, 0)],
    )
    ink.box(tone, 0, 0, WIDTH, 120)
    ink.box(tone, 0, HEIGHT - 120, WIDTH, 120)
    for _ in range(2600):
        x = rng.choice([rng.uniform(0, margin - 10), rng.uniform(WIDTH - margin + 10, WIDTH)])
        y = rng.uniform(0, HEIGHT)
        ink.line(
            rng.choice([26, 32, 52, 60]),
            2,
            (x, y),
            (x + rng.uniform(-3, 3), y + rng.uniform(60, 420)),
        )


def chart(rng: Random) -> pyvips.Image:
    """A survey sheet of a country that does not exist: contours, hatching, river, grid."""
    scale = 2
    w, h = WIDTH // scale, HEIGHT // scale
    seed = rng.randrange(1 << 30)
    height = (
        pyvips.Image.perlin(w, h, cell_size=700, seed=seed) * 900
        + pyvips.Image.perlin(w, h, cell_size=260, seed=seed + 1) * 240
        + pyvips.Image.perlin(w, h, cell_size=90, seed=seed + 2) * 46
    ).resize(scale, kernel="cubic")
    bands = (height / 34).floor()
    strong = (height / 170).floor()
    lines = ((bands.sobel() > 0).ifthenelse(52, 0) + (strong.sobel() > 0).ifthenelse(74, 0)).cast(
        "float"
    )
    water = (height < -190).ifthenelse(36, 0)
    sheet = ground.paper(rng, WIDTH, HEIGHT, tone=214).cast("float")
    ink = Ink()
    _grid(ink)
    _settlements(ink, rng)
    return ink.over((sheet - lines - water).cast("uchar"))


def _grid(ink: Ink) -> None:
    for x in range(300, WIDTH - 200, 450):
        ink.line(120, 2, (x, 260), (x, HEIGHT - 260))
        for tick in range(0, 450, 45):
            ink.line(70, 3, (x + tick, 236), (x + tick, 260))
    for y in range(260, HEIGHT - 250, 310):
        ink.line(120, 2, (300, y), (WIDTH - 300, y))
    for inset, width in ((300, 6), (272, 2), (230, 12)):
        ink.line(
            48,
            width,
            (inset, inset - 40),
            (WIDTH - inset, inset - 40),
            (WIDTH - inset, HEIGHT - inset + 40),
            (inset, HEIGHT - inset + 40),
            (inset, inset - 40),
        )


def _settlements(ink: Ink, rng: Random) -> None:
    places = [(rng.uniform(500, WIDTH - 500), rng.uniform(450, HEIGHT - 450)) for _ in range(26)]
    for start, end in itertools.pairwise(places):
        if math.dist(start, end) < 1500:
            road = [
                (
                    start[0] + (end[0] - start[0]) * t / 30 + 30 * math.sin(t / 3),
                    start[1] + (end[1] - start[1]) * t / 30 + 24 * math.cos(t / 4),
                )
                for t in range(31)
            ]
            ink.line(46, 9, *road)
            ink.line(214, 5, *road)
            ink.settle()
    for x, y in places:
        for _ in range(rng.randrange(8, 40)):
            ink.box(
                40,
                x + rng.gauss(0, 62),
                y + rng.gauss(0, 44),
                rng.uniform(8, 24),
                rng.uniform(7, 18),
            )


def _from_pillow(picture: Image.Image) -> pyvips.Image:
    return pyvips.Image.new_from_memory(
        picture.tobytes(), picture.width, picture.height, 1, "uchar"
    )
