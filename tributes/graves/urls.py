"""Addresses of burial sites and of the buried: in a language, and the permanent ones without."""

from django.urls import path, register_converter
from django.urls.converters import IntConverter

from tributes.graves.caretakers import urls as caretakers
from tributes.graves.exports.urls import export_urlpatterns
from tributes.graves.views import maps, records, sheets


class RecordNumberConverter(IntConverter):
    """A number that the column of numbers can hold."""

    regex = "[1-9][0-9]{0,8}"


register_converter(RecordNumberConverter, "record_number")

app_name = "graves"
urlpatterns = [
    path("burial-site/<slug:slug>/", records.site, name="site"),
    path("person/<record_number:number>/", records.person, name="person"),
    path("burial-site/<slug:slug>/sheet/", sheets.site_sheet_page, name="site_sheet"),
    path("burial-site/<slug:slug>/qr.svg", sheets.site_code, name="site_code"),
    path("person/<record_number:number>/sheet/", sheets.person_sheet_page, name="person_sheet"),
    path("person/<record_number:number>/qr.svg", sheets.person_code, name="person_code"),
    path("burial-sites/points.json", maps.points, name="map_points"),
    path("burial-sites/facts.json", maps.facts, name="map_facts"),
    *caretakers.urlpatterns,
]

# Included outside the language prefixes.
permanent_urlpatterns = [
    path("burial-site/<slug:slug>/", records.site_in_any_language, name="permanent_site"),
    path("person/<record_number:number>/", records.person_in_any_language, name="permanent_person"),
    *export_urlpatterns,
]
