"""What every environment shares; `.env.example` explains each variable."""

from datetime import timedelta
from pathlib import Path

import environ
from django.utils.translation import gettext_lazy as _

from .headers import *  # noqa: F403
from .maps import MapGround

BASE_DIR = Path(__file__).resolve().parent.parent.parent
env = environ.Env()
environ.Env.read_env(BASE_DIR / ".env")

STATE_DIR = Path(env("STATE_DIR", default=str(BASE_DIR / "var")))

INSTALLED_APPS = [
    "commemoration.home",
    "tributes.graves",
    "tributes.regiment",
    "tributes.veterans",
    "photos",
    "commemoration.organisations",
    "commemoration.submissions",
    "commemoration.names",
    "commemoration.core",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "commemoration.core.accounts.wagtail_users.StaffUsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "leaflet",
    "modelcluster",
    "taggit",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "axes",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
]

MIDDLEWARE = [
    "commemoration.core.http.request_log.RequestLogMiddleware",
    "commemoration.core.http.headers.HeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "photos.iiif.middleware.ImageServiceMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "commemoration.core.http.compression.PageCompressionMiddleware",
    "commemoration.core.http.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "commemoration.core.languages.middleware.LanguageMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "commemoration.core.accounts.middleware.SecondFactorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "axes.middleware.AxesMiddleware",
]

CSRF_FAILURE_VIEW = "commemoration.core.http.errors.csrf_failure"
ROOT_URLCONF = "commemoration.urls"
WSGI_APPLICATION = "commemoration.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Staff accounts.
AUTH_USER_MODEL = "core.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
AUTHENTICATION_BACKENDS = [
    "commemoration.core.accounts.backends.ThrottledLogin",
    "django.contrib.auth.backends.ModelBackend",
]
SESSION_COOKIE_AGE = 12 * 60 * 60  # a long working day
PASSWORD_RESET_TIMEOUT = 24 * 60 * 60
LOGIN_URL = "wagtailadmin_login"

# The second factor: a phone (RFC 6238) and recovery codes on paper.
REQUIRE_2FA = env.bool("REQUIRE_2FA", default=True)
OTP_TOTP_ISSUER = "Victory 75 Belgium"

# Wrong passwords; the limits are explained in core/accounts/throttle.py.
AXES_HANDLER = "commemoration.core.accounts.throttle.LoginThrottle"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "commemoration.core.accounts.throttle.locked_out"
AXES_USERNAME_CALLABLE = "commemoration.core.accounts.throttle.account_name"
AXES_CLIENT_IP_CALLABLE = "commemoration.core.accounts.throttle.address"
AXES_SENSITIVE_PARAMETERS = ["username", "csrfmiddlewaretoken", "next"]
AXES_VERBOSE = False

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    }
]

LANGUAGE_CODE = "en"
LANGUAGES = [
    ("en", _("English")),
    ("fr", _("French")),
    ("nl", _("Dutch")),
    ("ru", _("Russian")),
]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/Brussels"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = STATE_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = STATE_DIR / "media"

