"""Turns a drawing into what looks like an old print: grain, falloff, wear, border, lettering."""

from functools import cache
from random import Random

import pyvips
from PIL import Image, ImageDraw, ImageFont

from commemoration.home.demo.plates.ink import HEIGHT, WIDTH, Ink

BORDER = 130


def as_print(drawing: pyvips.Image, rng: Random, lettering: str) -> pyvips.Image:
    """The drawing as a bordered print with its lettering: one band, 8 bit, same size."""
    grain = _grain().wrap(x=rng.randrange(WIDTH), y=rng.randrange(HEIGHT))
    lit = (drawing * _falloff() + grain).cast("uchar")
    return _lettered(_wear(rng).over(lit), lettering)


@cache
def _grain() -> pyvips.Image:
    """Film grain of a few pixels' size, drawn once and shifted for every plate."""
    noise = pyvips.Image.gaussnoise(WIDTH // 2, HEIGHT // 2, mean=0, sigma=8, seed=75)
    return noise.resize(2, kernel="linear").cast("short").copy_memory()


@cache
def _falloff() -> pyvips.Image:
    """Light falls off towards the corners, as with a simple lens: factors from 1.03 to 0.74."""
    xy = pyvips.Image.xyz(WIDTH // 8, HEIGHT // 8)
    x, y = xy[0] / (WIDTH // 8) - 0.5, xy[1] / (HEIGHT // 8) - 0.5
    factor = (x * x + y * y) * -0.58 + 1.03
    return factor.resize(8, kernel="linear").crop(0, 0, WIDTH, HEIGHT).cast("float").copy_memory()


def _wear(rng: Random) -> Ink:
    ink = Ink()
    for _ in range(rng.randrange(5, 12)):
        x, y = rng.uniform(0, WIDTH), rng.uniform(0, HEIGHT)
        drift = rng.uniform(-0.06, 0.06)
        points = [(x + step * 26 * drift, y + step * 26) for step in range(rng.randrange(4, 50))]
        ink.line(rng.choice([196, 214]), 1, *points)
    for _ in range(240):
        ink.disc(
            rng.choice([226, 214, 70]),
            rng.uniform(0, WIDTH),
            rng.uniform(0, HEIGHT),
            rng.expovariate(0.9) + 0.5,
            0.6,
        )
    edge = 238
    ink.box(edge, 0, 0, WIDTH, BORDER)
    ink.box(edge, 0, HEIGHT - BORDER, WIDTH, BORDER)
    ink.box(edge, 0, 0, BORDER, HEIGHT)
    ink.box(edge, WIDTH - BORDER, 0, BORDER, HEIGHT)
    for corner_x, corner_y in ((0, 0), (WIDTH, 0), (0, HEIGHT), (WIDTH, HEIGHT)):
        ink.disc(210, corner_x, corner_y, rng.uniform(20, 70))
    return ink


def _lettered(picture: pyvips.Image, lettering: str) -> pyvips.Image:
    strip = Image.new("L", (WIDTH - 2 * BORDER, 60), 238)
    pen = ImageDraw.Draw(strip)
    pen.text((0, 4), lettering, fill=84, font=ImageFont.load_default(42))
    band = pyvips.Image.new_from_memory(strip.tobytes(), strip.width, strip.height, 1, "uchar")
    return picture.insert(band, BORDER, HEIGHT - BORDER + 34)
