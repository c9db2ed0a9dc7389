"""The addresses of the pages, below the language prefix."""

from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls

from commemoration.home.views import pages, search

urlpatterns = [
    path("search/", search.search, name="search"),
    # Wagtail's own pattern under its own name, so that pages know their addresses.
    re_path(wagtail_urls.serve_pattern, pages.page, name="wagtail_serve"),
    path("", include(wagtail_urls)),
]
