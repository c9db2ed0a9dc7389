"""The addresses for programs, which name no language."""

from django.urls import path

from tributes.graves.exports import views

export_urlpatterns = [
    path("data/burial-sites.geojson", views.burial_sites_geojson, name="burial_sites_geojson"),
    path("data/people.csv", views.people_csv, name="people_csv"),
]
