"""Sets what is drawn of an entry with Typst, in a passing folder that holds its source, the
portrait and nothing else.

Typst brings its fonts, of which one has Latin and Cyrillic letters; those of the machine are left
out, so that everything looks alike everywhere.
"""

import shutil
from collections.abc import Mapping
from pathlib import Path

import typst

from commemoration.core.media.work_folders import Work, work_folder
from photos import picture_files
from photos.models.images import ArchiveImage


def typeset(source: Path, words: Mapping[str, str], portrait: ArchiveImage | None, **how) -> bytes:
    """One page of the Typst file `source`. `words` go in as inputs, never as source, with
    `portrait`, the name of its file in the folder ("" without one); `how` is what Typst asks:
    `format`, `ppi`."""
    with work_folder(Work.TYPESETTING) as folder:
        copy = shutil.copy(source, folder)
        name = _put_portrait(portrait, Path(folder)) if portrait else ""
        inputs = {**words, "portrait": name}
        return typst.compile(
            copy, root=folder, font_paths=[], ignore_system_fonts=True, sys_inputs=inputs, **how
        )


def _put_portrait(image: ArchiveImage, folder: Path) -> str:
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
