from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import timezone

from photos.models import ArchiveImage, Photo
from photos.services.records import (
    create_photo,
    publish_photo,
    restore_photo,
    unpublish_photo,
    update_photo,
    withdraw_photo,
)
from tests.factories.photos import ArchiveImageFactory, CollectionFactory, PhotoFactory

pytestmark = pytest.mark.django_db


def is_public(image) -> bool:
    return ArchiveImage.objects.get(pk=image.pk).published_at is not None


def test_create_photo_makes_a_draft_with_a_revision():
    photo = create_photo(
        accession="SP-1",
        image=ArchiveImageFactory(),
        collection=CollectionFactory(),
        texts={"ru": {"title": "Могилы у берёз"}},
        people=["А. Белов"],
    )

    assert not photo.live
    assert photo.original_language == "ru"
    assert photo.latest_revision.as_object().texts.get().title == "Могилы у берёз"


def test_create_photo_without_a_title_is_refused():
    with pytest.raises(ValidationError) as refusal:
        PhotoFactory(texts={})

    assert refusal.value.message_dict == {"texts": ["Give a title in at least one language."]}
    assert not Photo.objects.exists()


def test_create_photo_with_half_a_position_is_refused():
    with pytest.raises(ValidationError) as refusal:
        PhotoFactory(latitude=50)

    assert refusal.value.messages == ["Give both latitude and longitude, or neither."]


def test_update_photo_keeps_what_is_not_named():
    photo = PhotoFactory(place_then="Zwartberg", texts={"en": {"title": "One", "caption": "Kept"}})

    update_photo(photo, texts={"en": {"title": "Two"}, "fr": {"title": "Deux"}}, event="Burial")

    photo = Photo.objects.get()
    assert (photo.place_then, photo.event) == ("Zwartberg", "Burial")
    assert list(photo.texts.values_list("language", "title", "caption")) == [
        ("en", "Two", "Kept"),
        ("fr", "Deux", ""),
    ]


def test_update_photo_shows_nothing_before_publication():
    photo = PhotoFactory(published=True)

    update_photo(photo, texts={"en": {"title": "Changed"}})

    assert Photo.objects.get().texts.get().title == "Grave markers before birches"
    publish_photo(photo)
    assert Photo.objects.get().texts.get().title == "Changed"


def test_publish_photo_publishes_its_pictures():
    photo = PhotoFactory(verso=ArchiveImageFactory())

    photo = publish_photo(photo)

    assert photo.live
    assert is_public(photo.image)
    assert is_public(photo.verso)


def test_publish_photo_without_rights_is_refused():
    photo = PhotoFactory(rights="")

    with pytest.raises(ValidationError) as refusal:
        publish_photo(photo)

    assert refusal.value.messages == ["Choose a rights statement before you publish."]
    assert not Photo.objects.get().live
    assert not is_public(photo.image)


def test_publishing_another_picture_takes_the_first_one_back():
    photo = PhotoFactory(published=True)
    first, second = photo.image, ArchiveImageFactory()

    publish_photo(update_photo(photo, image=second))

    assert is_public(second)
    assert not is_public(first)


def test_unpublish_photo_takes_its_pictures_back():
    photo = PhotoFactory(published=True)

    photo = unpublish_photo(photo)

    assert not photo.live
    assert not is_public(photo.image)


def test_a_picture_stays_public_while_another_photograph_uses_it():
    image = ArchiveImageFactory()
    photo, _other = (PhotoFactory(image=image, published=True) for _ in range(2))

    unpublish_photo(photo)

    assert is_public(image)


def test_withdraw_photo_takes_it_back_for_good():
    photo = PhotoFactory(published=True)

    photo = withdraw_photo(photo, reason="Asked for by the family")

    assert not photo.live
    assert photo.withdrawn_at is not None
    assert not is_public(photo.image)


def test_withdrawn_photo_cannot_be_published():
    photo = withdraw_photo(PhotoFactory(published=True))

    with pytest.raises(ValidationError) as refusal:
        publish_photo(photo)

    assert "withdrawn" in str(refusal.value)
    assert not Photo.objects.get().live


def test_restored_photo_is_a_draft_until_it_is_published():
    photo = restore_photo(withdraw_photo(PhotoFactory(published=True)))
    assert not photo.live

    photo = publish_photo(photo)

    assert photo.live
    assert is_public(photo.image)


def test_withdrawing_cancels_a_scheduled_publication():
    photo = PhotoFactory()
    update_photo(photo, go_live_at=timezone.now() + timedelta(hours=1))
    publish_photo(photo)
    assert photo.revisions.filter(approved_go_live_at__isnull=False).exists()

    withdraw_photo(photo)

    assert not photo.revisions.filter(approved_go_live_at__isnull=False).exists()


def test_scheduled_publication_publishes_the_pictures():
    photo = PhotoFactory()
    update_photo(photo, go_live_at=timezone.now() + timedelta(hours=1))
    publish_photo(photo)
    assert not is_public(photo.image)
    _let_an_hour_pass(photo)

    call_command("publish_scheduled")

    assert Photo.objects.get().live
    assert is_public(photo.image)


def test_scheduled_expiry_takes_the_pictures_back():
    photo = PhotoFactory(published=True)
    Photo.objects.update(expire_at=timezone.now() - timedelta(minutes=1))

    call_command("publish_scheduled")

    assert not Photo.objects.get().live
    assert not is_public(photo.image)


def test_deleting_a_published_photograph_takes_its_pictures_back():
    photo = PhotoFactory(published=True)
    image = photo.image

    photo.delete()

    assert not is_public(image)


def _let_an_hour_pass(photo):
    """Move the scheduled moment into the past, as waiting would."""
    revision = photo.revisions.get(approved_go_live_at__isnull=False)
    past = timezone.now() - timedelta(minutes=1)
    revision.approved_go_live_at = past
    revision.content["go_live_at"] = past.isoformat()
    revision.save()
