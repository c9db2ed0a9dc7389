"""Decides whether the site can do its work, for those who watch over it."""

import shutil

from django.conf import settings
from django.db import DatabaseError, connection

from commemoration.core.runtime.heartbeat import living_workers


def failing() -> dict[str, str]:
    """What does not work, each with a sentence that holds no secret; empty if all is well."""
    found = {"database": _database(), "disk": _disk()}
    # Without the database nothing is known of the worker.
    found["worker"] = "" if found["database"] else _worker()
    return {name: problem for name, problem in found.items() if problem}


def _database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return "The database does not answer."
    return ""


def _worker() -> str:
    try:
        return "" if living_workers() else "No task worker has given a sign of life."
    except DatabaseError:
        return "The database has no table of workers: run the migrations."


def _disk() -> str:
    try:
        free = shutil.disk_usage(settings.STATE_DIR).free
    except OSError:
        return "The folder of the site's files cannot be read."
    if free < settings.FREE_DISK_NEEDED:
        return f"{free // 1024 // 1024} MB of disk are free."
    return ""
