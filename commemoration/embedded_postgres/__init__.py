"""Lends a PostgreSQL to every process that asks, for as long as one of them lives.

A process joins by holding a shared lock; the *keeper*, a small process beside the server, waits for
that lock alone and stops the server when it gets it. The kernel drops a lock however its holder
ends, so nobody has to say goodbye. See docs/decisions/0001-embedded-postgresql.md.
"""

import fcntl
import os
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from .locks import Lock
from .places import ControlFolder
from .server import DATABASE, PORT, ROLE, accepts_connections

__all__ = ["DATABASE", "PORT", "ROLE", "join", "wait_until_stopped"]

PATIENCE = 120  # seconds: a first start on a slow disk, or a recovery after a crash
PROJECT = Path(__file__).resolve().parent.parent.parent

# Held until this process ends; a forked child inherits its parent's share.
_joined: dict[Path, tuple[Lock, Path]] = {}


def join(folder: Path, *, durable: bool = True) -> Path:
    """Start the server that keeps its data under `folder`, or join it: the folder of its socket.

    Raises ImproperlyConfigured with a sentence that says what is wrong.
    """
    _forget_inherited_settings()
    folder = folder.resolve()
    if folder not in _joined:
        control = ControlFolder(folder)
        control.make()
        share = Lock(control.users_lock)
        try:
            if not share.wait(fcntl.LOCK_SH, seconds=PATIENCE):
                raise ImproperlyConfigured(f"The PostgreSQL server of {folder} does not stop.")
            _joined[folder] = (share, _running_server(control, durable=durable))
        except BaseException:
            share.close()
            raise
    return _joined[folder][1]


def wait_until_stopped(folder: Path, *, seconds: float = 20) -> bool:
    """Give up this process's share and wait for the server to stop; False if others use it."""
    folder = folder.resolve()
    if folder in _joined:
        _joined.pop(folder)[0].close()
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if not _keeper_lives(ControlFolder(folder)):
            return True
        time.sleep(0.05)
    return False


def _running_server(control: ControlFolder, *, durable: bool) -> Path:
    with closing(Lock(control.start_lock)) as turn:
        if not turn.wait(fcntl.LOCK_EX, seconds=PATIENCE):
            raise ImproperlyConfigured(f"Another process still starts {control.folder}.")
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if not _keeper_lives(control):
                _start_keeper(control, durable=durable)
            socket_folder = control.socket_folder()
            if socket_folder and accepts_connections(socket_folder):
                return socket_folder
            time.sleep(0.05)
    raise ImproperlyConfigured(f"PostgreSQL does not answer. Its log: {control.log}")


def _keeper_lives(control: ControlFolder) -> bool:
    if not control.keeper_lock.exists():
        return False
    with closing(Lock(control.keeper_lock)) as probe:
        return not probe.attempt(fcntl.LOCK_EX)


def _start_keeper(control: ControlFolder, *, durable: bool) -> None:
    command = [sys.executable, "-m", f"{__name__}.keeper", str(control.folder)]
    started = subprocess.run(
        command if durable else [*command, "--not-durable"],
        cwd="/",
        env={"PYTHONPATH": str(PROJECT), "PATH": os.defpath, "LC_ALL": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if started.returncode:
        reason = started.stdout.strip() or started.stderr.strip() or "it ended without a word"
        raise ImproperlyConfigured(f"PostgreSQL could not be started: {reason}")


def _forget_inherited_settings() -> None:
    """PGPORT, PGOPTIONS, PGSERVICE… of the caller's shell speak of another server."""
    for name in [name for name in os.environ if name.startswith("PG")]:
        del os.environ[name]
