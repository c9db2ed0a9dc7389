"""The public site. Refuses to start without what it cannot do without."""

from commemoration.database import configured_database

from .base import *  # noqa: F403
from .base import env

DEBUG = False
SECRET_KEY = env("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
DATABASES = {
    "default": configured_database(env("DATABASE_URL", default=""), None),
}
DEMO_ALLOWED = False
DEVELOPMENT_PAGES = False
