"""Addresses of organisations: in a language, and the permanent ones without."""

from django.urls import path

from . import views

app_name = "organisations"
urlpatterns = [
    path("organisation/<slug:slug>/", views.organisation, name="organisation"),
]

# Included outside the language prefixes.
permanent_urlpatterns = [
    path(
        "organisation/<slug:slug>/",
        views.organisation_in_any_language,
        name="permanent_organisation",
    ),
]
