import io
import os
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from commemoration.core.imports import services
from commemoration.core.imports.enums import BatchState
from commemoration.core.imports.models import ImportBatch, ImportRow
from commemoration.core.imports.services.retention import (
    remove_abandoned_files,
    remove_old_rows,
)
from tests.factories.staff import signed_in, superuser

from .test_archives import archive_of

pytestmark = pytest.mark.django_db


def end(batch, days_ago: int):
    ImportBatch.objects.filter(pk=batch.pk).update(
        finished_at=timezone.now() - timedelta(days=days_ago)
    )


def test_rows_of_an_old_import_go_and_its_counts_stay(send):
    batch = send.run("login,given_name\nanna,Anna\nno good,X\n")
    counts = batch.counts()
    end(batch, days_ago=91)

    assert remove_old_rows() == 1

    batch.refresh_from_db()
    assert list(ImportRow.objects.all()) == []
    assert batch.counts() == counts
    assert (counts["total"], counts["created"], counts["refused"]) == (2, 1, 1)


def test_import_is_kept_for_ninety_days(send):
    batch = send.run()
    end(batch, days_ago=89)

    assert remove_old_rows() == 0
    assert batch.rows.count() == 2


def test_time_starts_anew_when_an_import_is_undone(send):
    batch = send.undo(send.run())
    end(batch, days_ago=91)

    assert remove_old_rows() == 0
    assert batch.rows.count() == 2


@pytest.mark.parametrize("state", [BatchState.UNDOING, BatchState.CHECKED])
def test_import_that_is_not_ended_is_kept(send, state):
    batch = send.run()
    end(batch, days_ago=91)
    ImportBatch.objects.filter(pk=batch.pk).update(state=state)

    assert remove_old_rows() == 0


def test_rows_are_removed_once(send):
    end(send.run(), days_ago=91)

    assert [remove_old_rows(), remove_old_rows()] == [1, 0]


def test_import_without_rows_cannot_be_undone(send):
    batch = send.run()
    end(batch, days_ago=91)
    remove_old_rows()

    with pytest.raises(services.ImportRefused, match="too old to be undone"):
        services.undo_batch(batch)


def test_page_of_an_old_import_says_what_is_left(send):
    batch = send.run()
    end(batch, days_ago=91)
    remove_old_rows()

    page = signed_in(superuser()).get(reverse("imports:batch", args=[batch.pk])).content.decode()

    assert "2 new records" in page
    assert "The rows of this import were removed on" in page
    assert reverse("imports:report", args=[batch.pk]) not in page
    assert reverse("imports:undo", args=[batch.pk]) not in page


def test_page_of_a_recent_import_offers_its_report_and_undoing(send):
    batch = send.run()

    page = signed_in(superuser()).get(reverse("imports:batch", args=[batch.pk])).content.decode()

    assert "The rows of this import were removed on" not in page
    assert reverse("imports:report", args=[batch.pk]) in page
    assert reverse("imports:undo", args=[batch.pk]) in page


def test_unpacked_files_without_an_import_are_removed(send, settings, tmp_path):
    settings.IMPORT_WORK_DIR = tmp_path
    batch = send.start(archive=archive_of(("plate.jpg", b"picture")))
    names = ["forgotten", "young", Path(batch.files_folder).name]
    for name in names:
        (tmp_path / name).mkdir(exist_ok=True)
    long_ago = time.time() - 2 * 24 * 3600
    for name in (names[0], names[2]):
        os.utime(tmp_path / name, (long_ago, long_ago))

    assert remove_abandoned_files() == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names[1:])


def test_command_tells_of_an_import_without_rows_nothing_wrong(send):
    end(send.run(), days_ago=91)
    remove_old_rows()
    out = io.StringIO()

    call_command("check_invariants", stdout=out)

    assert "imports." not in out.getvalue()
