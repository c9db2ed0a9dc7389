"""Pictures of rows to come are read ahead; what is stored is decided by the row alone."""

import hashlib
import time
from collections import Counter

import pytest
from django_tasks_db.models import DBTaskResult
from wagtail.tasks import update_reference_index_task

from commemoration.core.imports import services
from commemoration.core.imports.enums import BatchState, RowState
from commemoration.core.imports.services import work
from photos.importers import ahead
from photos.models import ArchiveImage, Photo
from photos.services import pictures
from tests.factories.pictures import jpeg

from .lists import ROW


@pytest.fixture
def hand():
    hand = ahead.PicturesAhead()
    yield hand
    hand.close()


@pytest.fixture
def many(scans):
    """Rows with pictures of their own, more than are ever read ahead."""
    rows = []
    for number in range(6):
        (scans / f"{number}.jpg").write_bytes(jpeg(60 + number, 40))
        rows.append({**ROW, "accession": f"SP-{number}", "file": f"{number}.jpg"})
    return rows


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_picture_in_hand_is_taken_once(hand, scans):
    hand.begin(scans / "a.jpg")

    taken = hand.take(scans / "a.jpg", sha256(scans / "a.jpg"))

    assert (taken.picture.width, taken.picture.height) == (60, 40)
    assert hand.take(scans / "a.jpg", sha256(scans / "a.jpg")) is None


def test_file_that_has_changed_since_is_not_taken(hand, scans):
    hand.begin(scans / "a.jpg")
    hand._begun[scans / "a.jpg"].result()
    (scans / "a.jpg").write_bytes(jpeg(50, 50))

    assert hand.take(scans / "a.jpg", sha256(scans / "a.jpg")) is None


def test_picture_that_is_refused_is_left_to_its_row(hand, scans):
    (scans / "a.jpg").write_bytes(jpeg()[:-2000])
    hand.begin(scans / "a.jpg")

    assert hand.take(scans / "a.jpg", sha256(scans / "a.jpg")) is None


def test_pictures_that_nobody_takes_make_room(hand, scans):
    for number in range(ahead.MOST + 2):
        path = scans / f"{number}.jpg"
        path.write_bytes(jpeg(60 + number, 40))
        hand.begin(path)

    assert len(hand._begun) == ahead.MOST


def test_refused_picture_costs_no_other_its_place(importing, many, scans):
    (scans / "2.jpg").write_bytes(jpeg()[:-2000])

    batch = importing(*many)

    failed = batch.rows.get(state=RowState.FAILED)
    assert failed.number == 4
    assert set(failed.errors) == {"file"}
    widths = Photo.objects.order_by("accession").values_list("image__width", flat=True)
    assert list(widths) == [60, 61, 63, 64, 65]


def test_each_picture_is_read_ahead_once(importing, many, monkeypatch):
    read = []
    reader = ahead.read_picture
    monkeypatch.setattr(
        ahead, "read_picture", lambda path, *a, **o: read.append(path.name) or reader(path, *a, **o)
    )

    monkeypatch.setattr(pictures, "read_picture", lambda *_a, **_o: pytest.fail("read in turn"))

    importing(*many)

    assert sorted(read) == [row["file"] for row in many]


def test_same_list_again_reads_nothing_ahead(importing, many, monkeypatch):
    importing(*many)
    monkeypatch.setattr(ahead, "read_picture", lambda *_a, **_o: pytest.fail("it was read"))

    batch = importing(*many)

    assert batch.state == BatchState.FINISHED
    assert ArchiveImage.objects.count() == len(many)


def test_worker_that_lets_others_have_their_turn_finishes_what_it_began(
    importing, many, monkeypatch
):
    batch = importing(*many, confirm=False)
    services.confirm_batch(batch, in_background=False)
    moments = iter([0, 0.5])  # the deadline is counted from the first; later it is over
    monkeypatch.setattr(
        work, "time", type("Clock", (), {"monotonic": lambda: next(moments, time.monotonic())})
    )

    assert services.work_on_batch(batch.pk, seconds=1) is True

    assert batch.rows.filter(state=RowState.DONE).count() == 1 + work.AHEAD
    assert services.work_on_batch(batch.pk) is False
    assert batch.rows.filter(state=RowState.DONE).count() == len(many)


def test_row_that_is_published_asks_the_database_a_known_number_of_times(
    importing, many, django_assert_max_num_queries
):
    """The same for each row, however many were imported before."""
    batch = importing(*many, confirm=False)
    services.confirm_batch(batch, in_background=False)

    with django_assert_max_num_queries(10 + 128 * len(many)):
        services.work_on_batch(batch.pk)

    assert Photo.objects.published().count() == len(many)


def test_row_leaves_one_task_for_each_index(importing, many):
    importing(*many)

    tasks = DBTaskResult.objects.filter(args_kwargs__args__1__in=["photo", "archiveimage"])
    asked = Counter(tasks.values_list("task_path", "args_kwargs__args__1"))
    assert set(asked.values()) == {len(many)}
    assert asked[update_reference_index_task.module_path, "photo"] == len(many)
