"""Addresses of veterans and presentations: in a language, and the permanent ones without."""

from django.urls import path, register_converter
from django.urls.converters import IntConverter

from tributes.veterans import views


class VeteranNumberConverter(IntConverter):
    """A number that the column of numbers can hold."""

    regex = "[1-9][0-9]{0,8}"


class PictureFormConverter:
    regex = "avif|webp|jpg"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


register_converter(VeteranNumberConverter, "veteran_number")
register_converter(PictureFormConverter, "picture_form")

app_name = "veterans"
urlpatterns = [
    path("veteran/<veteran_number:number>/", views.veteran, name="veteran"),
    path("medal-presentation/<slug:slug>/", views.presentation, name="presentation"),
]

# Included outside the language prefixes.
permanent_urlpatterns = [
    path(
        "veteran/<veteran_number:number>/", views.veteran_in_any_language, name="permanent_veteran"
    ),
    path(
        "medal-presentation/<slug:slug>/",
        views.presentation_in_any_language,
        name="permanent_presentation",
    ),
    path(
        "veteran-pictures/<uuid:uuid>/<int:width>.<picture_form:form>",
        views.picture,
        name="veteran_picture",
    ),
]
