"""A database for one run of a bench, made before it and removed after it."""

import contextlib

from django.conf import settings
from django.db import connection


@contextlib.contextmanager
def own_database():
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(settings.DATABASES["default"]["NAME"], verbosity=0)
