"""The database of the tests: made once for a state of the code, then copied for each process.

All migrations and the foundation of a site take longer than most parts of the suite. The database
that has them is kept under a name that tells the code and the packages that made it. A copy takes a
fraction of a second, so a test that commits gets a fresh one after it.
"""

import functools
import hashlib
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.db import connection, connections
from django_tasks_db.models import DBTaskResult

from tests.factories.pages import build_site

PREFIX = f"laid_{hashlib.sha256(str(settings.BASE_DIR).encode()).hexdigest()[:8]}_"
KEPT = 2  # older ones, that another run may still copy
LOCK = 1945  # of PostgreSQL: one process makes the template, the others wait for it
MADE_BY = ["commemoration/**/*.py", "photos/**/*.py", "locale/**/*.mo", "requirements.txt"]
MADE_BY += ["tests/template.py", "tests/factories/pages.py"]


def use_copy() -> None:
    """A database of this process, as a site is that has just been set up; no rows from before."""
    name = _own_name()
    with connection._nodb_cursor() as cursor:
        _drop(cursor, name)
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{_template_name()}"')
    _connect_to(name)
    cache.clear()  # it may know rows by numbers that will be given again


def drop_copy() -> None:
    with connection._nodb_cursor() as cursor:
        _drop(cursor, _own_name())


def make_template(*, anew: bool = False) -> None:
    """Migrate an empty database and lay the foundation of a site in it, unless that is done."""
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])  # until the connection is closed
        cursor.execute(
            "SELECT datname FROM pg_database WHERE starts_with(datname, %s) ORDER BY oid", [PREFIX]
        )
        present = [name for (name,) in cursor.fetchall()]
        if _template_name() in present and not anew:
            return
        for name in present[:-KEPT]:
            _drop(cursor, name)
        _drop(cursor, _template_name())
        half_made = f"{PREFIX}half_made"
        _fill(half_made)
        cursor.execute(f'ALTER DATABASE "{half_made}" RENAME TO "{_template_name()}"')


def _fill(name: str) -> None:
    own = _own_name()
    connection.settings_dict["TEST"]["NAME"] = name
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    build_site()
    DBTaskResult.objects.all().delete()  # what laying asks a worker for
    connection.close()
    connection.settings_dict["TEST"]["NAME"] = own


@functools.cache  # for this process the code is what it was when it started
def _template_name() -> str:
    made_by = hashlib.sha256()
    for path in sorted(path for each in MADE_BY for path in Path(settings.BASE_DIR).glob(each)):
        made_by.update(str(path).encode() + b"\0" + path.read_bytes())
    return f"{PREFIX}{made_by.hexdigest()[:12]}"


def _own_name() -> str:
    return connection.creation._get_test_db_name()


def _connect_to(name: str) -> None:
    connection.close()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name


def _drop(cursor, name: str) -> None:
    """Whoever still uses it is thrown out: a browser test's server, a worker that was killed."""
    connections.close_all()
    cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
