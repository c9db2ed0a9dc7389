"""What must be true of imports: each is at work, waits for a person, or has ended for good."""

from collections.abc import Iterator
from datetime import timedelta

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.utils import timezone

from commemoration.core.invariants.registry import register_invariant

from .enums import CLOSED_STATES
from .models import MAX_ATTEMPTS, ImportBatch, ImportRow
from .services.retention import forgotten_folders
from .services.upkeep import ABANDONED_AFTER, has_task
from .services.work import NEXT_STATE, PENDING

# Stalled imports are taken up every minute; old rows are removed, and imports that were given up
# cancelled, every day: what is later than this was forgotten.
WORKING_PATIENCE = timedelta(hours=2)
REMOVING_PATIENCE = timedelta(days=2)


def register_import_invariants() -> None:
    register_invariant("imports.work_goes_on", batches_nobody_works_on)
    register_invariant("imports.finished_work_is_whole", rows_left_open)
    register_invariant("imports.old_rows_are_removed", rows_kept_too_long)
    register_invariant("imports.no_file_is_left_behind", files_left_behind)


def batches_nobody_works_on() -> Iterator[str]:
    before = timezone.now() - WORKING_PATIENCE
    for batch in ImportBatch.objects.stalled_before(before).filter(attempts__lt=MAX_ATTEMPTS):
        if not has_task(batch):
            yield f"import {batch.pk} is “{batch.state}”, and nobody works on it"
    forgotten = timezone.now() - ABANDONED_AFTER - REMOVING_PATIENCE
    for batch in ImportBatch.objects.given_up_before(forgotten):
        yield f"import {batch.pk} is “{batch.state}”, was given up and should have been cancelled"


def rows_left_open() -> Iterator[str]:
    """Rows that a step has passed over, though the import is said to have taken it."""
    for busy, done in NEXT_STATE.items():
        left = ImportRow.objects.filter(PENDING[busy], batch__state=done)
        for batch, number in left.order_by("batch", "number").values_list("batch", "number"):
            yield f"import {batch} is “{done}”, but its row {number} is still to be done"


def rows_kept_too_long() -> Iterator[str]:
    before = timezone.now() - timedelta(days=settings.IMPORT_KEEP_DAYS) - REMOVING_PATIENCE
    rows = ImportRow.objects.filter(batch=OuterRef("pk"))
    for batch in ImportBatch.objects.ended_before(before).filter(Exists(rows)).order_by("pk"):
        yield f"import {batch.pk}, sent on {batch.created_at:%Y-%m-%d}, still has its rows"


def files_left_behind() -> Iterator[str]:
    for batch in ImportBatch.objects.filter(state__in=CLOSED_STATES, files_are_ours=True):
        yield f"import {batch.pk} is “{batch.state}” and still keeps the files sent with it"
    for folder in forgotten_folders():
        yield f"the folder {folder.name} of unpacked files belongs to no import"
