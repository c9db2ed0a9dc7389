"""What files say of themselves is suggested, in the order in which it can be believed."""

import pytest
from django.urls import reverse

from photos.embedded import suggestions
from photos.models import ArchiveImage, Photo
from tests.factories.photos import PhotoFactory
from tests.factories.staff import superuser


def said(metadata: dict) -> dict[str, str]:
    return {each.field: each.value for each in suggestions(metadata)}


def test_newer_standard_is_believed_first():
    metadata = {
        "xmp": {"title": "Надгробия | Grave markers", "creator": "A. Specimen"},
        "iptc": {"ObjectName": "SCAN 12", "Byline": "B. Other", "Caption": "Вид с дороги"},
        "exif": {"Artist": "C. Other", "ImageDescription": "Another caption"},
    }

    assert said(metadata) == {
        "title": "Надгробия",
        "photographer": "A. Specimen",
        "caption": "Вид с дороги",
    }
    assert [each.place for each in suggestions(metadata)] == [
        "XMP title",
        "IPTC Caption",
        "XMP creator",
    ]


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("19450508", "1945-05-08"),
        ("19450000", "1945"),
        ("1945-05", "1945-05"),
        ("1945-05-08T12:00:00", "1945-05-08"),
        ("00000000", None),
        ("spring", None),
    ],
)
def test_dates_become_edtf(written, edtf):
    assert said({"iptc": {"DateCreated": written}}).get("date") == edtf


def test_date_of_scanning_is_not_suggested():
    assert said({"exif": {"DateTimeOriginal": "2019:03:04 10:00:00"}}) == {}


@pytest.mark.parametrize("noise", ["OLYMPUS DIGITAL CAMERA", "SONY DSC", "   ", "---", "default"])
def test_what_a_camera_writes_by_itself_is_no_caption(noise):
    assert said({"exif": {"ImageDescription": noise}}) == {}


def test_rights_are_suggested_only_where_they_are_a_known_statement():
    known = {"xmp": {"WebStatement": "https://creativecommons.org/licenses/by/4.0/"}}
    assert said(known)["rights"] == "CC-BY-4.0"
    assert "rights" not in said({"xmp": {"rights": "All rights reserved"}})


def test_keywords_become_one_subject_on_each_line():
    assert said({"iptc": {"Keywords": "birches | graves | birches"}})["subjects"] == (
        "birches\ngraves"
    )


@pytest.mark.django_db
def test_edit_screen_shows_what_the_file_says(client, settings):
    settings.WAGTAIL_2FA_REQUIRED = False
    client.force_login(superuser())
    photo = PhotoFactory()
    address = reverse(f"{Photo.snippet_viewset.url_namespace}:edit", args=[photo.pk])
    assert "Где стоит дом" not in client.get(address).content.decode()

    ArchiveImage.objects.filter(pk=photo.image_id).update(
        embedded_metadata={"iptc": {"Caption": "Где стоит дом <b>"}}
    )

    page = client.get(address).content.decode()
    assert "Где стоит дом &lt;b&gt;" in page
    assert "IPTC Caption" in page
    assert photo.texts.get(language="en").caption == ""
