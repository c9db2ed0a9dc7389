"""Synthetic records are like published ones, come in the number asked for, and go again."""

import io
import shutil

import pytest
from django.core.management import CommandError, call_command

from commemoration.home.load_data import pictures
from commemoration.home.load_data.photos import PLACE_OF, SLUGS
from photos.models import ArchiveImage, Collection, CollectionPage, Photo, PhotoText
from photos.services.picture_checks import picture_breaches
from photos.services.records import update_photo
from tests.factories.pages import build_site
from tests.factories.photos import PhotoFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def site(monkeypatch, settings):
    """A site with empty storages; the drawn pictures are small, since ingest takes its time."""
    monkeypatch.setattr(pictures, "SIZES", {"A": (480, 320), "B": (330, 400)})
    shutil.rmtree(settings.FILES_DIR, ignore_errors=True)
    settings.FILES_DIR.mkdir()
    return build_site()


def make(*arguments) -> str:
    out = io.StringIO()
    call_command("make_load_data", *arguments, stdout=out)
    return out.getvalue()


def test_synthetic_records_are_like_published_ones(client):
    make("--photos", "17")

    photo = Photo.objects.get(accession="SYN-000001")
    assert photo.slug == "syn-000001"
    assert (str(photo.date_earliest), str(photo.date_latest)) == ("1944-01-01", "1944-12-31")
    assert PhotoText.objects.filter(photo=photo).count() == 4
    assert {photo.collection.slug for photo in Photo.objects.all()} == set(SLUGS)
    assert CollectionPage.objects.live().count() == 4 * len(SLUGS)
    for language, title in (
        ("en", "Synthetic record 000001"),
        ("ru", "Синтетическая запись 000001"),
    ):
        assert title in client.get(f"/{language}/photo/syn-000001/").content.decode()
        page = client.get(f"/{language}/embassy/photo-archive/{SLUGS[0]}/").content.decode()
        assert page.count("card__link") == PLACE_OF.count(0) + 1
        assert page.count("<picture") == PLACE_OF.count(0) + 1


def test_synthetic_photograph_can_be_changed_like_any_other():
    make("--photos", "1")
    photo = Photo.objects.get()

    changed = update_photo(photo, credit="Someone")

    assert changed.credit == "Someone"
    assert Photo.objects.get().credit == photo.credit


def test_second_run_adds_what_is_missing():
    first, second, third = make("--photos", "2"), make("--photos", "3"), make("--photos", "2")

    assert first.startswith("2 synthetic photographs added, 0 were there")
    assert second.startswith("1 synthetic photographs added, 2 were there")
    assert third.startswith("0 synthetic photographs added, 3 were there")
    assert Photo.objects.count() == 3


def test_pictures_have_their_files(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        make("--photos", "3")

    assert ArchiveImage.objects.published().count() == 3
    assert picture_breaches() == []


def test_removal_leaves_other_photographs(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        make("--photos", "3")
        collection = Collection.objects.get(slug=SLUGS[0])
        kept = PhotoFactory(accession="SYN-1", collection=collection, published=True)

        said = make("--remove")

    assert "3 synthetic photographs removed" in said
    assert [photo.pk for photo in Photo.objects.all()] == [kept.pk]
    assert list(ArchiveImage.objects.all()) == [kept.image]
    assert list(Collection.objects.all()) == [collection]
    assert CollectionPage.objects.count() == 4
    assert picture_breaches() == []


def test_production_refuses(settings):
    settings.DEMO_ALLOWED = False

    with pytest.raises(CommandError, match="production"):
        make("--photos", "1")

    assert Photo.objects.count() == 0


@pytest.mark.parametrize("arguments", [[], ["--photos", "0"], ["--photos", "1", "--remove"]])
def test_command_asks_for_one_thing(arguments):
    with pytest.raises(CommandError):
        make(*arguments)
