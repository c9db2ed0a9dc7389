"""Reads the pictures of the rows to come while the database is busy with the rows before them.

Each is read by its own limited process, as always; two of them fill two processors. What is read is
held in passing folders, and stored only by the row that names it, in its transaction. Whatever
went wrong on the way is found out by that row again, in its turn: here nothing is refused.
"""

import os
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from commemoration.core.imports.columns import Column, row_values
from commemoration.core.imports.importer import ImportContext
from commemoration.core.imports.models import ImportRow
from commemoration.core.ingest.limits import ORDINARY_MEMORY, STAFF
from commemoration.core.ingest.refusals import PictureRefused
from photos.picture_files import PendingPicture
from photos.services.pictures import read_picture

from . import scans

PICTURE_COLUMNS = {"file": "image", "verso_file": "verso"}
MEMORY = "pictures_ahead"
AT_ONCE = min(2, os.cpu_count() or 1)
MOST = 4  # pictures in hand, read or being read
# A picture that needs more memory than this is read alone, by its own row.
LIMITS = replace(STAFF, max_memory=ORDINARY_MEMORY)


def begin_pictures(row: ImportRow, columns: Sequence[Column], context: ImportContext) -> None:
    """Begin the pictures that this row brought in its check; the others of a list are there."""
    batch = row.batch
    values = row_values(row.cells, batch.headers, batch.mapping, columns, batch.shared_values)
    for column in PICTURE_COLUMNS:
        path = scans.find_scan(context.files, values.get(column, ""))
        if path and column in row.changes:
            context.memory.setdefault(MEMORY, PicturesAhead()).begin(path)


def take_picture(path: Path, sha256: str, context: ImportContext) -> PendingPicture | None:
    """What was begun of this file, read to its end; None if the row must read it itself."""
    ahead = context.memory.get(MEMORY)
    return ahead.take(path, sha256) if ahead else None


def end_pictures(context: ImportContext) -> None:
    if ahead := context.memory.pop(MEMORY, None):
        ahead.close()


class PicturesAhead:
    """The pictures in hand, by path; those that nobody came for make room for others."""

    def __init__(self):
        self._pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="pictures-ahead")
        self._begun: dict[Path, Future[PendingPicture]] = {}

    def begin(self, path: Path) -> None:
        if path in self._begun:
            return
        while len(self._begun) >= MOST:
            self._begun.pop(next(iter(self._begun))).cancel()
        self._begun[path] = self._pool.submit(read_picture, path, path.name, limits=LIMITS)

    def take(self, path: Path, sha256: str) -> PendingPicture | None:
        """The picture, if it was begun, could be read, and is still the file of that checksum."""
        begun = self._begun.pop(path, None)
        if begun is None:
            return None
        try:
            pending = begun.result()
        except (PictureRefused, OSError, RuntimeError):
            return None
        return pending if pending.picture.sha256 == sha256 else None

    def close(self) -> None:
        """Wait for what is being read, at most for as long as one picture may take."""
        self._pool.shutdown(cancel_futures=True)
        self._begun.clear()
