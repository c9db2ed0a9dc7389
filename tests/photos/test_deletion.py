"""What a version of a photograph uses stays, whatever screen or command would delete it."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import ProtectedError
from django.urls import reverse
from django.utils import timezone

from photos.models import ArchiveImage, Collection, Photo
from photos.selectors.usage import is_picture_used
from photos.services.records import publish_photo, update_photo
from tests.factories.photos import ArchiveImageFactory, CollectionFactory, PhotoFactory
from tests.factories.staff import superuser

pytestmark = pytest.mark.django_db


@pytest.fixture
def drafted():
    """A public photograph whose draft has other pictures and another collection."""
    photo = PhotoFactory(accession="SP-1", verso=ArchiveImageFactory(), published=True)
    return update_photo(
        photo,
        image=ArchiveImageFactory(title="Better scan"),
        verso=ArchiveImageFactory(),
        collection=CollectionFactory(slug="other", identifier=""),
    )


@pytest.fixture
def editor(client, settings):
    settings.WAGTAIL_2FA_REQUIRED = False
    client.force_login(superuser())
    return client


def delete_past_django(table: str, pk: int):
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE id = %s", [pk])  # noqa: S608 - our own names


def messages_of(response) -> list[str]:
    return [str(message) for message in response.context["messages"]]


@pytest.mark.parametrize("name", ["image", "verso", "collection"])
def test_what_only_a_draft_uses_cannot_be_deleted(drafted, name):
    with pytest.raises(ProtectedError), transaction.atomic():
        getattr(drafted, name).delete()

    assert Photo.objects.get().get_latest_revision_as_object() == drafted


def test_picture_of_a_draft_counts_as_used(drafted):
    assert is_picture_used(drafted.image)
    assert is_picture_used(drafted.verso)
    assert not is_picture_used(ArchiveImageFactory())


def test_pictures_of_a_deleted_photograph_can_be_deleted(drafted):
    Photo.objects.get().delete()

    ArchiveImage.objects.all().delete()

    assert not ArchiveImage.objects.exists()


@pytest.mark.parametrize("in_bulk", [False, True])
def test_screens_say_why_a_picture_stays(editor, drafted, in_bulk):
    unused = ArchiveImageFactory()
    if in_bulk:
        address = reverse("wagtail_bulk_action", args=["photos", "archiveimage", "delete"])
        address += f"?id={unused.pk}&id={drafted.image_id}"
    else:
        address = reverse("wagtailimages:delete", args=[drafted.image_id])

    response = editor.post(address, follow=True)

    (message,) = messages_of(response)
    assert message == (
        "The picture “Better scan” cannot be deleted: a version of the photograph SP-1 still "
        "shows it. Delete the photograph, or keep the picture."
    )
    assert set(ArchiveImage.objects.filter(pk__in=[unused.pk, drafted.image_id])) == {
        unused,
        drafted.image,
    }


def test_screen_says_why_a_collection_stays(editor, drafted):
    address = reverse(
        f"{Collection.snippet_viewset.url_namespace}:delete", args=[drafted.collection_id]
    )

    response = editor.post(address, follow=True)

    (message,) = messages_of(response)
    assert message == (
        "The collection “other” cannot be deleted: a version of the photograph SP-1 still "
        "belongs to it. Delete the photograph, or keep the collection."
    )
    assert Collection.objects.filter(pk=drafted.collection_id).exists()


def test_draft_whose_picture_is_gone_shows_that_of_the_record(drafted):
    delete_past_django("photos_archiveimage", drafted.image_id)
    delete_past_django("photos_archiveimage", drafted.verso_id)
    row = Photo.objects.get()

    newest = row.get_latest_revision_as_object()

    assert (newest.image, newest.verso) == (row.image, row.verso)
    assert publish_photo(row).live


def test_scheduled_version_whose_picture_is_gone_stops_nobody(drafted):
    others = PhotoFactory()
    past = timezone.now() - timedelta(minutes=1)
    delete_past_django("photos_archiveimage", drafted.image_id)
    drafted.revisions.filter(pk=drafted.latest_revision_id).update(approved_go_live_at=past)
    others.revisions.update(approved_go_live_at=past + timedelta(seconds=1))

    call_command("publish_scheduled")

    assert Photo.objects.published().count() == 2
