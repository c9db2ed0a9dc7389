"""Decides which PostgreSQL the site uses: the one named in DATABASE_URL, else the embedded one."""

import warnings
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

from commemoration import embedded_postgres

POSTGRESQL = "django.db.backends.postgresql"
KEPT_OPEN = {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}


def configured_database(
    url: str, embedded_folder: Path | None = None, *, durable: bool = True
) -> dict:
    """The `DATABASES["default"]` entry.

    Without `url` the embedded server keeps its data in `embedded_folder`; None forbids it.
    `durable=False` gives up safety against a power cut for speed: for test data only.
    """
    if url:
        return _named(url)
    if embedded_folder is None:
        raise ImproperlyConfigured("Set DATABASE_URL: production runs on a PostgreSQL server.")
    return _embedded(embedded_folder, durable=durable)


def _named(url: str) -> dict:
    try:
        with warnings.catch_warnings(action="ignore"):  # they would repeat the address
            named = environ.Env.db_url_config(url)
    except (ValueError, KeyError, ImproperlyConfigured):
        named = {}
    if named.get("ENGINE") != POSTGRESQL:
        # The address itself is not repeated: it may hold a password, and this ends in logs.
        raise ImproperlyConfigured(
            "DATABASE_URL does not name a PostgreSQL database. "
            "Write it as postgres://user:password@host:5432/name."
        )
    return {**named, **KEPT_OPEN}


def _embedded(folder: Path, *, durable: bool) -> dict:
    socket_folder = embedded_postgres.join(folder, durable=durable)
    return {
        "ENGINE": POSTGRESQL,
        "NAME": embedded_postgres.DATABASE,
        "USER": embedded_postgres.ROLE,
        "HOST": str(socket_folder),
        "PORT": embedded_postgres.PORT,
        **KEPT_OPEN,
    }
