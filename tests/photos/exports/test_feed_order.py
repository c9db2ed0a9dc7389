"""A row of the feed never appears behind one that could be read before it."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.db import connection, transaction

from photos.models import Photo, PhotoActivity
from photos.services import activities

pytestmark = pytest.mark.django_db(transaction=True)


def note(slug: str, noted: Event, go_on: Event) -> None:
    """Note a publication, and commit only when told to."""
    try:
        with transaction.atomic():
            activities.record_publication(Photo(slug=slug))
            noted.set()
            assert go_on.wait(20)
    finally:
        connection.close()


def seen_while_the_first_is_uncommitted() -> list[str]:
    """What a harvester reads after a second writer had its chance to overtake the first."""
    first_noted, second_noted, commit_first, now = Event(), Event(), Event(), Event()
    now.set()
    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(note, "first", first_noted, commit_first)
        assert first_noted.wait(20)
        second = threads.submit(note, "second", second_noted, now)
        if second_noted.wait(2):
            second.result(20)
        seen = list(PhotoActivity.objects.order_by("pk").values_list("slug", flat=True))
        commit_first.set()
        first.result(20)
        second.result(20)
    assert list(PhotoActivity.objects.order_by("pk").values_list("slug", flat=True)) == [
        "first",
        "second",
    ]
    return seen


def test_without_the_lock_a_harvester_would_miss_a_row(monkeypatch):
    monkeypatch.setattr(activities, "_lock_feed", lambda: None)

    assert seen_while_the_first_is_uncommitted() == ["second"]


def test_with_the_lock_rows_appear_in_their_order():
    assert seen_while_the_first_is_uncommitted() == []
