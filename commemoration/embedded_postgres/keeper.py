"""The process beside the server: starts it again after a crash, stops it when nobody is left."""

import fcntl
import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from .locks import Lock
from .places import ControlFolder, find_place
from .server import Server, ServerFailedError

READY = "ready"
LOG_LIMIT = 5_000_000  # bytes, then the log moves to log.1
SHORT_LIFE = 5  # seconds: a server that ends sooner is not started again for ever
ATTEMPTS = 3


def main(arguments: list[str]) -> int:
    """Leave a keeper behind and return when its server can be used, or with what went wrong."""
    control = ControlFolder(Path(arguments[0]))
    durable = "--not-durable" not in arguments
    reading, writing = os.pipe()
    if os.fork():
        os.close(writing)
        with os.fdopen(reading) as report:
            message = report.read()
        if message == READY:
            return 0
        sys.stdout.write(message)
        return 1
    os.close(reading)
    os.setsid()
    _turn_to_log(control)

    def report(message: str) -> None:
        os.write(writing, message.encode())
        os.close(writing)

    keep(control, durable=durable, report=report)
    return 0


def keep(control: ControlFolder, *, durable: bool, report: Callable[[str], None]) -> None:
    """Run the server until the last user has left."""
    alone = Lock(control.keeper_lock)
    if not alone.wait(fcntl.LOCK_EX, seconds=10):
        report("another keeper is at work")
        return
    try:
        server = Server(control, find_place(control), durable=durable)
        server.prepare()
        server.start()
    except (ServerFailedError, ImproperlyConfigured, OSError) as error:
        report(str(error))
        return
    report(READY)
    _watch(server, control)


def _watch(server: Server, control: ControlFolder) -> None:
    turn = threading.Lock()
    deserted = threading.Event()

    def stop_when_deserted() -> None:
        # Held until this process ends, so that nobody joins a server that is leaving.
        Lock(control.users_lock).wait_for_ever(fcntl.LOCK_EX)
        with turn:
            deserted.set()
            server.stop()

    threading.Thread(target=stop_when_deserted, daemon=True).start()
    failures = 0
    while True:
        started = time.monotonic()
        server.process.wait()
        with turn:
            failures = failures + 1 if time.monotonic() - started < SHORT_LIFE else 0
            if deserted.is_set() or failures > ATTEMPTS or not server.place.data.exists():
                return
            server.start()


def _turn_to_log(control: ControlFolder) -> None:
    if control.log.exists() and control.log.stat().st_size > LOG_LIMIT:
        control.log.replace(control.log.with_name("log.1"))
    nothing = os.open(os.devnull, os.O_RDONLY)
    log = os.open(control.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(nothing, 0)
    os.dup2(log, 1)
    os.dup2(log, 2)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
