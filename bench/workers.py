"""Processes that work in the folders of a bench, or of a test, and on its database."""

import os
import subprocess
import sys

from django.conf import settings
from django.db import connection

WORKER = """
import django, sys
django.setup()
from django.core.management import call_command
from django.db import connection
connection.settings_dict["NAME"] = sys.argv[1]
call_command("db_worker", batch=True, interval=0, verbosity=0)
"""


def environment() -> dict[str, str]:
    """What makes `bench.settings` of a new process those of this one."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "bench.settings",
        "BENCH_FILES_DIR": str(settings.FILES_DIR),
    }


def start_worker() -> subprocess.Popen:
    """The worker of the Procfile; it ends when no task waits."""
    command = [sys.executable, "-c", WORKER, connection.settings_dict["NAME"]]
    return subprocess.Popen(command, env=environment(), cwd=settings.BASE_DIR)
