"""The test suite: a real database, files in a folder of its own."""

import tempfile
from pathlib import Path

from .dev import *  # noqa: F403
from .dev import STORAGES

DEBUG = False
SECRET_KEY = "test-only-not-a-secret"  # noqa: S105
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
FILES_DIR = Path(tempfile.mkdtemp(prefix="commemoration-test-"))
MEDIA_ROOT = FILES_DIR / "media"
STORAGES = {
    **STORAGES,
    "working": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": FILES_DIR / "working", "base_url": None},
    },
    "masters": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": FILES_DIR / "masters", "base_url": None},
    },
}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
