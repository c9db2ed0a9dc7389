"""Has the libraries loaded and begins a worker for each picture, when `process` asks.

It never opens a file that was sent in: each is read by a new worker, which begins as a copy of this
process, limits itself and ends with the picture. So nothing that a picture does to a library, to
memory or to a limit is there for the next one, and none waits for Python and libvips to start.

A request is a line of JSON on standard input, `{"request": …, "max_memory": …, "max_seconds": …}`,
the answer a line that says how the worker ended. The nursery ends, and its worker with it, when its
input ends; and by itself when nothing was asked for a while.
"""

import gc
import json
import os
import select
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from commemoration.core.ingest import limits, worker

FORK, SPAWN = "fork", "spawn"
IDLE_SECONDS = 60
_FIRST_LOOK, _LONGEST_PAUSE = 0.005, 0.05
# What a process holds beside its own data: the code of the libraries it maps.
_LIBRARIES = 30 * limits.MEGABYTE


def main(way: str) -> None:
    begin = {FORK: _forked, SPAWN: _spawned}[way]
    if way == FORK:
        worker.load_libraries()
        gc.freeze()  # what was loaded stays shared with the copies
    for line in iter(_next_line, b""):
        order = json.loads(line)
        with tempfile.TemporaryFile() as complaints:
            pid, ended = begin(order["request"], complaints)
            end = _watch(pid, ended, order["max_memory"] + _LIBRARIES, order["max_seconds"])
            complaints.seek(0)
            end["complaint"] = complaints.read(2000).decode("utf-8", "replace")
        os.write(1, json.dumps(end).encode() + b"\n")


def _next_line() -> bytes:
    """The next request; nothing if no more come."""
    ready, _w, _x = select.select([0], [], [], IDLE_SECONDS)
    line = b""
    while ready and not line.endswith(b"\n"):
        part = os.read(0, 65536)
        if not part:
            return b""
        line += part
    return line


def _forked(request: dict, complaints) -> tuple[int, int]:
    """The worker's number, and what becomes readable when it ends."""
    ended, alive = os.pipe()
    pid = os.fork()
    if pid:
        os.close(alive)
        return pid, ended
    code = 1
    try:
        nothing = os.open(os.devnull, os.O_RDWR)
        os.dup2(nothing, 0)
        os.dup2(nothing, 1)
        os.dup2(complaints.fileno(), 2)
        worker.work(request)
        code = 0
    except BaseException:  # noqa: BLE001 - a copy must not go on as if it were the nursery
        sys.excepthook(*sys.exc_info())
    finally:
        os._exit(code)


def _spawned(request: dict, complaints) -> tuple[int, int]:
    """The same where libraries of the system do not survive a copy of the process (macOS)."""
    ended, alive = os.pipe()
    process = subprocess.Popen(
        [sys.executable, "-m", "commemoration.core.ingest.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=complaints,
        pass_fds=(alive,),
    )
    os.close(alive)
    process.stdin.write(json.dumps(request).encode())
    process.stdin.close()
    process.returncode = 0  # it is waited for below
    return process.pid, ended


def _watch(pid: int, ended: int, most_bytes: int, most_seconds: float) -> dict:
    started, pause, peak, stopped_for = time.monotonic(), _FIRST_LOOK, 0, ""
    while not (found := os.waitpid(pid, os.WNOHANG))[0]:
        held = _resident_bytes(pid)
        peak = max(peak, held)
        if held > most_bytes:
            stopped_for = "memory"
        elif time.monotonic() - started > most_seconds:
            stopped_for = "time"
        ready, _w, _x = select.select([0, ended], [], [], 0 if stopped_for else pause)
        if stopped_for or 0 in ready:
            os.kill(pid, signal.SIGKILL)
            found = os.waitpid(pid, 0)
            break
        if ended in ready:
            found = os.waitpid(pid, 0)
            break
        pause = min(pause * 1.5, _LONGEST_PAUSE)
    os.close(ended)
    return {
        "returncode": os.waitstatus_to_exitcode(found[1]),
        "stopped_for": stopped_for,
        "seconds": time.monotonic() - started,
        "peak_bytes": peak,
    }


def _resident_bytes(pid: int) -> int:
    """Memory held beside mapped files; 0 where the system does not tell."""
    try:
        pages = Path(f"/proc/{pid}/statm").read_text().split()
    except OSError:
        return 0
    return (int(pages[1]) - int(pages[2])) * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    os.umask(0o077)
    main(sys.argv[1])
