"""The test suite: a real database, files in a folder of its own."""

import os
import tempfile
from pathlib import Path

from commemoration.database import configured_database

from .base import *  # noqa: F403
from .base import STATE_DIR, STORAGES, env

DEBUG = False
SECRET_KEY = "test-only-not-a-secret"  # noqa: S105
ALLOWED_HOSTS = ["*"]
# A server of its own, that needs not survive a power cut: the one of `make run` is left in peace.
DATABASES = {
    "default": configured_database(
        env("DATABASE_URL", default=""), STATE_DIR / "postgres-test", durable=False
    )
}
DEMO_ALLOWED = True
DEVELOPMENT_PAGES = True
REQUIRE_2FA = False  # the tests of the second factor turn it on
ALTCHA_COST = 0  # so do those of the proof of work
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# The first process makes the folder and removes it when it ends. The processes that it starts have
# theirs inside: many of them are killed, and could not tidy up after themselves.
if "TEST_FILES_DIR" not in os.environ:
    _files = tempfile.TemporaryDirectory(prefix="commemoration-test-", ignore_cleanup_errors=True)
    os.environ["TEST_FILES_DIR"] = _files.name
FILES_DIR = Path(tempfile.mkdtemp(dir=os.environ["TEST_FILES_DIR"]))
STATIC_ROOT = Path(os.environ["TEST_FILES_DIR"]) / "static"  # must exist, or whitenoise warns
STATIC_ROOT.mkdir(exist_ok=True)
WHITENOISE_USE_FINDERS = True
MEDIA_ROOT = FILES_DIR / "media"
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    "working": {
        **STORAGES["working"],
        "OPTIONS": {**STORAGES["working"]["OPTIONS"], "location": str(FILES_DIR / "working")},
    },
    "masters": {
        **STORAGES["masters"],
        "OPTIONS": {**STORAGES["masters"]["OPTIONS"], "location": str(FILES_DIR / "masters")},
    },
    "papers": {
        **STORAGES["papers"],
        "OPTIONS": {**STORAGES["papers"]["OPTIONS"], "location": str(FILES_DIR / "papers")},
    },
    "submitted": {
        **STORAGES["submitted"],
        "OPTIONS": {**STORAGES["submitted"]["OPTIONS"], "location": str(FILES_DIR / "submitted")},
    },
}
IMPORT_WORK_DIR = FILES_DIR / "imports" / "unpacked"
IMPORT_SERVER_DIR = FILES_DIR / "imports" / "folders"
OUTBOX_TRANSPORT = {"EMAIL_BACKEND": "django.core.mail.backends.locmem.EmailBackend"}
TOMBSTONE_DIR = FILES_DIR / "tombstones"
MAIL_FOLDER = FILES_DIR / "mail"
