"""A withdrawal that happens while somebody publishes, each on a connection of its own."""

import time

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.models import Revision

from photos.models import ArchiveImage, Collection, Photo
from photos.services.records import unpublish_photo, update_photo, withdraw_photo
from tests.core.threads import at_once
from tests.factories.photos import PhotoFactory


@pytest.fixture
def photo(django_db_setup, django_db_blocker):
    """A committed draft, as threads need it."""
    with django_db_blocker.unblock():
        photo = PhotoFactory()
        yield photo
        Photo.objects.filter(pk=photo.pk).delete()
        ArchiveImage.objects.filter(pk=photo.image_id).delete()
        Collection.objects.filter(pk=photo.collection_id).delete()


def while_withdrawing(photo, change):
    """Run `change(photo)` on a row read before the withdrawal, saved while it is not committed."""
    parts = ["withdraw", "change"]

    def run(meet):
        if parts.pop() == "withdraw":
            with transaction.atomic():
                withdraw_photo(photo)
                meet()
                _wait_until_somebody_waits()
            return None
        row = Photo.objects.get(pk=photo.pk)
        row.latest_revision.as_object()
        meet()
        return change(row)

    return at_once(run, 2)


def _wait_until_somebody_waits():
    end = time.monotonic() + 10
    with connection.cursor() as cursor:
        while time.monotonic() < end:
            cursor.execute(
                "SELECT count(*) FROM pg_locks JOIN pg_stat_activity USING (pid)"
                " WHERE NOT granted AND datname = current_database()"
            )
            if cursor.fetchone()[0]:
                return
            time.sleep(0.02)
    raise AssertionError("nobody waits for the withdrawal")


def publish_unlocked(row):
    """What Wagtail does by itself: a check, and then the whole row as it was read."""
    row.latest_revision.as_object().require_publishable()
    with transaction.atomic():
        PublishRevisionAction(row.latest_revision).execute(skip_permission_checks=True)


def publish_locked(row):
    try:
        row.latest_revision.publish(skip_permission_checks=True)
    except ValidationError as refusal:
        return refusal.messages
    return None


@pytest.mark.django_db
def test_version_read_before_a_withdrawal_is_refused():
    revision = PhotoFactory().latest_revision
    revision.as_object()
    withdraw_photo(revision.content_object)

    with pytest.raises(ValidationError):
        revision.publish(skip_permission_checks=True)

    assert not Photo.objects.get().live


def test_publishing_without_the_lock_undoes_a_withdrawal(photo):
    while_withdrawing(photo, publish_unlocked)

    photo.refresh_from_db()
    assert (photo.live, photo.withdrawn_at) == (True, None)


def test_publishing_waits_for_a_withdrawal_and_is_refused(photo):
    results = while_withdrawing(photo, publish_locked)

    photo.refresh_from_db()
    assert (photo.live, photo.withdrawn_at is None) == (False, False)
    refusal = ["This photograph is withdrawn. Restore it before you publish it."]
    assert sorted(results, key=bool) == [None, refusal]
    assert Revision.objects.for_instance(photo).get().approved_go_live_at is None


@pytest.mark.parametrize("change", [unpublish_photo, lambda row: update_photo(row, event="Burial")])
def test_other_changes_keep_a_withdrawal(photo, change):
    while_withdrawing(photo, change)

    photo.refresh_from_db()
    assert (photo.live, photo.withdrawn_at is None) == (False, False)
