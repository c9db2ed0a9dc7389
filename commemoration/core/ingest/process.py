"""Runs the worker beside the server and ends it when it takes too much memory or time."""

import errno
import json
import logging
import os
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from commemoration.core.ingest import limits, worker

logger = logging.getLogger(__name__)

PROJECT = Path(__file__).resolve().parents[3]
_FIRST_LOOK, _LONGEST_PAUSE = 0.005, 0.05
# What a process holds beside its own data: the code of the libraries it maps.
_LIBRARIES = 30 * limits.MEGABYTE
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


def run_worker(request: dict, bounds: limits.Limits, folder: Path) -> tuple[dict, WorkerEnd]:
    """The worker's answer, or a refusal drawn from the way it died. Full disk: `OSError`."""
    with tempfile.TemporaryFile() as complaints:
        process = subprocess.Popen(
            [sys.executable, "-m", "commemoration.core.ingest.worker"],
            cwd=PROJECT,
            env=worker_environment(folder),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=complaints,
        )
        try:
            process.stdin.write(json.dumps(request).encode())
            process.stdin.close()
            end = _watch(process, bounds)
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
        complaints.seek(0)
        complaint = complaints.read(2000).decode("utf-8", "replace")
    end = WorkerEnd(**{**end.__dict__, "complaint": complaint})
    return _answer(folder, end), end


def worker_environment(folder: Path) -> dict[str, str]:
    """No secret of the server reaches the worker. Few arenas keep memory close to what is used."""
    return {
        "PATH": os.environ.get("PATH", ""),
        "LANG": "C.UTF-8",
        "TMPDIR": str(folder),
        "VIPS_CONCURRENCY": "2",
        "VIPS_BLOCK_UNTRUSTED": "1",
        "MALLOC_ARENA_MAX": "2",
        "OMP_NUM_THREADS": "2",
    }


def _watch(process: subprocess.Popen, bounds: limits.Limits) -> WorkerEnd:
    started, pause, peak, stopped_for = time.monotonic(), _FIRST_LOOK, 0, ""
    while process.poll() is None:
        held = _resident_bytes(process.pid)
        peak = max(peak, held)
        if held > bounds.max_memory + _LIBRARIES:
            stopped_for = "memory"
        elif time.monotonic() - started > bounds.max_seconds:
            stopped_for = "time"
        if stopped_for:
            process.kill()
            process.wait()
            break
        time.sleep(pause)
        pause = min(pause * 1.5, _LONGEST_PAUSE)
    return WorkerEnd(
        process.returncode, stopped_for, time.monotonic() - started, peak_bytes=peak, complaint=""
    )


def _resident_bytes(pid: int) -> int:
    """Memory held beside mapped files; 0 where the system does not tell."""
    try:
        pages = Path(f"/proc/{pid}/statm").read_text().split()
    except OSError:
        return 0
    return (int(pages[1]) - int(pages[2])) * os.sysconf("SC_PAGE_SIZE")


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
