"""The processes of the Procfile on the database of a bench, and a client that asks them in time."""

import contextlib
import os
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from bench.tile_servers import _free_port, _wait_for
from bench.workers import environment

CLIENTS = 48  # threads; each holds one connection at a time
PATIENCE = 60  # seconds for an answer
MANAGE = [sys.executable, "manage.py"]


@dataclass(frozen=True)
class Asked:
    """One request; a POST if there is a `body`. `status` is the answer that is meant."""

    kind: str
    address: str
    status: int = 200
    body: str = ""
    cookies: str = ""


@dataclass(frozen=True)
class Answered:
    """`due` is in seconds from the start; `milliseconds` from then until the last byte."""

    kind: str
    due: float
    milliseconds: float
    status: int
    is_wrong: bool


class Traffic:
    """Asks each list of requests at its own pace, whether or not answers come in time."""

    def __init__(self, port: int, *, starts_in: float):
        self.port, self.start = port, time.monotonic() + starts_in
        self.waiting: list[tuple[float, Asked]] = []
        self.answers: list[Answered] = []
        self._lock = threading.Lock()

    def add(self, asked: list[Asked], *, every: float) -> None:
        """One of these each so many seconds."""
        self.waiting += [(place * every, each) for place, each in enumerate(asked)]
        self.waiting.sort(key=lambda row: row[0], reverse=True)

    def run(self, *, until: float) -> None:
        """Ask what is due in the seconds before `until`, and wait for the answers."""
        threads = [threading.Thread(target=self._work, args=(until,)) for _each in range(CLIENTS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def _work(self, until: float) -> None:
        while True:
            with self._lock:
                if not self.waiting or self.waiting[-1][0] >= until:
                    return
                due, asked = self.waiting.pop()
            time.sleep(max(self.start + due - time.monotonic(), 0))
            try:
                status = _ask(self.port, asked)
            except OSError:
                status = 0
            taken = (time.monotonic() - self.start - due) * 1000
            answer = Answered(asked.kind, due, taken, status, status != asked.status)
            with self._lock:
                self.answers.append(answer)


@contextlib.contextmanager
def servers(database: str) -> Iterator[tuple[int, dict[str, int]]]:
    """The web server, the worker and the periodic work; the port, and the process of each."""
    port = _free_port()
    around = environment() | {"BENCH_DATABASE": database, "PORT": str(port)}
    lines = (settings.BASE_DIR / "Procfile").read_text(encoding="utf-8").splitlines()
    started = {}
    try:
        for name, command in (line.split(": ", 1) for line in lines if ": " in line):
            path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
            started[name] = subprocess.Popen(
                ["sh", "-c", command], env=around | {"PATH": path}, cwd=settings.BASE_DIR
            )
        _wait_for(port, started["web"])
        yield port, {name: process.pid for name, process in started.items()}
    finally:
        for process in started.values():
            process.terminate()
        for process in started.values():
            process.wait(timeout=30)


def memory_of(processes: dict[str, int]) -> dict[str, int]:
    """Megabytes in memory of each, with the processes that it has started."""
    return {name: round(sum(map(_resident, _family(pid)))) for name, pid in processes.items()}


def _family(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children")
    below = [int(each) for each in children.read_text().split()] if children.exists() else []
    return [pid, *(each for child in below for each in _family(child))]


def _resident(pid: int) -> float:
    found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    return int(found[1]) / 1024 if found else 0.0


def _ask(port: int, asked: Asked) -> int:
    """The status of the answer. Written out, since `http.client` costs as much as the server."""
    head = [f"{'POST' if asked.body else 'GET'} {asked.address} HTTP/1.1", "Host: localhost"]
    head += ["Connection: close", "Accept-Encoding: gzip", f"Cookie: {asked.cookies}"]
    if asked.body:
        head += ["Content-Type: application/x-www-form-urlencoded"]
        head += [f"Content-Length: {len(asked.body)}"]
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as connection:
        connection.sendall("\r\n".join([*head, "", asked.body]).encode())
        answer = connection.recv(65536)
        if not answer:
            return 0
        while connection.recv(65536):
            pass
    return int(answer.split(b" ", 2)[1])
