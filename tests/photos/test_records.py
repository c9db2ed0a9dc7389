import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from photos.models import (
    ArchiveImage,
    Collection,
    CollectionText,
    Photo,
    PhotoActivity,
    PhotoText,
)
from tests.factories.photos import PhotoFactory

pytestmark = pytest.mark.django_db


def test_slug_is_made_from_the_accession_number():
    photo = PhotoFactory(accession="ЦГАКФД 0-359941/2")

    assert photo.slug == "tsgakfd-0-359941-2"


def test_slugs_that_collide_get_a_number():
    photos = [PhotoFactory(accession=text) for text in ("SP 1", "SP/1", "SP.1")]

    assert [photo.slug for photo in photos] == ["sp-1", "sp-1-2", "sp-1-3"]


def test_slug_follows_the_accession_number_until_publication():
    photo = PhotoFactory(accession="SP-1")

    photo.accession = "SP-2"
    photo.save()

    assert Photo.objects.get().slug == "sp-2"


def test_slug_stays_once_published():
    photo = PhotoFactory(accession="SP-1", published=True)

    photo.accession = "SP-2"
    photo.save()

    assert Photo.objects.get().slug == "sp-1"


def test_publishing_a_corrected_accession_number_makes_its_slug():
    photo = PhotoFactory(accession="SP-1")
    photo.accession = "SP-2"
    revision = photo.save_revision()

    revision.publish()

    assert Photo.objects.get().slug == "sp-2"


def test_publishing_an_older_version_keeps_the_published_slug():
    photo = PhotoFactory(accession="SP-1", published=True)
    older = photo.latest_revision
    Photo.objects.filter(pk=photo.pk).update(slug="kept")

    older.refresh_from_db()
    older.publish()

    assert Photo.objects.get().slug == "kept"


def test_accession_numbers_that_differ_by_case_or_spaces_are_one():
    PhotoFactory(accession="SP 1")

    with pytest.raises(ValidationError) as refusal:
        PhotoFactory(accession=" sp   1 ")

    assert "already has this accession number" in str(refusal.value)


def test_database_refuses_an_accession_number_in_another_case():
    PhotoFactory(accession="ЦГА 1")
    other = PhotoFactory(accession="ЦГА 2")

    with pytest.raises(IntegrityError), transaction.atomic():
        Photo.objects.filter(pk=other.pk).update(accession="цга 1")


def test_photographs_are_in_the_order_of_their_numbers():
    for accession in ("SP-10", "SP-2", "SP-1"):
        PhotoFactory(accession=accession)

    assert [photo.accession for photo in Photo.objects.visible_order()] == ["SP-1", "SP-2", "SP-10"]


@pytest.mark.parametrize(
    "position",
    [
        {"latitude": 50},
        {"longitude": 4},
        {"latitude": 91, "longitude": 4},
        {"latitude": 50, "longitude": -181},
    ],
)
def test_database_refuses_a_broken_position(position):
    photo = PhotoFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        Photo.objects.filter(pk=photo.pk).update(**position)


@pytest.mark.parametrize("columns", [{"rights": ""}, {"withdrawn_at": "1945-05-09T00:00Z"}])
def test_database_refuses_a_live_photograph_that_may_not_be_seen(columns):
    photo = PhotoFactory(published=True)

    with pytest.raises(IntegrityError), transaction.atomic():
        Photo.objects.filter(pk=photo.pk).update(**columns)


def test_database_refuses_an_empty_title():
    photo = PhotoFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        PhotoText.objects.filter(photo=photo).update(title="  ")


@pytest.mark.parametrize(
    ("model", "columns"),
    [
        (Photo, {"rights": "mine"}),
        (Photo, {"content_warning": "boring"}),
        (Photo, {"original_language": "de"}),
        (PhotoText, {"language": "de"}),
        (CollectionText, {"language": "de"}),
        (Collection, {"section": "nowhere"}),
        (Collection, {"level": "box"}),
        (ArchiveImage, {"tile_state": "somehow"}),
        (ArchiveImage, {"tile_fault": "disk"}),
        (PhotoActivity, {"kind": "Move"}),
    ],
)
def test_database_refuses_what_the_archive_has_no_word_for(model, columns):
    PhotoFactory(published=True)
    CollectionText.objects.get_or_create(
        collection=Collection.objects.get(), language="en", defaults={"title": "Plates"}
    )
    assert model.objects.exists()

    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.update(**columns)


def test_database_refuses_two_texts_in_one_language():
    photo = PhotoFactory(texts={"en": {"title": "One"}})

    with pytest.raises(IntegrityError), transaction.atomic():
        PhotoText.objects.create(photo=photo, language="en", title="Two")


def test_date_gives_its_bounds():
    photo = PhotoFactory(date="1944-09")

    assert [str(photo.date_earliest), str(photo.date_latest)] == ["1944-09-01", "1944-09-30"]
