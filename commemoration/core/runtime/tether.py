"""Ends a process when `make run`, which started it, is gone: even kill -9 leaves no orphan."""

import os
import signal
import threading
import time
from contextlib import suppress

import psutil

PATIENCE = 10  # seconds to end in order before the end is forced
RUNNER = "COMMEMORATION_RUNNER"  # the process id of the one who started us; unset in production


def follow_runner() -> None:
    """Watch the process named in the environment, if one is, from a thread that only waits."""
    runner = os.environ.get(RUNNER, "")
    if runner.isdigit() and int(runner) != os.getpid():
        threading.Thread(target=_follow, args=(int(runner),), name="tether", daemon=True).start()


def _follow(runner: int) -> None:
    with suppress(psutil.NoSuchProcess):
        psutil.Process(runner).wait()
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(PATIENCE)
    os._exit(1)
