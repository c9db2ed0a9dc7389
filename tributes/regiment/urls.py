"""Addresses of the Immortal Regiment: in a language, and the permanent ones without."""

from django.urls import path, register_converter
from django.urls.converters import IntConverter

from tributes.regiment import exports, views
from tributes.regiment.placards import views as placards
from tributes.regiment.sharing import views as sharing


class EntryNumberConverter(IntConverter):
    """A number that the column of numbers can hold."""

    regex = "[1-9][0-9]{0,8}"


class PlacardFileConverter:
    regex = "(?:a4|a3|phone)[.](?:pdf|png)"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


register_converter(EntryNumberConverter, "entry_number")
register_converter(PlacardFileConverter, "placard_file")

app_name = "regiment"
urlpatterns = [
    path("regiment/procession/", views.procession, name="procession"),
    path("regiment/<entry_number:number>/", views.entry, name="entry"),
    path("regiment/<entry_number:number>/share.jpg", sharing.share_picture, name="share"),
    path("regiment/<entry_number:number>/placard/", placards.placard_page, name="placard"),
    path(
        "regiment/<entry_number:number>/placard/<placard_file:file>",
        placards.placard_file,
        name="placard_file",
    ),
]

# Included outside the language prefixes.
permanent_urlpatterns = [
    path("data/regiment.csv", exports.entries_csv, name="regiment_csv"),
    path("regiment/<entry_number:number>/", views.entry_in_any_language, name="permanent_entry"),
]
