"""Portrait plates: an outline of nobody, so that the wall can be seen without anybody's face."""

import math
from pathlib import Path
from random import Random

import pyvips
from PIL import Image, ImageDraw, ImageFont

from commemoration.home.demo.plates import ground
from commemoration.home.demo.plates.ink import Ink

WIDTH, HEIGHT = 960, 1200
STRIP = 56


def draw_portrait(number: int, path: Path) -> None:
    """Write portrait plate `number` to `path`, as JPEG by its name: 960 × 1200 pixels of grey."""
    rng = Random(f"portrait {number}")
    ink = Ink(WIDTH, HEIGHT)
    middle = WIDTH / 2 + rng.uniform(-30, 30)
    tone = rng.randrange(92, 116)
    shoulders = rng.uniform(300, 340)
    ink.fill(
        tone,
        [
            (middle - shoulders, HEIGHT),
            (middle - shoulders + 20, 960),
            (middle - 210, 850),
            (middle - 90, 800),
            (middle + 90, 800),
            (middle + 210, 850),
            (middle + shoulders - 20, 960),
            (middle + shoulders, HEIGHT),
        ],
    )
    ink.box(tone, middle - 74, 690, 148, 150)
    ink.fill(tone, _oval(middle, 540, 162, 206))
    ink.line(tone - 30, 4, (middle - 84, 806), (middle, 930), (middle + 84, 806))
    sheet = ink.over(ground.paper(rng, WIDTH, HEIGHT, tone=rng.randrange(188, 206)))
    label = Image.new("L", (WIDTH, STRIP), 238)
    words = f"SPECIMEN PORTRAIT {number} · drawn by code, shows nobody"
    ImageDraw.Draw(label).text((24, 12), words, fill=84, font=ImageFont.load_default(28))
    band = pyvips.Image.new_from_memory(label.tobytes(), WIDTH, STRIP, 1, "uchar")
    sheet.insert(band, 0, HEIGHT - STRIP).cast("uchar").write_to_file(str(path), Q=88)


def _oval(x: float, y: float, half_width: float, half_height: float) -> list[tuple[float, float]]:
    return [
        (x + half_width * math.cos(angle), y + half_height * math.sin(angle))
        for angle in (math.tau * step / 60 for step in range(60))
    ]
