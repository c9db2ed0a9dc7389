"""The test suite: a real database, files in a folder of its own."""

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
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
_files = tempfile.TemporaryDirectory(prefix="commemoration-test-")  # removed with the process
FILES_DIR = Path(_files.name)
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
}
IMPORT_WORK_DIR = FILES_DIR / "imports" / "unpacked"
IMPORT_SERVER_DIR = FILES_DIR / "imports" / "folders"
OUTBOX_TRANSPORT = {"EMAIL_BACKEND": "django.core.mail.backends.locmem.EmailBackend"}
MAIL_FOLDER = FILES_DIR / "mail"
