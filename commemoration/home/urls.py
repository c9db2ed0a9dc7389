"""The addresses of the pages, below the language prefix."""

from django.conf import settings
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls

from commemoration.home.dev import views as dev
from commemoration.home.feedback import views as feedback
from commemoration.home.views import pages, search, wellknown

development = [path("dev/components/", dev.components, name="components")]

urlpatterns = [
    *(development if settings.DEVELOPMENT_PAGES else []),
    path("search/", search.search, name="search"),
    path("feedback/", feedback.feedback, name="feedback"),
    path("feedback/thanks/", feedback.thanks, name="feedback_thanks"),
    # Wagtail's own pattern under its own name, so that pages know their addresses.
    re_path(wagtail_urls.serve_pattern, pages.page, name="wagtail_serve"),
    path("", include(wagtail_urls)),
]

# Included outside the language prefixes.
unprefixed_urlpatterns = [
    path("", pages.choose_language, name="choose_language"),
    path("robots.txt", wellknown.robots_txt, name="robots_txt"),
    path("sitemap.xml", wellknown.sitemap_index, name="sitemap"),
    path("sitemap-pages.xml", wellknown.sitemap_pages, name="sitemap_pages"),
    path("sitemap-photos-<int:number>.xml", wellknown.sitemap_photos, name="sitemap_photos"),
    path("sitemap-<slug:kind>-<int:number>.xml", wellknown.sitemap_records, name="sitemap_records"),
    path(".well-known/security.txt", wellknown.security_txt, name="security_txt"),
]
