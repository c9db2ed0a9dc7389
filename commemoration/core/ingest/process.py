"""Has pictures read by workers, through nurseries that are kept from one picture to the next."""

import atexit
import errno
import json
import logging
import os
import select
import signal
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from commemoration.core.ingest import limits, nursery, worker

logger = logging.getLogger(__name__)

PROJECT = Path(__file__).resolve().parents[3]
# Apple's libraries forbid the copy of a process that has loaded them.
WAY = nursery.SPAWN if sys.platform == "darwin" else nursery.FORK
# A nursery watches the time of its worker; without an answer so long after that, it is ended too.
_GRACE = 30  # seconds
_MOST_IDLE = 2
_OUT_OF_TIME = {signal.SIGXCPU, signal.SIGALRM}
_OUT_OF_SPACE = ("No space left on device", "write error", "disk full", "File too large")


@dataclass(frozen=True)
class WorkerEnd:
    """How the worker ended. `stopped_for` is `memory`, `time` or an empty string."""

    returncode: int
    stopped_for: str
    seconds: float
    peak_bytes: int
    complaint: str


class NurseryLostError(OSError):
    """A nursery ended before it answered."""


def run_worker(request: dict, bounds: limits.Limits, folder: Path) -> tuple[dict, WorkerEnd]:
    """The worker's answer, or a refusal drawn from the way it died. Full disk: `OSError`."""
    order = {
        "request": request,
        "max_memory": bounds.max_memory,
        "max_seconds": bounds.max_seconds,
    }
    idle = _idle_nursery()
    try:
        end = (idle or Nursery()).run(order)
    except NurseryLostError as lost:
        if idle is None:
            raise RuntimeError(f"The picture worker could not run: {lost}") from lost
        # It had ended by itself, or somebody ended it: that says nothing of this picture.
        end = Nursery().run(order)
    return _answer(folder, end), end


def worker_environment(folder: Path | None = None) -> dict[str, str]:
    """No secret of the server reaches the worker. Few arenas keep memory close to what is used."""
    return {
        "PATH": os.environ.get("PATH", ""),
        "LANG": "C.UTF-8",
        "TMPDIR": str(folder or tempfile.gettempdir()),
        "VIPS_CONCURRENCY": "2",
        "VIPS_BLOCK_UNTRUSTED": "1",
        "MALLOC_ARENA_MAX": "2",
        "OMP_NUM_THREADS": "2",
    }


class Nursery:
    """One running `nursery`, for one picture at a time."""

    def __init__(self):
        self._complaints = tempfile.TemporaryFile()  # noqa: SIM115 - open as long as the process
        self.process = subprocess.Popen(
            [sys.executable, "-m", "commemoration.core.ingest.nursery", WAY],
            cwd=PROJECT,
            env=worker_environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._complaints,
            bufsize=0,
        )

    def run(self, order: dict) -> WorkerEnd:
        """How the worker of this order ended. Raises `NurseryLostError`; then nothing was kept."""
        try:
            self.process.stdin.write(json.dumps(order).encode() + b"\n")
            answer = self._line(time.monotonic() + order["max_seconds"] + _GRACE)
        except BrokenPipeError:
            answer = b""
        except BaseException:
            self.close()
            raise
        if not answer:
            self.close()
            raise NurseryLostError(self._complaint())
        _keep(self)
        return WorkerEnd(**json.loads(answer))

    def close(self) -> None:
        self.process.kill()
        self.process.communicate()

    def _line(self, deadline: float) -> bytes:
        answer = b""
        while not answer.endswith(b"\n"):
            patience = max(0, deadline - time.monotonic())
            ready, _w, _x = select.select([self.process.stdout], [], [], patience)
            part = self.process.stdout.read(65536) if ready else b""
            if not part:
                return b""
            answer += part
        return answer

    def _complaint(self) -> str:
        self._complaints.seek(0)
        return self._complaints.read()[-1000:].decode("utf-8", "replace")


_idle: list[Nursery] = []
_lock = threading.Lock()


def _idle_nursery() -> Nursery | None:
    while True:
        with _lock:
            if not _idle:
                return None
            found = _idle.pop()
        if found.process.poll() is None:
            return found
        found.close()


def _keep(each: Nursery) -> None:
    with _lock:
        if len(_idle) < _MOST_IDLE:
            _idle.append(each)
            return
    each.close()


@atexit.register
def close_idle_nurseries() -> None:
    while (each := _idle_nursery()) is not None:
        each.close()


# Two processes must not speak through one pipe.
os.register_at_fork(after_in_child=_idle.clear)


def _answer(folder: Path, end: WorkerEnd) -> dict:
    try:
        answer = json.loads((folder / worker.ANSWER).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return _answer_of_the_dead(end)
    detail = answer.get("detail", "")
    if any(sign in detail for sign in _OUT_OF_SPACE):
        raise OSError(errno.ENOSPC, "No space left while a picture was being read")
    if detail:
        logger.info("Picture refused: %s", detail[:500])
    return answer


def _answer_of_the_dead(end: WorkerEnd) -> dict:
    killed_by = -end.returncode
    if end.stopped_for == "memory" or "alloc" in end.complaint or "MemoryError" in end.complaint:
        code = "too_much_memory"
    elif end.stopped_for == "time" or killed_by in _OUT_OF_TIME:
        code = "too_slow"
    elif killed_by > 0:
        code = "damaged"
    else:
        raise RuntimeError(f"The picture worker could not run: {end.complaint[-1000:]}")
    logger.warning("Picture worker ended by itself (%s): %s", code, end.complaint[-500:])
    return {"refused": code, "params": {}}
