"""Sets a placard: as a PDF to print, or as a picture."""

from pathlib import Path

from photos.models.images import ArchiveImage
from tributes.regiment.placards.words import Paper, PlacardWords
from tributes.regiment.typesetting import typeset

SOURCE = Path(__file__).with_name("placard.typ")
MM_OF_INCH = 25.4


def set_pdf(words: PlacardWords, paper: Paper, portrait: ArchiveImage | None) -> bytes:
    """The placard as a PDF of one page."""
    return typeset(SOURCE, _inputs(words, paper), portrait, format="pdf")


def set_png(words: PlacardWords, paper: Paper, portrait: ArchiveImage | None) -> bytes:
    """The placard as a picture, `paper.pixels` wide."""
    ppi = paper.pixels * MM_OF_INCH / paper.width
    return typeset(SOURCE, _inputs(words, paper), portrait, format="png", ppi=ppi)


def _inputs(words: PlacardWords, paper: Paper) -> dict[str, str]:
    return {
        "name": words.name,
        "surname": words.surname,
        "surname_leads": "yes" if words.surname_leads else "",
        "given": words.given,
        "rank": words.rank,
        "years": words.years,
        "lang": words.language,
        "width": str(paper.width),
        "height": str(paper.height),
        "cut": str(paper.cut),
    }
