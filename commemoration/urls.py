"""Every address of the site."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from commemoration.core.health.views import alive, ready
from commemoration.core.media.views import public_file
from commemoration.home import urls as home_urls
from commemoration.names import urls as names_urls
from commemoration.organisations import urls as organisation_urls
from commemoration.submissions import urls as submission_urls
from photos import urls as photos_urls
from tributes.graves import urls as graves_urls
from tributes.graves.caretakers import urls as caretaker_urls
from tributes.regiment import urls as regiment_urls
from tributes.veterans import urls as veterans_urls

urlpatterns = [
    path("", include(home_urls.unprefixed_urlpatterns)),
    path("healthz", alive, name="healthz"),
    path("readyz", ready, name="readyz"),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    # Answered by a middleware of its own, before sessions and languages.
    path("iiif/3/", include("photos.iiif.urls")),
    *photos_urls.permanent_urlpatterns,
    *organisation_urls.permanent_urlpatterns,
    path("", include((submission_urls.permanent_urlpatterns, "submission_links"))),
    path("", include((caretaker_urls.permanent_urlpatterns, "caretaker_links"))),
    *names_urls.permanent_urlpatterns,
    *graves_urls.permanent_urlpatterns,
    *regiment_urls.permanent_urlpatterns,
    *veterans_urls.permanent_urlpatterns,
    path(f"{settings.MEDIA_URL.strip('/')}/<path:name>", public_file, name="public_file"),
    *i18n_patterns(
        path("", include(photos_urls)),
        path("", include(organisation_urls)),
        path("", include(submission_urls)),
        path("", include(names_urls)),
        path("", include(graves_urls)),
        path("", include(regiment_urls)),
        path("", include(veterans_urls)),
        path("", include(home_urls)),
    ),
]

if settings.DEVELOPMENT_PAGES:
    urlpatterns += [path("dev/mail/", include("commemoration.core.outbox.urls"))]

handler400 = "commemoration.core.http.errors.bad_request"
handler403 = "commemoration.core.http.errors.forbidden"
handler404 = "commemoration.core.http.errors.not_found"
handler500 = "commemoration.core.http.errors.server_error"
