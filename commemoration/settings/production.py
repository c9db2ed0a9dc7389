"""The public site. Refuses to start without what it cannot do without."""

from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from commemoration.database import configured_database

from .base import *  # noqa: F403
from .base import env
from .logs import logging_to_stderr

REQUIRED = {
    "DATABASE_URL": "the PostgreSQL server, as postgres://user:password@host:5432/name",
    "SECRET_KEY": "a long random text that nobody else knows",
    "ALLOWED_HOSTS": "the names of the site, separated by commas",
    "SITE_URL": "the public address, as https://example.org",
    "EMAIL_URL": "the mail server, as smtp+tls://user:password@host:587",
    "DEFAULT_FROM_EMAIL": "who the letters of the site come from",
    "FEEDBACK_ADDRESS": "who reads what visitors write through the feedback form",
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
REQUIRE_2FA = True
LOGGING = logging_to_stderr("json", level=env("LOG_LEVEL", default="INFO"))

# Everything over HTTPS, for a year once seen. The probes of the machine room come without it.
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=365 * 24 * 3600)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
CSRF_TRUSTED_ORIGINS = ["{0.scheme}://{0.netloc}".format(urlsplit(env("SITE_URL")))]
if TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
