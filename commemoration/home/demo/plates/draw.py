"""Chooses the drawing for a kind and finishes it; the same number always gives the same plate."""

from pathlib import Path
from random import Random

import pyvips
from PIL import Image, ImageDraw, ImageFont

from commemoration.home.demo.plates import finish, ground, landscapes, papers, works
from commemoration.home.demo.plates.ink import HEIGHT, WIDTH, Ink

KINDS = {
    "hills": landscapes.hills,
    "birches": landscapes.birches,
    "sea": landscapes.sea,
    "town": works.town,
    "bridge": works.bridge,
    "typed": papers.typed,
    "chart": papers.chart,
}


def draw_plate(kind: str, number: int, path: Path) -> None:
    """Write specimen plate `number` of `kind` (a key of `KINDS`) to `path`, as JPEG by its name."""
    rng = Random(f"{kind} {number}")
    lettering = f"SPECIMEN PLATE SP-{number:04d}  ·  drawn by code, not a photograph"
    picture = finish.as_print(KINDS[kind](rng), rng, lettering)
    picture.write_to_file(str(path), Q=90)


def draw_verso(number: int, path: Path) -> None:
    """Write the back of a plate to `path`: paper, a ruled label, a number in pencil."""
    rng = Random(f"verso {number}")
    ink = Ink()
    for row in range(9):
        y = 700 + row * 150
        ink.line(128, 2, (700, y), (WIDTH - 1500, y))
    ink.line(110, 4, (640, 560), (WIDTH - 1440, 560), (WIDTH - 1440, 2080), (640, 2080), (640, 560))
    sheet = ink.over(ground.paper(rng, WIDTH, HEIGHT, tone=196))
    label = Image.new("L", (1900, 420), 0)
    pen = ImageDraw.Draw(label)
    pen.text((0, 0), f"SP-{number:04d} verso", fill=150, font=ImageFont.load_default(120))
    pen.text(
        (0, 190),
        "Specimen. Example of the back of a print.",
        fill=120,
        font=ImageFont.load_default(70),
    )
    marks = pyvips.Image.new_from_memory(label.tobytes(), label.width, label.height, 1, "uchar")
    written = sheet - marks.embed(760, 640, WIDTH, HEIGHT) * 0.7
    written.cast("uchar").write_to_file(str(path), Q=88)


def draw_sheets(folder: str, job: tuple[str, int, bool]) -> list[Path]:
    """Draw a plate's front, and its back if it has one, into `folder`: the paths.

    `job` is kind, number and whether there is a back; picklable, so a process pool can call it.
    """
    kind, number, has_verso = job
    front = Path(folder) / f"{number}.jpg"
    draw_plate(kind, number, front)
    if not has_verso:
        return [front]
    back = front.with_suffix(".verso.jpg")
    draw_verso(number, back)
    return [front, back]
