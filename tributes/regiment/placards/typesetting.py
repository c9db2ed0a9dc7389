"""Sets a placard with Typst, in a passing folder that holds the portrait and nothing else.

Typst brings its fonts, of which one has Latin and Cyrillic letters; those of the machine are left
out, so that a placard looks alike everywhere.
"""

import shutil
from pathlib import Path

import typst

from commemoration.core.media.work_folders import Work, work_folder
from photos import picture_files
from photos.models.images import ArchiveImage
from tributes.regiment.placards.words import Paper, PlacardWords

SOURCE = Path(__file__).with_name("placard.typ")
MM_OF_INCH = 25.4


def set_pdf(words: PlacardWords, paper: Paper, portrait: ArchiveImage | None) -> bytes:
    """The placard as a PDF of one page."""
    return _set(words, paper, portrait, format="pdf")


def set_png(words: PlacardWords, paper: Paper, portrait: ArchiveImage | None) -> bytes:
    """The placard as a picture, `paper.pixels` wide."""
    ppi = paper.pixels * MM_OF_INCH / paper.width
    return _set(words, paper, portrait, format="png", ppi=ppi)


def _set(words: PlacardWords, paper: Paper, portrait: ArchiveImage | None, **how) -> bytes:
    with work_folder(Work.PLACARD) as folder:
        source = shutil.copy(SOURCE, folder)
        name = put_portrait(portrait, Path(folder)) if portrait else ""
        inputs = {
            "surname": words.surname,
            "given": words.given,
            "rank": words.rank,
            "years": words.years,
            "lang": words.language,
            "portrait": name,
            "width": str(paper.width),
            "height": str(paper.height),
            "cut": str(paper.cut),
        }
        return typst.compile(
            source, root=folder, font_paths=[], ignore_system_fonts=True, sys_inputs=inputs, **how
        )


def put_portrait(image: ArchiveImage, folder: Path) -> str:
    """The largest JPEG that the public may fetch, as a file of the folder; "" without one."""
    allowed = picture_files.within(image.derivatives, image.public_limit)
    if not allowed:
        return ""
    name = f"{picture_files.folder_of(image.file.name)}/{allowed[-1]['width']}.jpg"
    with (
        picture_files.working_storage().open(name) as content,
        (folder / "portrait.jpg").open("wb") as copy,
    ):
        shutil.copyfileobj(content, copy)
    return "portrait.jpg"
