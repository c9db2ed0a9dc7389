"""Two scans of one print are told to editors; two photographs are not taken for one."""

import io

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from PIL import Image, ImageEnhance

from photos.models import Photo
from photos.selectors.look_alikes import look_alikes
from photos.services.pictures import store_picture
from tests.factories.photos import PhotoFactory
from tests.factories.pictures import foliage
from tests.factories.staff import superuser

pytestmark = pytest.mark.django_db

PRINT = foliage(800, 600)


def scanned(**changes) -> bytes:
    """The same print again: brighter, smaller, more compressed."""
    with Image.open(io.BytesIO(PRINT)) as opened:
        picture = ImageEnhance.Brightness(opened.convert("L")).enhance(changes.get("light", 1.0))
        picture = picture.resize(changes.get("size", (800, 600)))
        if changes.get("mirrored"):
            picture = picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=changes.get("quality", 90))
    return file.getvalue()


def photo_of(data: bytes, accession: str) -> Photo:
    image = store_picture(file=ContentFile(data), original_name=f"{accession}.jpg")
    return PhotoFactory(accession=accession, image=image)


def test_another_scan_of_the_print_is_found():
    first = photo_of(scanned(), "SP-1")
    photo_of(scanned(light=1.2, size=(640, 480), quality=60), "SP-2")
    photo_of(scanned(mirrored=True), "SP-3")

    assert [each.accession for each in look_alikes(first)] == ["SP-2"]


def test_edit_screen_shows_the_way_to_it(client, settings):
    settings.WAGTAIL_2FA_REQUIRED = False
    client.force_login(superuser())
    first, second = photo_of(scanned(), "SP-1"), photo_of(scanned(quality=50), "SP-2")
    address = Photo.snippet_viewset.url_namespace + ":edit"

    page = client.get(reverse(address, args=[first.pk])).content.decode()

    assert f'href="{reverse(address, args=[second.pk])}"' in page
