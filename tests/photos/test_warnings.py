"""A picture under a content warning: a blurred file stands for it while it is warned of."""

import io
import re

import pytest
from django.core.files.storage import default_storage
from PIL import Image, ImageStat

from photos.models import ArchiveImage
from photos.picture_files import public_folder, working_storage
from photos.services.picture_checks import heal_pictures, picture_breaches
from photos.services.pictures import store_picture
from photos.services.records import publish_photo, update_photo, withdraw_photo
from tests.factories.pages import build_site
from tests.factories.photos import ArchiveImageFactory, PhotoFactory
from tests.factories.pictures import encoded

pytestmark = pytest.mark.django_db


def blurred_address(image: ArchiveImage) -> str:
    return f"{public_folder(image.uuid)}/blurred.jpg"


def is_public(image: ArchiveImage) -> bool:
    return default_storage.exists(blurred_address(image))


def contrast(image: ArchiveImage, name: str) -> float:
    """How far the greys of a working file lie apart, 0 to 127."""
    folder = image.file.name.rpartition("/")[0]
    with working_storage().open(f"{folder}/{name}") as file:
        return ImageStat.Stat(Image.open(file).convert("L")).stddev[0]


def test_blurred_file_keeps_the_shape_and_nothing_of_what_is_shown():
    stripes = Image.new("L", (600, 400))
    for left in range(0, 600, 12):
        stripes.paste(255, (left, 0, left + 6, 400))

    image = store_picture(file=io.BytesIO(encoded(stripes)), original_name="stripes.jpg")

    assert (image.blurred["width"], image.blurred["height"]) == (640, 427)
    assert image.blurred["jpg"] < 8_000
    assert contrast(image, "600.jpg") > 100
    assert contrast(image, "blurred.jpg") < 10


@pytest.mark.parametrize("size", [(1, 1), (1000, 20), (20, 1000)])
def test_picture_of_any_shape_can_be_blurred(size):
    file = io.BytesIO(encoded(Image.new("L", size, 90)))

    image = store_picture(file=file, original_name="odd.jpg")

    assert max(image.blurred["width"], image.blurred["height"]) == 640
    assert contrast(image, "blurred.jpg") < 1


def test_blurred_file_comes_and_goes_with_the_warning(commit, client):
    with commit():
        photo = PhotoFactory(published=True)
    assert not is_public(photo.image)

    with commit():
        publish_photo(update_photo(photo, content_warning="death"))
    assert is_public(photo.image)
    with commit():
        publish_photo(update_photo(photo, content_warning=""))

    assert not is_public(photo.image)
    assert picture_breaches() == []


def test_draft_warning_changes_nothing_yet(commit):
    with commit():
        photo = PhotoFactory(published=True)
        update_photo(photo, content_warning="death")

    assert not is_public(photo.image)


def test_picture_of_two_photographs_is_blurred_while_one_of_them_warns(commit, client):
    with commit():
        image = ArchiveImageFactory()
        PhotoFactory(image=image, published=True)
        warned = PhotoFactory(image=image, content_warning="camp", published=True)
    assert is_public(image)

    with commit():
        withdraw_photo(warned)

    assert not is_public(image)


def test_blurred_file_of_a_withdrawn_photograph_is_gone(commit, client):
    with commit():
        photo = PhotoFactory(content_warning="death", published=True)
    address = f"/media/{blurred_address(photo.image)}"
    assert client.get(address).status_code == 200

    with commit():
        withdraw_photo(photo)

    assert client.get(address).status_code == 410


def test_check_finds_a_cover_that_nobody_asked_for_and_healing_follows_the_record(commit):
    with commit():
        photo = PhotoFactory(content_warning="death", published=True)
    ArchiveImage.objects.update(is_covered=False)
    assert "terms_not_of_its_records" in {each.kind for each in picture_breaches()}

    with commit():
        heal_pictures()

    assert is_public(photo.image)
    assert picture_breaches() == []


@pytest.mark.parametrize("address", ["/en/photos/", "/en/search/?q=markers"])
def test_list_shows_the_blurred_file_and_keeps_the_picture_for_the_choice(client, commit, address):
    build_site()
    with commit():
        photo = PhotoFactory(content_warning="death", published=True)
    folder = f"/media/{public_folder(photo.image.uuid)}"

    page = client.get(address).content.decode()
    at_once, waiting = parted(page)

    assert set(re.findall(rf"{folder}/[\w.]+", at_once)) == {f"{folder}/blurred.jpg"}
    assert f"{folder}/48.jpg" in waiting
    assert "Shows people who have died" in at_once
    assert "data-cover-show-all" in page


def test_list_without_a_warning_offers_no_choice(client, commit):
    with commit():
        PhotoFactory(published=True)

    page = client.get("/en/photos/").content.decode()

    assert "collection-grid__frame" in page
    assert "data-cover-show-all" not in page


def parted(page: str) -> tuple[str, str]:
    """What a browser fetches at once, and what stands in templates."""
    waiting = re.findall(r"<template.*?</template>", page, re.DOTALL)
    return re.sub(r"<template.*?</template>", "", page, flags=re.DOTALL), "".join(waiting)
