"""The image service, outside the languages: `/iiif/3/<uuid>/…`."""

from django.urls import path

from photos.iiif import views

app_name = "iiif"
urlpatterns = [
    path("<uuid:uuid>", views.service, name="service"),
    path("<uuid:uuid>/", views.service),
    path("<uuid:uuid>/info.json", views.information, name="information"),
    path("<uuid:uuid>/<path:name>", views.tile, name="tile"),
]
