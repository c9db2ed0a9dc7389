"""The databases of the tests: migrated once for a set of migrations, laid once for each process.

All migrations take longer than most parts of the suite. A database that has them is kept, under a
name that tells what made it. Each process lays the foundation of a site in a copy of that; a test
that commits rows is followed by a fresh copy of the laid one, which takes a fraction of a second.
"""

import functools
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.core.management.sql import emit_post_migrate_signal
from django.db import connection, connections
from django_tasks_db.models import DBTaskResult

from tests.factories.pages import build_site

PREFIX = f"migrated_{hashlib.sha256(str(settings.BASE_DIR).encode()).hexdigest()[:8]}_"
KEPT = 2  # older ones, that another run may still copy
ENDING = 10_000  # milliseconds that a process of the server may take to end
LOCK = 1945  # of PostgreSQL: one process migrates, the others wait for it
OWN_MODULE = re.compile(r"^(?:from|import) ((?:commemoration|photos|tributes)\.[\w.]+)", re.M)


def set_up(*, anew: bool = False) -> None:
    """The database of this process, with the foundation of a site; migrated `anew` if asked."""
    connection.settings_dict["TEST"]["NAME"] = _own_name()  # which follows from the present name
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])  # until this connection is closed
        _migrate_once(cursor, anew=anew)
        _copy(cursor, _migrated_name(), _laid_name())
    _connect_to(_laid_name())
    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")  # groups, permissions
    build_site()
    DBTaskResult.objects.all().delete()  # what laying asks a worker for
    start_afresh()


def start_afresh() -> None:
    """The database as `set_up` left it: no rows of a test."""
    with connection._nodb_cursor() as cursor:
        _copy(cursor, _laid_name(), _own_name())
    _connect_to(_own_name())
    cache.clear()  # it may know rows by numbers that will be given again


def tear_down() -> None:
    with connection._nodb_cursor() as cursor:
        for name in (_own_name(), _laid_name()):
            _drop(cursor, name)


def _migrate_once(cursor, *, anew: bool) -> None:
    cursor.execute(
        "SELECT datname FROM pg_database WHERE starts_with(datname, %s) ORDER BY oid", [PREFIX]
    )
    present = [name for (name,) in cursor.fetchall()]
    if _migrated_name() in present and not anew:
        return
    for name in [*present[:-KEPT], _migrated_name()]:
        _drop(cursor, name)
    own, half_made = _own_name(), f"{PREFIX}half_made"
    connection.settings_dict["TEST"]["NAME"] = half_made
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    connection.settings_dict["TEST"]["NAME"] = own
    connection.close()
    cursor.execute(f'ALTER DATABASE "{half_made}" RENAME TO "{_migrated_name()}"')


@functools.cache  # for this process they are what they were when it started
def _migrated_name() -> str:
    made_by = hashlib.sha256()
    for path in _makers():
        made_by.update(str(path).encode() + b"\0" + path.read_bytes())
    return f"{PREFIX}{made_by.hexdigest()[:12]}"


def _makers() -> Iterator[Path]:
    """The migrations, the modules of ours that they read, and the packages that bring others."""
    base = Path(settings.BASE_DIR)
    yield base / "requirements.txt"
    for migration in sorted([*base.glob("*/migrations/*.py"), *base.glob("*/*/migrations/*.py")]):
        yield migration
        for module in OWN_MODULE.findall(migration.read_text()):
            yield from base.glob(module.replace(".", "/") + ".py")


def _own_name() -> str:
    return connection.creation._get_test_db_name()


def _laid_name() -> str:
    return f"{_own_name()}_laid"


def _copy(cursor, template: str, name: str) -> None:
    _drop(cursor, name)
    cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')


def _connect_to(name: str) -> None:
    connection.close()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name


def _drop(cursor, name: str) -> None:
    """Whoever still uses it is thrown out: a browser test's server, a worker that was killed.

    Only those of our own role: a vacuum that the server began there is not ours to end, where
    `WITH (FORCE)` would give up; it makes way by itself.
    """
    connections.close_all()
    cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
    if cursor.fetchone() is None:
        return
    cursor.execute(f'ALTER DATABASE "{name}" WITH ALLOW_CONNECTIONS false')  # none comes back
    cursor.execute(
        "SELECT pg_terminate_backend(pid, %s) FROM pg_stat_activity"
        " WHERE datname = %s AND usename = current_user",
        [ENDING, name],
    )
    cursor.execute(f'DROP DATABASE "{name}"')
