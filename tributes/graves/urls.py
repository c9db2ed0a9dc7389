"""Addresses of burial sites and of the buried: in a language, and the permanent ones without."""

from django.urls import path, register_converter
from django.urls.converters import IntConverter

from tributes.graves import views
from tributes.graves.exports.urls import export_urlpatterns


class RecordNumberConverter(IntConverter):
    """A number that the column of numbers can hold."""

    regex = "[1-9][0-9]{0,8}"


register_converter(RecordNumberConverter, "record_number")

app_name = "graves"
urlpatterns = [
    path("burial-site/<slug:slug>/", views.site, name="site"),
    path("person/<record_number:number>/", views.person, name="person"),
]

# Included outside the language prefixes.
permanent_urlpatterns = [
    path("burial-site/<slug:slug>/", views.site_in_any_language, name="permanent_site"),
    path("person/<record_number:number>/", views.person_in_any_language, name="permanent_person"),
    *export_urlpatterns,
]
