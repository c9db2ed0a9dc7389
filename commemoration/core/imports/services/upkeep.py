"""What nobody has to ask for: imports that a dead worker left, and uploads nobody came back to."""

from datetime import timedelta

from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from ..models import MAX_ATTEMPTS, ImportBatch
from ..tasks import run_import
from .decisions import cancel_batch
from .intake import ImportRefused

ABANDONED_AFTER = timedelta(days=7)


def resume_stalled_batches() -> int:
    """Hand imports whose worker died, or whose task was lost, to a new one; returns how many."""
    stalled = ImportBatch.objects.stalled().filter(attempts__lt=MAX_ATTEMPTS)
    resumed = [batch for batch in stalled if not has_task(batch)]
    for batch in resumed:
        run_import.enqueue(batch.pk)
    return len(resumed)


def has_task(batch: ImportBatch) -> bool:
    """Somebody will work on it. Lost tasks are marked as failed by `core.runtime`."""
    return DBTaskResult.objects.filter(
        task_path=run_import.module_path,
        status__in=(TaskResultStatus.READY, TaskResultStatus.RUNNING),
        args_kwargs__args=[batch.pk],
    ).exists()


def cancel_abandoned_batches() -> int:
    """Cancel imports that nobody confirmed, or continued after the worker gave them up, for a
    week, and remove the files sent with them."""
    cancelled = 0
    for batch in ImportBatch.objects.abandoned_before(timezone.now() - ABANDONED_AFTER):
        try:
            cancel_batch(batch)
        except ImportRefused:
            continue
        cancelled += 1
    return cancelled
