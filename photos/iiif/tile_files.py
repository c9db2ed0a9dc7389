"""Where tiles lie: in a folder for each picture, beside the published derivatives.

default   iiif/3/<uuid>/<region>/<size>/0/default.jpg   only while published
default   iiif/.making/<random>/                        being made or being removed, never served

A folder moves between the two in one step, so that a picture has all its tiles or none. Whoever
works in a folder of the second kind holds a lock on it, which ends with the process.
"""

import fcntl
import logging
import os
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from django.core.files.storage import default_storage

FOLDER = "iiif/3"
WORKSHOPS = "iiif/.making"
# Between making a folder and locking it, nobody may take it for one that was left behind.
YOUNG = 60  # seconds

logger = logging.getLogger(__name__)


def tiles_of(uuid: UUID | str) -> Path:
    return Path(default_storage.path(f"{FOLDER}/{uuid}"))


@contextmanager
def workshop() -> Iterator[Path]:
    """A folder to make or remove tiles in, gone at the end with all that is still in it."""
    folder = Path(default_storage.path(f"{WORKSHOPS}/{secrets.token_hex(16)}"))
    folder.mkdir(parents=True)
    lock = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield folder
    finally:
        _remove(folder)
        os.close(lock)


def install_tiles(uuid: UUID, made: Path) -> None:
    """Put the folder `made` in the place of the picture's tiles."""
    remove_tiles(uuid)
    place = tiles_of(uuid)
    place.parent.mkdir(parents=True, exist_ok=True)
    made.rename(place)


def remove_tiles(uuid: UUID | str) -> None:
    """Every tile of the picture is gone at once, however long removing the files takes."""
    place = tiles_of(uuid)
    if place.exists():
        with workshop() as folder:
            place.rename(folder / "tiles")


def tile_folders() -> list[str]:
    """The names of all that lies where only tiles of pictures should."""
    place = Path(default_storage.path(FOLDER))
    return sorted(each.name for each in place.iterdir()) if place.is_dir() else []


def abandoned_workshops() -> list[Path]:
    """Folders whose process ended before it could tidy up."""
    place = Path(default_storage.path(WORKSHOPS))
    folders = sorted(place.iterdir()) if place.is_dir() else []
    return [folder for folder in folders if _is_abandoned(folder)]


def remove_abandoned_workshops() -> int:
    abandoned = abandoned_workshops()
    for folder in abandoned:
        _remove(folder)
    return len(abandoned)


def _is_abandoned(folder: Path) -> bool:
    try:
        if time.time() - folder.stat().st_mtime < YOUNG:
            return False
        lock = os.open(folder, os.O_RDONLY)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    else:
        return True
    finally:
        os.close(lock)


def _remove(folder: Path) -> None:
    try:
        shutil.rmtree(folder)
    except OSError:
        logger.exception("A folder of tiles could not be removed")
