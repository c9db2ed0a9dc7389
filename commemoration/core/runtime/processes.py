"""Runs the processes of the Procfile side by side; when one ends, all of them end."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from django.conf import settings

from .tether import RUNNER

START_PATIENCE = 60  # seconds until the web server must answer


class PortTakenError(Exception):
    """Another program listens there."""


def check_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            raise PortTakenError from None


def run_processes(port: int, *, when_ready: Callable[[], None]) -> bool:
    """Run until Ctrl-C, SIGTERM or the end of one process. False if a process ended by itself."""
    asked_to_stop = threading.Event()
    processes = subprocess.Popen(
        [sys.executable, "-m", "honcho", "start", "--port", str(port)],
        cwd=settings.BASE_DIR,
        env=_environment(),
        start_new_session=True,  # Ctrl-C reaches only this process, which passes it on once
    )

    def stop(_number, _frame) -> None:
        if not asked_to_stop.is_set():
            asked_to_stop.set()
            processes.send_signal(signal.SIGTERM)

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)
    threading.Thread(
        target=_announce, args=(port, processes, when_ready), name="announce", daemon=True
    ).start()
    processes.wait()
    return asked_to_stop.is_set()


def _announce(port: int, processes: subprocess.Popen, when_ready: Callable[[], None]) -> None:
    deadline = time.monotonic() + START_PATIENCE
    while processes.poll() is None and time.monotonic() < deadline:
        with suppress(OSError):
            urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5).close()
            when_ready()
            return
        time.sleep(0.2)


def _environment() -> dict[str, str]:
    """The caller's, with this Python first on the PATH: the Procfile says just `python`."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    return {**os.environ, "PATH": path, RUNNER: str(os.getpid()), "PYTHONUNBUFFERED": "1"}
