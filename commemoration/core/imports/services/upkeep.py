"""What nobody has to ask for: imports that a dead worker left, and uploads nobody came back to."""

from datetime import timedelta

from django.utils import timezone

from ..enums import OPEN_STATES
from ..models import MAX_ATTEMPTS, ImportBatch
from ..tasks import run_import
from .decisions import cancel_batch
from .intake import ImportRefused

ABANDONED_AFTER = timedelta(days=7)


def resume_stalled_batches() -> int:
    """Hand imports whose worker died to a new one; returns how many. Run every minute."""
    stalled = ImportBatch.objects.stalled().filter(attempts__gt=0, attempts__lt=MAX_ATTEMPTS)
    for batch in stalled:
        run_import.enqueue(batch.pk)
    return len(stalled)


def cancel_abandoned_batches() -> int:
    """Cancel imports that nobody confirmed for a week, and remove the files sent with them."""
    before = timezone.now() - ABANDONED_AFTER
    abandoned = list(ImportBatch.objects.filter(state__in=OPEN_STATES, created_at__lt=before))
    cancelled = 0
    for batch in abandoned:
        try:
            cancel_batch(batch)
        except ImportRefused:
            continue
        cancelled += 1
    return cancelled
