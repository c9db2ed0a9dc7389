"""A worker that is killed in the middle of an import and of the tiles: the next one goes on."""

import os
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from bench.workers import start_worker
from commemoration.core.imports import services
from commemoration.core.imports.enums import BatchState, RowState
from commemoration.core.imports.models import ImportBatch
from commemoration.core.runtime.lost_tasks import fail_lost_tasks
from commemoration.core.runtime.models import WorkerHeartbeat
from photos.enums import TileState
from photos.iiif import geometry, tile_files
from photos.models import ArchiveImage, Photo, PhotoActivity
from photos.services.picture_checks import FORGOTTEN_AFTER, heal_pictures, picture_breaches
from photos.services.tiles import resume_tiles
from tests.factories.invariants import broken_promises
from tests.factories.pictures import foliage

from .lists import ROW

pytestmark = pytest.mark.django_db(transaction=True)

PATIENCE = 300  # seconds


def kill_when(seen) -> None:
    """Start a worker and end it without warning as soon as it is seen at work."""
    worker = start_worker()
    deadline = time.monotonic() + PATIENCE
    try:
        while not seen():
            assert worker.poll() is None, "the worker was done before it could be killed"
            assert time.monotonic() < deadline
            time.sleep(0.002)
    finally:
        worker.kill()
        worker.wait()


def declare_dead() -> None:
    """Time passes: leases and the patience with silent workers come to their ends."""
    past = timezone.now() - timedelta(hours=1)
    DBTaskResult.objects.filter(status="RUNNING").update(started_at=past)
    ImportBatch.objects.filter(lease_until__isnull=False).update(lease_until=past)
    WorkerHeartbeat.objects.update(beat_at=past)
    fail_lost_tasks()
    long_ago = time.time() - FORGOTTEN_AFTER.total_seconds() - 60
    for path in settings.FILES_DIR.rglob("*"):
        os.utime(path, (long_ago, long_ago))


def below(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_killed_import_and_killed_tiling_go_on_and_leave_nothing_half_made(importing, scans):
    names = [f"{number}.jpg" for number in range(3)]
    for number, name in enumerate(names):
        (scans / name).write_bytes(foliage(1600 + 16 * number, 1100))
    rows = [{**ROW, "accession": f"SP-{name}", "file": name} for name in names]
    batch = importing(*rows, confirm=False)
    services.confirm_batch(batch)

    # In the middle of the second row: its master is there, its record is not.
    kill_when(lambda: len(below(settings.FILES_DIR / "masters")) > 1)
    done = Photo.objects.count()
    assert done < len(rows)
    declare_dead()
    forgotten = [breach.kind for breach in picture_breaches()]
    assert services.resume_stalled_batches() == 1

    # In the middle of the tiles of some picture.
    making = settings.MEDIA_ROOT / tile_files.WORKSHOPS
    kill_when(lambda: len(below(making)) > 3)
    batch.refresh_from_db()
    assert batch.state == BatchState.FINISHED
    assert ArchiveImage.objects.filter(tile_state=TileState.WAITING).exists()
    assert below(making)
    declare_dead()
    resume_tiles()
    assert start_worker().wait(PATIENCE) == 0

    assert set(batch.rows.values_list("state", flat=True)) == {RowState.DONE}
    assert sorted(Photo.objects.published().values_list("accession", flat=True)) == sorted(
        row["accession"] for row in rows
    )
    assert PhotoActivity.objects.filter(kind="Create").count() == len(rows)
    for image in ArchiveImage.objects.all():
        folder = tile_files.tiles_of(image.uuid)
        made = {str(path.relative_to(folder)) for path in below(folder)}
        assert made == set(geometry.addresses(image.width, image.height))
    assert below(making) == []
    if done < 2:
        assert "master_superfluous" in {*forgotten, *(each.kind for each in picture_breaches())}
    heal_pictures()
    assert picture_breaches() == []
    assert len(below(settings.FILES_DIR / "masters")) == len(rows)
    assert broken_promises() == []
