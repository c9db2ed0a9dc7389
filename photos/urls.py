"""Addresses of photographs: in a language, and the permanent ones without."""

from django.conf import settings
from django.urls import path

from photos import picture_files, views
from photos.corrections.urls import corrections_urlpatterns
from photos.exports.urls import export_urlpatterns

app_name = "photos"
urlpatterns = [
    path("photo/<slug:slug>/citation.<str:form>", views.citation, name="citation"),
    path("photos/", views.search, name="search"),
    path("photo/<slug:slug>/", views.photo, name="photo"),
    *corrections_urlpatterns,
]

PICTURES = f"{settings.MEDIA_URL.strip('/')}/{picture_files.FOLDER}"

# Included outside the language prefixes, before all other files of MEDIA.
permanent_urlpatterns = [
    path(f"{PICTURES}/<uuid:uuid>/<str:name>", views.picture_file, name="picture_file"),
    path("photo/<slug:slug>/", views.photo_in_any_language, name="permanent_photo"),
    path("photo/<slug:slug>/<int:width>.jpg", views.download, name="photo_download"),
    *export_urlpatterns,
]
