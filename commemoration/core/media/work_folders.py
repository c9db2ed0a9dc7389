"""Passing folders, outside all storages, in which a file that somebody sent is worked on.

Who ends in order removes its folder. A process that was killed leaves a copy of what it held in
hand, with all that the file says of who sent it: a job removes that.
"""

import shutil
import tempfile
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from django.utils import timezone

FORGOTTEN_AFTER = timedelta(days=1)


class Work(StrEnum):
    """What a folder is for; it stands in its name."""

    PICTURE = "picture"
    SUBMITTED = "submitted"
    CUT = "cut"
    PAPER = "paper"
    TYPESETTING = "typesetting"


def work_folder(work: Work) -> tempfile.TemporaryDirectory:
    """An empty folder that goes when the result does."""
    return tempfile.TemporaryDirectory(prefix=_prefix(work))


def folders_of(work: Work) -> list[Path]:
    """Those that are there now, whoever works in them."""
    return sorted(Path(tempfile.gettempdir()).glob(f"{_prefix(work)}*"))


def remove_forgotten_folders(now: datetime | None = None) -> int:
    """Remove those in which nobody has worked since FORGOTTEN_AFTER; how many."""
    before = ((now or timezone.now()) - FORGOTTEN_AFTER).timestamp()
    found = (folder for work in Work for folder in folders_of(work))
    forgotten = [folder for folder in found if _was_left(folder, before)]
    for folder in forgotten:
        shutil.rmtree(folder, ignore_errors=True)
    return len(forgotten)


def _was_left(folder: Path, before: float) -> bool:
    try:
        return folder.is_dir() and folder.stat().st_mtime < before
    except FileNotFoundError:  # whoever worked there has ended just now
        return False


def _prefix(work: Work) -> str:
    return f"commemoration-{work}-"
