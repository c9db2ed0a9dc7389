"""Addresses of the search for names: the page in each language, and the one for programs."""

from django.urls import path

from commemoration.names import views

app_name = "names"
urlpatterns = [path("names/", views.names, name="names")]

# Included outside the language prefixes.
permanent_urlpatterns = [path("api/names", views.names_json, name="names_json")]
