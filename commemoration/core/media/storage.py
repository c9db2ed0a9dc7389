"""Files on disk that are either whole or not there, also when the disk fills up half way."""

import os
import secrets
import weakref
from collections.abc import Callable, Collection
from pathlib import Path

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage, Storage
from django.db import connection, transaction
from django.db.transaction import TransactionManagementError
from django.utils.deconstruct import deconstructible

PASSING = ".part"
"""The end of the name of a file that is still being written."""


@deconstructible(path="commemoration.core.media.storage.WholeFileStorage")
class WholeFileStorage(FileSystemStorage):
    """Writes under a passing name first, so that nobody ever reads half a file."""

    def _save(self, name, content):
        passing = self._write_aside(name, content)
        try:
            return self._claim_name(passing, name)
        finally:
            self.delete(passing)

    def replace(self, name: str, content: File) -> None:
        """Put `content` at exactly this name, in one step, whether or not a file is there."""
        passing = self._write_aside(name, content)
        try:
            Path(self.path(passing)).replace(self.path(name))
        except OSError:
            self.delete(passing)
            raise

    def delete_folder_if_empty(self, name: str) -> None:
        """Empty folders mean nothing to a storage, but they add up on a disk."""
        try:
            Path(self.path(name)).rmdir()
        except OSError:
            return

    def _write_aside(self, name: str, content: File) -> str:
        passing = f"{name}.{secrets.token_hex(8)}{PASSING}"
        try:
            saved = super()._save(passing, content)
            with Path(self.path(saved)).open("rb") as file:
                os.fsync(file.fileno())
        except BaseException:
            self.delete(passing)
            raise
        return saved

    def _claim_name(self, passing: str, name: str) -> str:
        while True:
            try:
                os.link(self.path(passing), self.path(name))
            except FileExistsError:
                name = self.get_available_name(name)
            else:
                return name


class NewFiles:
    """Files written inside a transaction: kept when it commits, removed when it does not.

    Django tells nobody that a transaction was rolled back, but it then forgets the functions that
    were waiting for the commit. This object is held by one of them alone; its end is the signal.
    Make it inside `transaction.atomic` and keep no reference beyond the function that saves.
    """

    def __init__(self):
        if not connection.in_atomic_block:
            raise TransactionManagementError("NewFiles needs a transaction")
        self._files: list[tuple[Storage, str]] = []
        self._removal = weakref.finalize(self, _remove, self._files)
        transaction.on_commit(self._keep)

    def save(self, storage: Storage, name: str, path: Path) -> str:
        """Copy the file at `path` into the storage; returns the name it got."""
        with Path(path).open("rb") as file:
            saved = storage.save(name, File(file))
        self._files.append((storage, saved))
        return saved

    def _keep(self) -> None:
        self._removal.detach()


def after_commit(function: Callable, *args, **options) -> None:
    """Call `function` once the transaction has committed; a failure is logged, not raised.

    Django logs such a failure by the name of the function, which a `functools.partial` has not.
    """

    def call():
        function(*args, **options)

    call.__qualname__ = function.__qualname__
    transaction.on_commit(call, robust=True)


def remove(storage: WholeFileStorage, name: str) -> None:
    """Remove a file, and its folder if that was the last one in it."""
    storage.delete(name)
    if "/" in name:
        storage.delete_folder_if_empty(name.rpartition("/")[0])


def remove_others(storage: WholeFileStorage, folder: str, keep: Collection[str] = ()) -> None:
    """Remove every file of a folder that belongs to one thing alone, but those of these names: also
    what a killed process wrote there, which no row knows."""
    if not folder:
        raise ValueError("The root of a storage belongs to nobody.")
    try:
        _folders, found = storage.listdir(folder)
    except FileNotFoundError:
        return
    for name in {f"{folder}/{each}" for each in found} - set(keep):
        remove(storage, name)


def _remove(files: list[tuple[Storage, str]]) -> None:
    for storage, name in files:
        remove(storage, name)