# Three places for files: what the public may fetch, what staff work on, and the untouched masters.
STORAGES = {
    "default": {"BACKEND": "commemoration.core.media.storage.WholeFileStorage"},
    "working": {
        "BACKEND": "commemoration.core.media.storage.WholeFileStorage",
        "OPTIONS": {"location": str(STATE_DIR / "working"), "base_url": "/admin/files/"},
    },
    "masters": {
        "BACKEND": "commemoration.core.media.storage.WholeFileStorage",
        "OPTIONS": {"location": str(STATE_DIR / "masters"), "base_url": None},
    },
    # Scans of signed papers: private, and no pictures of the archive.
    "papers": {
        "BACKEND": "commemoration.core.media.storage.WholeFileStorage",
        "OPTIONS": {"location": str(STATE_DIR / "papers"), "base_url": None},
    },
    # What the public sends: private, and kept apart until staff have decided.
    "submitted": {
        "BACKEND": "commemoration.core.media.storage.WholeFileStorage",
        "OPTIONS": {"location": str(STATE_DIR / "submitted"), "base_url": None},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Of each process, unless a server is named that all of them share.
CACHES = {"default": env.cache_url("CACHE_URL", default="locmemcache://")}

# /readyz warns before the disk is full.
FREE_DISK_NEEDED = env.int("FREE_DISK_MB", default=500) * 1024 * 1024

# Imports: where archives are unpacked, and where the server's owner may put folders of scans.
IMPORT_KEEP_DAYS = 90  # then the rows go, and with them the chance to undo
IMPORT_WORK_DIR = STATE_DIR / "imports" / "unpacked"
IMPORT_SERVER_DIR = Path(env("IMPORT_SERVER_DIR", default=str(STATE_DIR / "imports" / "folders")))

# The longer side, in pixels, of what the public may fetch of a photograph that is in copyright or
# that nobody has cleared. It fills a screen, so that faces and signs can be studied, and prints
# sharply (300 dpi) up to 13 cm only. Within half an hour of a change `heal_pictures` follows it.
# Never below SHORT_ENOUGH of core/ingest/limits.py: some pictures would have nothing to show.
LIMITED_LONGEST_SIDE = 1600

# How many months after a reported error is closed its sender's address is erased, and spam with it.
ERROR_REPORT_KEEP_MONTHS = 6

# What the public sends: how long a link in a letter opens it, how long a draft that nobody goes on
# with is kept, and what tells who sent something once it is over. Decided by the clock, daily.
SUBMISSION_LINK_DAYS = env.int("SUBMISSION_LINK_DAYS", default=60)
SUBMISSION_DRAFT_DAYS = env.int("SUBMISSION_DRAFT_DAYS", default=60)
SUBMISSION_KEEP_DAYS = env.int("SUBMISSION_KEEP_DAYS", default=90)
# The forms of the public ask browsers for a proof of work (altcha): how much is calculated for one
# try of about 150 (0: none is asked), how long it counts, and the key that signs what is asked.
ALTCHA_COST = env.int("ALTCHA_COST", default=10_000)
ALTCHA_MINUTES = 60
ALTCHA_HMAC_KEY = env("ALTCHA_HMAC_KEY", default="")  # "": derived from the SECRET_KEY
# How long the link of a caretaker of burial sites holds, unless staff revoke it before.
CARETAKER_LINK_DAYS = env.int("CARETAKER_LINK_DAYS", default=400)
# Within how many days staff answer somebody who objects to a page (GDPR, article 12.3: a month).
OBJECTION_DAYS = 30
# What was erased is remembered here, outside the database and its backups, to be erased again
# after a restore.
TOMBSTONE_DIR = Path(env("TOMBSTONE_DIR", default=str(STATE_DIR / "tombstones")))

# Letters are rows first; the periodic worker hands them to the server that EMAIL_URL names.
EMAIL_BACKEND = "commemoration.core.outbox.backend.OutboxBackend"
EMAIL_TIMEOUT = 30
OUTBOX_TRANSPORT = env.email_url("EMAIL_URL", default="smtp://localhost:25")
OUTBOX_KEEP_DAYS = 30
MAIL_FOLDER = STATE_DIR / "mail"
# Where mail servers report what did not arrive (`manage.py take_returned_letter` reads it); the
# sender itself while it is empty.
EMAIL_RETURN_ADDRESS = env("EMAIL_RETURN_ADDRESS", default="")
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="Victory 75 <noreply@localhost>")
# What others may do with the catalogue entries that /data/ gives out; not with the photographs.
PHOTO_METADATA_LICENCE = env(
    "PHOTO_METADATA_LICENCE", default="http://creativecommons.org/publicdomain/zero/1.0/"
)
# How often one visitor may look for a name within a minute.
NAME_SEARCHES_A_MINUTE = env.int("NAME_SEARCHES_A_MINUTE", default=60)
# What others may do with the lists of burial sites and of the buried that /data/ gives out. Their
# positions come from GeoNames, which asks to be named (CC BY 4.0).
BURIAL_DATA_LICENCE = env(
    "BURIAL_DATA_LICENCE", default="https://creativecommons.org/licenses/by/4.0/"
)
# What the map of burial sites stands on; see maps.py. Without either the site draws it itself.
MAP_GROUND = MapGround(
    tiles=env("MAP_TILES_URL", default=""),
    archive=env("MAP_PMTILES_URL", default=""),
    attribution=env("MAP_ATTRIBUTION", default=""),
    attribution_url=env("MAP_ATTRIBUTION_URL", default=""),
)
LEAFLET_CONFIG = MAP_GROUND.leaflet_config
FEEDBACK_ADDRESS = env("FEEDBACK_ADDRESS", default="site@localhost")

# How many proxies of our own write X-Forwarded-For; 0 if visitors reach the server directly.
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=0)

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

WAGTAIL_SITE_NAME = "Victory 75 · Belgium"
WAGTAILADMIN_BASE_URL = env("SITE_URL", default="http://localhost:8000")
WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_USER_TIME_ZONES = ["Europe/Brussels", "Europe/Moscow", "UTC"]
# A page sent for translation becomes a draft: what is not translated is not published.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAILEMBEDS_FINDERS = []  # the server asks no other host what a link shows
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILIMAGES_IMAGE_MODEL = "photos.ArchiveImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "photos.forms.images.ArchiveImageForm"
WAGTAILIMAGES_RENDITION_STORAGE = "working"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "tif", "tiff", "webp", "heic", "heif"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 1024 * 1024 * 1024  # the limit for staff: core/ingest/limits.py
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "simple"}
}
