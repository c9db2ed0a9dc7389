"""Processes that hold a share of an embedded server, and looks at what runs on the machine."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import psutil
import psycopg2

from commemoration.embedded_postgres.places import ControlFolder, read_note
from commemoration.embedded_postgres.server import DATABASE, PORT, ROLE

PROJECT = Path(__file__).resolve().parent.parent.parent
PROGRAM = """
import sys
from pathlib import Path
from commemoration import embedded_postgres
print(embedded_postgres.join(Path(sys.argv[1]), durable=False), flush=True)
sys.stdin.read()
"""


class Holder:
    """A process of the site, reduced to its share of the server."""

    def __init__(self, folder: Path, environment: dict[str, str], program: str = PROGRAM) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", program, str(folder)],
            cwd=PROJECT,
            env={**os.environ, **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def socket_folder(self) -> Path:
        """Where the server listens; waits until it does."""
        line = self.process.stdout.readline().strip()
        assert line, self.process.stderr.read()
        return Path(line)

    def leave(self) -> None:
        self.process.communicate(timeout=30)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            with suppress(OSError):
                pipe.close()


def ask(socket_folder: Path, query: str, **connection):
    """The first value of the first row, or None."""
    login = {"user": ROLE, "dbname": DATABASE, **connection}
    with closing(psycopg2.connect(host=str(socket_folder), port=PORT, **login)) as session:
        session.autocommit = True
        with session.cursor() as cursor:
            cursor.execute(query)
            return cursor.fetchone()[0] if cursor.description else None


def data_folder(folder: Path) -> Path:
    place = read_note(ControlFolder(folder).place_note)
    return Path(place or folder) / "data"


def server_processes(folder: Path) -> list[psutil.Process]:
    """The keeper and every process of the server of `folder`."""
    data = data_folder(folder)
    found = []
    for process in psutil.process_iter():
        with suppress(psutil.Error, OSError):
            if _keeps(process, folder) or Path(process.cwd()) == data:
                found.append(process)
    return found


def keepers(folder: Path) -> list[psutil.Process]:
    """The processes beside the server that are not PostgreSQL: one, if all is well."""
    return [process for process in server_processes(folder) if _keeps(process, folder)]


def _keeps(process: psutil.Process, folder: Path) -> bool:
    with suppress(psutil.Error, OSError):
        command = process.cmdline()
        return "commemoration.embedded_postgres.keeper" in command and str(folder) in command
    return False


def postmaster(folder: Path) -> psutil.Process:
    return psutil.Process(int((data_folder(folder) / "postmaster.pid").read_text().split()[0]))


def kill_everything(folder: Path) -> None:
    """kill -9 to keeper and server at once, as a crash or an impatient hand would."""
    doomed = server_processes(folder)
    for process in doomed:
        with suppress(psutil.NoSuchProcess):
            process.kill()
    assert doomed
    wait_until(lambda: not server_processes(folder))


def tidy(folder: Path) -> None:
    """Wait for the end of a server that nobody uses, and remove what lies outside `folder`."""
    wait_until(lambda: not server_processes(folder), seconds=60)
    control = ControlFolder(folder)
    for note in (control.place_note, control.socket_note):
        if outside := read_note(note):
            shutil.rmtree(outside, ignore_errors=True)


def wait_until(condition: Callable[[], object], *, seconds: float = 15) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not come true in time"
        time.sleep(0.05)
