"""A lock on a file that the kernel frees when its last holder ends, even by kill -9."""

import fcntl
import os
import time
from pathlib import Path


class Lock:
    """`flock` on one open file: forked children share it, executed programs do not get it."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)

    def attempt(self, operation: int) -> bool:
        """Take LOCK_SH or LOCK_EX now, or not at all."""
        try:
            fcntl.flock(self._file, operation | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def wait(self, operation: int, *, seconds: float) -> bool:
        """Take the lock within `seconds`."""
        deadline = time.monotonic() + seconds
        while not self.attempt(operation):
            if time.monotonic() > deadline:
                return False
            time.sleep(0.03)
        return True

    def wait_for_ever(self, operation: int) -> None:
        fcntl.flock(self._file, operation)

    def close(self) -> None:
        os.close(self._file)
