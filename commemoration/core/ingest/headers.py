"""Asks what many files say of themselves without decoding a picture: `header_worker` reads them."""

import json
import select
import subprocess
import sys
import tempfile
from pathlib import Path

from commemoration.core.ingest import limits
from commemoration.core.ingest.limits import STAFF
from commemoration.core.ingest.process import PROJECT, worker_environment
from commemoration.core.ingest.refusals import PictureRefused
from commemoration.core.ingest.services import check_type

PATIENCE = 10  # seconds for one file
FILES_OF_A_PROCESS = 100  # then another begins, so that nothing adds up
LONGEST_ANSWER = 4 * limits.MEGABYTE


class HeaderReader:
    """Keeps its process from one file to the next; `close` ends it, and so does its own end."""

    def __init__(self):
        self._process: subprocess.Popen | None = None
        self._folder: tempfile.TemporaryDirectory | None = None
        self._asked = 0

    def read(self, path: Path) -> dict[str, dict[str, str]]:
        """What `metadata.read_metadata` finds; nothing of a file that cannot be read."""
        try:
            media_type = check_type(path, path.stat().st_size, STAFF)
        except (PictureRefused, OSError):
            return {}
        try:
            return self._ask({"path": str(path.resolve()), "media_type": media_type})
        except (OSError, ValueError):
            self.close()
            return {}

    def close(self) -> None:
        if self._process:
            self._process.kill()
            self._process.communicate()
            self._folder.cleanup()
        self._process, self._asked = None, 0

    def __del__(self):
        self.close()

    def _ask(self, request: dict) -> dict:
        if self._asked >= FILES_OF_A_PROCESS:
            self.close()
        if self._process is None:
            self._start()
        self._asked += 1
        self._send(request)
        return json.loads(self._line())

    def _send(self, line: dict) -> None:
        self._process.stdin.write(json.dumps(line).encode() + b"\n")

    def _start(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="headers-")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "commemoration.core.ingest.header_worker"],
            cwd=PROJECT,
            env=worker_environment(Path(self._folder.name)),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
        )
        self._send(STAFF.as_dict())

    def _line(self) -> bytes:
        answer = b""
        while not answer.endswith(b"\n"):
            ready, _w, _x = select.select([self._process.stdout], [], [], PATIENCE)
            part = self._process.stdout.read(65536) if ready else b""
            if not part or len(answer) > LONGEST_ANSWER:
                raise OSError("The reader of headers gave no answer")
            answer += part
        return answer
