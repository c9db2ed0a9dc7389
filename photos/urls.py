"""Addresses of photographs: in a language, and the permanent ones without."""

from django.urls import path

from photos import views
from photos.exports.urls import export_urlpatterns

app_name = "photos"
urlpatterns = [
    path("photo/<slug:slug>/citation.<str:form>", views.citation, name="citation"),
    path("photos/", views.search, name="search"),
    path("photo/<slug:slug>/", views.photo, name="photo"),
]

# Included outside the language prefixes.
permanent_urlpatterns = [
    path("photo/<slug:slug>/", views.photo_in_any_language, name="permanent_photo"),
    path("photo/<slug:slug>/<int:width>.jpg", views.download, name="photo_download"),
    *export_urlpatterns,
]
