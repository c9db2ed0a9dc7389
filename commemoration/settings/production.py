"""The public site. Refuses to start without what it cannot do without."""

from django.core.exceptions import ImproperlyConfigured

from commemoration.database import configured_database

from .base import *  # noqa: F403
from .base import env

REQUIRED = {
    "DATABASE_URL": "the PostgreSQL server, as postgres://user:password@host:5432/name",
    "SECRET_KEY": "a long random text that nobody else knows",
    "ALLOWED_HOSTS": "the names of the site, separated by commas",
}
missing = [f"{name} ({meaning})" for name, meaning in REQUIRED.items() if not env(name, default="")]
if missing:
    raise ImproperlyConfigured(f"Production needs {'; '.join(missing)}. See .env.example.")

DEBUG = False
SECRET_KEY = env("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
DATABASES = {"default": configured_database(env("DATABASE_URL"))}
DEMO_ALLOWED = False
DEVELOPMENT_PAGES = False
