"""A developer's machine, and the demonstration that `make run` shows."""

from commemoration.database import configured_database

from .base import *  # noqa: F403
from .base import STATE_DIR, STORAGES, env
from .logs import logging_to_stderr

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env("SECRET_KEY", default="development-only-not-a-secret")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
DATABASES = {
    "default": configured_database(env("DATABASE_URL", default=""), STATE_DIR / "postgres")
}
DEMO_ALLOWED = True
DEVELOPMENT_PAGES = True
REQUIRE_2FA = env.bool("REQUIRE_2FA", default=False)

STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG

if not env("EMAIL_URL", default=""):
    OUTBOX_TRANSPORT = {"EMAIL_BACKEND": "commemoration.core.outbox.mail_folder.MailFolderBackend"}

LOGGING = logging_to_stderr("plain", level="WARNING")
