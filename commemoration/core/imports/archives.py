"""Unpacks an uploaded ZIP into a private folder, and finds files by the names in a list."""

import lzma
import shutil
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from django.utils.translation import gettext as _

from commemoration.core.media.disk import is_out_of_room

from . import limits

CHUNK_BYTES = 1024 * 1024
SIGNS_OF_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    NotImplementedError,
    EOFError,
    RuntimeError,
    UnicodeDecodeError,
    OSError,
)


class ArchiveRefused(Exception):
    """The archive is not safe to unpack; the message is for the person who sent it."""


def unpack_archive(file: BinaryIO, folder: Path) -> int:
    """Unpack plain files below `folder` (made here). Returns how many. Raises `ArchiveRefused`,
    or what else went wrong; then the folder is gone."""
    try:
        folder.mkdir(parents=True, mode=0o700)
        with _whole_or_nothing(folder):
            return _unpack(file, folder)
    except OSError as error:
        if not is_out_of_room(error):
            raise
        raise ArchiveRefused(_("The server has no room now. Try again later.")) from error


@contextmanager
def _whole_or_nothing(folder: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _unpack(file: BinaryIO, folder: Path) -> int:
    try:
        with zipfile.ZipFile(file) as archive:
            entries = [entry for entry in archive.infolist() if not _is_clutter(entry)]
            _refuse_unsafe(entries)
            budget = limits.MAX_ARCHIVE_UNPACKED_BYTES
            for entry in entries:
                budget -= _unpack_entry(archive, entry, folder, budget)
    except SIGNS_OF_DAMAGE as error:
        if is_out_of_room(error):
            raise
        raise ArchiveRefused(
            _("The archive is damaged, or it is locked with a password. Pack it again as ZIP.")
        ) from error
    return len(entries)


def _is_clutter(entry: zipfile.ZipInfo) -> bool:
    parts = PurePosixPath(entry.filename).parts
    return entry.is_dir() or "__MACOSX" in parts or parts[-1:] == (".DS_Store",)


def _refuse_unsafe(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > limits.MAX_ARCHIVE_ENTRIES:
        raise ArchiveRefused(
            _("The archive holds more than %(count)d files. Split it.")
            % {"count": limits.MAX_ARCHIVE_ENTRIES}
        )
    if sum(entry.file_size for entry in entries) > limits.MAX_ARCHIVE_UNPACKED_BYTES:
        raise ArchiveRefused(_("The archive unpacks to more than is allowed. Split it."))
    for entry in entries:
        name = entry.filename
        if not _is_plain_path(name) or stat.S_ISLNK(entry.external_attr >> 16):
            raise ArchiveRefused(
                _("The archive holds an unsafe name: “%(name)s”. Nothing was unpacked.")
                % {"name": name[:100]}
            )
        if entry.file_size > max(entry.compress_size, 1024) * limits.MAX_ARCHIVE_RATIO:
            raise ArchiveRefused(
                _("“%(name)s” unpacks to a suspicious size. Nothing was unpacked.")
                % {"name": name[:100]}
            )


def _is_plain_path(name: str) -> bool:
    path = PurePosixPath(name)
    return not (
        path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or "\x00" in name
    )


def _unpack_entry(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, folder: Path, budget: int
) -> int:
    """Write one file, counting what really comes out: the sizes in the archive can lie."""
    target = folder / entry.filename
    target.parent.mkdir(parents=True, exist_ok=True)
    written = 0
    with archive.open(entry) as source, target.open("xb") as destination:
        while chunk := source.read(CHUNK_BYTES):
            written += len(chunk)
            if written > min(entry.file_size, budget):
                raise ArchiveRefused(_("The archive unpacks to more than is allowed. Split it."))
            destination.write(chunk)
    return written


class FileFolder:
    """The files below a folder, found by name regardless of case and of how letters are composed.

    A name from a list is only looked up among the files that are there, so it cannot lead outside.
    """

    def __init__(self, folder: Path):
        self.folder = folder
        self._by_path: dict[str, Path] = {}
        self._by_name: dict[str, list[Path]] = {}
        for path in sorted(folder.rglob("*")):
            if path.is_symlink() or not path.is_file():
                continue
            if any(parent.is_symlink() for parent in path.parents if folder in parent.parents):
                continue
            self._by_path[_folded(path.relative_to(folder).as_posix())] = path
            self._by_name.setdefault(_folded(path.name), []).append(path)

    def find(self, name: str) -> Path | None:
        """The file of that path or, if only one has it, of that name."""
        wanted = _folded(name.strip().replace("\\", "/").removeprefix("./"))
        if wanted in self._by_path:
            return self._by_path[wanted]
        named = self._by_name.get(wanted.rpartition("/")[2], [])
        return named[0] if len(named) == 1 and "/" not in wanted else None

    def names(self) -> list[str]:
        """The path of every file below the folder."""
        return [path.relative_to(self.folder).as_posix() for path in self._by_path.values()]

    def __len__(self) -> int:
        return len(self._by_path)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
