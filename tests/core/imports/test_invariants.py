import os
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from commemoration.core.imports import services
from commemoration.core.imports.enums import BatchState, RowState
from commemoration.core.imports.invariants import (
    batches_nobody_works_on,
    files_left_behind,
    rows_kept_too_long,
    rows_left_open,
)
from commemoration.core.imports.models import MAX_ATTEMPTS, ImportBatch

from .test_archives import archive_of

pytestmark = pytest.mark.django_db


def ago(**time_past):
    return timezone.now() - timedelta(**time_past)


def change(batch, **values):
    ImportBatch.objects.filter(pk=batch.pk).update(**values)


def test_healthy_imports_break_no_promise(send):
    send.start()
    send.check()
    send.run()
    send.undo(send.run("login,given_name\nvera,Vera\n"))

    assert list(batches_nobody_works_on()) == []
    assert list(rows_left_open()) == []
    assert list(rows_kept_too_long()) == []
    assert list(files_left_behind()) == []


@pytest.mark.parametrize("lease_until", [ago(hours=3), None])
def test_import_that_nobody_works_on_is_named(send, lease_until):
    batch = send.check()
    change(batch, state=BatchState.RUNNING, lease_until=lease_until, created_at=ago(hours=4))

    assert list(batches_nobody_works_on()) == [
        f"import {batch.pk} is “running”, and nobody works on it"
    ]


def test_import_that_waits_for_the_worker_is_not_named(send):
    batch = send.start()
    services.dry_run(batch)
    change(batch, created_at=ago(hours=4))

    assert list(batches_nobody_works_on()) == []


def test_given_up_import_is_named_once_it_should_have_been_cancelled(send):
    forgotten, waiting = send.check(), send.check()
    for batch, days in [(forgotten, 10), (waiting, 6)]:
        change(
            batch,
            state=BatchState.RUNNING,
            attempts=MAX_ATTEMPTS,
            lease_until=ago(days=days),
            created_at=ago(days=30),
        )

    assert list(batches_nobody_works_on()) == [
        f"import {forgotten.pk} is “running”, was given up and should have been cancelled"
    ]


def test_row_that_was_passed_over_is_named(send):
    batch = send.run()
    batch.rows.filter(number=3).update(state=RowState.READY)

    assert list(rows_left_open()) == [
        f"import {batch.pk} is “finished”, but its row 3 is still to be done"
    ]


def test_rows_kept_too_long_are_named(send):
    old, recent = send.run(), send.run()
    change(old, finished_at=ago(days=93))
    change(recent, finished_at=ago(days=89))

    (breach,) = rows_kept_too_long()

    assert breach.startswith(f"import {old.pk}, sent on ")


def test_files_of_an_ended_import_are_named(send):
    batch = send.start(archive=archive_of(("plate.jpg", b"picture")))
    change(batch, state=BatchState.FINISHED)

    assert list(files_left_behind()) == [
        f"import {batch.pk} is “finished” and still keeps the files sent with it"
    ]


def test_folder_of_no_import_is_named(send, settings, tmp_path):
    settings.IMPORT_WORK_DIR = tmp_path
    send.start(archive=archive_of(("plate.jpg", b"picture")))
    forgotten, young = Path(tmp_path / "forgotten"), Path(tmp_path / "young")
    forgotten.mkdir()
    young.mkdir()
    two_days_ago = time.time() - 2 * 24 * 3600
    for folder in tmp_path.iterdir():
        if folder != young:
            os.utime(folder, (two_days_ago, two_days_ago))

    assert list(files_left_behind()) == [
        "the folder forgotten of unpacked files belongs to no import"
    ]
