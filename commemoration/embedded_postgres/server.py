"""Makes, heals, starts and stops one PostgreSQL; everything here runs in its keeper."""

import ctypes
import os
import pwd
import shutil
import signal
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path

import psutil
import psycopg2
from psycopg2 import sql

from .places import CLEAN_ENVIRONMENT, MAJOR_VERSION, ControlFolder, Place, make_socket_folder

DATABASE = "commemoration"
ROLE = "commemoration"
SUPERUSER = "postgres"
PORT = "5432"
RECOVERY = 300  # seconds that replaying the log after a crash may take
PR_SET_PDEATHSIG = 1  # linux/prctl.h

SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "port": PORT,
    "max_connections": "80",
    "shared_buffers": "96MB",
    "max_wal_size": "512MB",
    # Parallel plans need shared memory that small containers do not have.
    "max_parallel_workers_per_gather": "0",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "logging_collector": "off",
}
# Safe against any end of a process, not against that of the machine.
NOT_DURABLE = {
    "fsync": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
}

_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


class ServerFailedError(Exception):
    """The server cannot run; the message says why."""


def accepts_connections(socket_folder: Path) -> bool:
    try:
        _connect(socket_folder, user=ROLE, database=DATABASE).close()
    except psycopg2.OperationalError:
        return False
    return True


class Server:
    """One server over one data folder."""

    def __init__(self, control: ControlFolder, place: Place, *, durable: bool) -> None:
        self.control = control
        self.place = place
        self.durable = durable
        self.socket_folder: Path | None = None
        self.process: subprocess.Popen | None = None

    def prepare(self) -> None:
        """Make the data if there is none. Half-made data of a crash is made again."""
        if not (self.place.data / "PG_VERSION").exists():
            self._make_data()
        found = (self.place.data / "PG_VERSION").read_text().strip()
        if found != MAJOR_VERSION:
            raise ServerFailedError(
                f"{self.place.data} was made by PostgreSQL {found}, this is {MAJOR_VERSION}. "
                "Move it away, or set DATABASE_URL."
            )

    def start(self) -> None:
        """Clear what a crash left, start, and return when the site's database can be used."""
        end_leftovers(self.place.data)
        self._write_access_rules()
        self.socket_folder = make_socket_folder(self.control, self.place)
        settings = SETTINGS if self.durable else {**SETTINGS, **NOT_DURABLE}
        settings = {**settings, "unix_socket_directories": str(self.socket_folder)}
        options = [f"--{name}={value}" for name, value in settings.items()]
        with self.control.log.open("ab") as log:
            self.process = subprocess.Popen(
                [str(self.place.binaries / "postgres"), "-D", str(self.place.data), *options],
                cwd="/",
                env=CLEAN_ENVIRONMENT,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                preexec_fn=_end_with_parent,
                **self.place.as_account(),
            )
        self._make_database()

    def stop(self) -> None:
        """End connections and write everything down; by force if that takes too long."""
        for order, seconds in ((signal.SIGINT, 60), (signal.SIGQUIT, 10), (signal.SIGKILL, 10)):
            self.process.send_signal(order)
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(seconds)
                break
        if self.socket_folder:
            shutil.rmtree(self.socket_folder, ignore_errors=True)

    def _make_data(self) -> None:
        draft = self.place.data.with_name("data.new")
        for remains in (draft, self.place.data):
            if remains.exists():
                shutil.rmtree(remains)
        draft.mkdir(mode=0o700)
        self.place.give(draft)
        made = subprocess.run(
            [
                str(self.place.binaries / "initdb"),
                f"--pgdata={draft}",
                f"--username={SUPERUSER}",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--auth-local=peer",
                "--auth-host=reject",
                *([] if self.durable else ["--no-sync"]),
            ],
            cwd="/",
            env=CLEAN_ENVIRONMENT,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            **self.place.as_account(),
        )
        if made.returncode:
            raise ServerFailedError(f"initdb failed: {made.stderr.strip().splitlines()[-1:]}")
        draft.rename(self.place.data)

    def _write_access_rules(self) -> None:
        """The kernel names the caller; only the user who started the server is let in."""
        caller = pwd.getpwuid(os.geteuid()).pw_name.replace('"', '""')
        rules = {
            "pg_hba.conf": "local all all peer map=house\n",
            "pg_ident.conf": "".join(f'house "{caller}" {role}\n' for role in (SUPERUSER, ROLE)),
        }
        for name, text in rules.items():
            (self.place.data / name).write_text(text)

    def _make_database(self) -> None:
        with closing(self._first_connection()) as connection, connection.cursor() as cursor:
            connection.autocommit = True
            cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [ROLE])
            if not cursor.fetchone():
                cursor.execute(
                    sql.SQL("CREATE ROLE {} LOGIN CREATEDB").format(sql.Identifier(ROLE))
                )
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
            if not cursor.fetchone():
                cursor.execute(
                    sql.SQL("CREATE DATABASE {} OWNER {}").format(
                        sql.Identifier(DATABASE), sql.Identifier(ROLE)
                    )
                )

    def _first_connection(self):
        deadline = time.monotonic() + RECOVERY
        while True:
            try:
                return _connect(self.socket_folder, user=SUPERUSER, database="postgres")
            except psycopg2.OperationalError:
                if self.process.poll() is not None or time.monotonic() > deadline:
                    raise ServerFailedError(self._last_words()) from None
            time.sleep(0.02)

    def _last_words(self) -> str:
        lines = self.control.log.read_text(errors="replace").strip().splitlines()[-3:]
        return f"{' / '.join(lines)} (log: {self.control.log})"


def end_leftovers(data: Path) -> None:
    """Clear the way after a crash: end what still runs in `data`, then forget its process id.

    PostgreSQL takes any living process with the number in postmaster.pid for itself, so a number
    that the system has given to another process would block it for ever. The file also guards
    shared memory, so it goes only when no process of this folder is left.
    """
    note = data / "postmaster.pid"
    if not note.exists():
        return
    for order, seconds in ((signal.SIGINT, 20), (signal.SIGQUIT, 10), (signal.SIGKILL, 10)):
        remaining = _processes_in(data)
        for process in remaining:
            with suppress(psutil.NoSuchProcess):
                process.send_signal(order)
        _gone, remaining = psutil.wait_procs(remaining, timeout=seconds)
        if not remaining:
            break
    else:
        raise ServerFailedError(f"An old server still runs in {data} and does not stop.")
    note.unlink(missing_ok=True)


def _processes_in(data: Path) -> list[psutil.Process]:
    """The server processes at work in `data`: PostgreSQL makes it their working directory."""
    found = []
    for process in psutil.process_iter(["name", "pid"]):
        with suppress(psutil.Error, OSError):
            if process.info["name"] == "postgres" and Path(process.cwd()) == data:
                found.append(process)
    return found


def _connect(socket_folder: Path, *, user: str, database: str):
    return psycopg2.connect(
        host=str(socket_folder), port=PORT, user=user, dbname=database, connect_timeout=5
    )


def _end_with_parent() -> None:
    """Should the keeper be killed, the kernel asks the server to shut down (Linux only)."""
    if _libc is not None:
        _libc.prctl(PR_SET_PDEATHSIG, signal.SIGINT)
