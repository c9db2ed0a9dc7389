"""Draws the picture of a link with Typst, and keeps it as a JPEG of bounded size."""

import io
from dataclasses import astuple, dataclass
from pathlib import Path

from PIL import Image

from photos.models.images import ArchiveImage
from tributes.regiment.typesetting import typeset

SOURCE = Path(__file__).with_name("share.typ")
WIDTH, HEIGHT = 1200, 630  # pixels, as those ask who show links
MOST_BYTES = 300_000
QUALITIES = (85, 70, 50, 30)


@dataclass(frozen=True)
class ShareWords:
    """All that is written on the picture, in one language; `mark` for an invented example."""

    name: str
    years: str
    eyebrow: str
    site: str
    mark: str
    language: str


def draw_share_picture(words: ShareWords, portrait: ArchiveImage | None) -> bytes:
    """A JPEG of WIDTH to HEIGHT, of at most MOST_BYTES unless no quality is low enough."""
    name, years, eyebrow, site, mark, language = astuple(words)
    inputs = {
        "name": name,
        "years": years,
        "eyebrow": eyebrow,
        "site": site,
        "mark": mark,
        "lang": language,
    }
    return _as_jpeg(typeset(SOURCE, inputs, portrait, format="png", ppi=72))


def _as_jpeg(drawn: bytes) -> bytes:
    with Image.open(io.BytesIO(drawn)) as picture:
        plain = picture.convert("RGB")
    for quality in QUALITIES:
        written = io.BytesIO()
        plain.save(written, "JPEG", quality=quality, optimize=True, progressive=True)
        if written.tell() <= MOST_BYTES:
            break
    return written.getvalue()
