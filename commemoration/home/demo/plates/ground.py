"""What lies behind a drawing: skies, paper, and the lines of hills."""

import math
from random import Random

import pyvips


def sky(rng: Random, width: int, height: int, *, top: int, bottom: int) -> pyvips.Image:
    """A clouded gradient from `top` to `bottom` (tones 0-255): one band, 8 bit."""
    scale = 4
    small_w, small_h = width // scale, height // scale
    rows = pyvips.Image.identity(bands=1, ushort=True, size=small_h).rot90().flipver()
    gradient = (rows * ((bottom - top) / small_h) + top).embed(
        0, 0, small_w, small_h, extend="copy"
    )
    seed = rng.randrange(1 << 30)
    clouds = pyvips.Image.perlin(small_w, small_h, cell_size=170, seed=seed) * 20
    wisps = pyvips.Image.perlin(small_w, small_h, cell_size=48, seed=seed + 1) * 7
    drawn = (gradient + clouds + wisps).cast("uchar")
    return drawn.resize(scale, kernel="cubic").crop(0, 0, width, height)


def paper(rng: Random, width: int, height: int, *, tone: int) -> pyvips.Image:
    """Handmade-looking paper: one band, 8 bit, around `tone`."""
    scale = 2
    w, h = width // scale, height // scale
    seed = rng.randrange(1 << 30)
    stains = pyvips.Image.perlin(w, h, cell_size=420, seed=seed) * 7
    fibres = pyvips.Image.perlin(w, h, cell_size=5, seed=seed + 1) * 3
    return (stains + fibres + tone).cast("uchar").resize(scale, kernel="linear")


def ridge(rng: Random, width: int, *, base: float, swing: float, step: int = 6):
    """The outline of a range of hills: (x, y) pairs from the left edge to the right one."""
    waves = [
        (swing * 0.62**octave, (1.3 + rng.random()) * 1.9**octave, rng.random() * math.tau)
        for octave in range(9)
    ]
    return [
        (x, base + sum(a * math.sin(f * math.tau * x / width + p) for a, f, p in waves))
        for x in range(0, width + step, step)
    ]


def height_at(outline, x: float) -> float:
    """The y of a ridge's outline at `x` pixels from the left."""
    step = outline[1][0] - outline[0][0]
    return outline[max(0, min(len(outline) - 1, int(x / step)))][1]
