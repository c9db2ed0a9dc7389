"""Does the work of an import, row by row, each in its own transaction.

A killed worker loses at most the row it was at: whoever holds the next lease goes on from the
rows that are still to be done. A lost database or a full disk is no fault of a row either: it ends
the attempt and leaves the row as it was.
"""

import logging
import time
import uuid
from datetime import timedelta
from pathlib import Path

from django.db import InterfaceError, OperationalError, transaction
from django.db.models import F, Q
from django.utils import timezone, translation

from commemoration.core.media.disk import is_disk_fault

from ..archives import FileFolder
from ..enums import BUSY_STATES, BatchState, RowState
from ..importer import ImportContext, Importer
from ..models import MAX_ATTEMPTS, ImportBatch, ImportRow
from ..registry import importer_for
from .intake import discard_files
from .rows import apply_row, check_row, forget_plan, undo_row
from .unused import note_unused_files

logger = logging.getLogger(__name__)

LEASE = timedelta(minutes=3)
AHEAD = 3
"""Rows known to the importer beside the one it is at: two to be begun, one in reserve."""
NEXT_STATE = {
    BatchState.CHECKING: BatchState.CHECKED,
    BatchState.RUNNING: BatchState.FINISHED,
    BatchState.UNDOING: BatchState.UNDONE,
}
PENDING = {
    BatchState.CHECKING: Q(state=RowState.WAITING),
    BatchState.RUNNING: Q(state=RowState.READY),
    BatchState.UNDOING: Q(state=RowState.DONE),
}
HANDLERS = {
    BatchState.CHECKING: check_row,
    BatchState.RUNNING: apply_row,
    BatchState.UNDOING: undo_row,
}


def work_on_batch(batch_id: int, *, seconds: float | None = None) -> bool:
    """Work until all rows are done or `seconds` have passed. True if something is left to do."""
    batch = _claim(batch_id)
    if batch is None:
        return False
    deadline = None if seconds is None else time.monotonic() + seconds
    with translation.override(batch.language):
        importer = importer_for(batch.importer)
        context = _context(batch)
        rows = _pending_rows(batch)
        with _Ahead(batch, importer, context, rows) as ahead:
            for place, row_id in enumerate(rows):
                if deadline is None or time.monotonic() < deadline:
                    ahead.look(place)
                elif not ahead.has_seen(place):
                    return _pause(batch)
                if not _renew(batch):
                    return False
                _handle(batch.state, importer, context, row_id)
        if batch.state == BatchState.CHECKING:
            note_unused_files(batch, importer, context.files)
    _finish(batch)
    return False


class _Ahead:
    """Tells the importer which rows come next, while an import is running.

    Rows that it has been told of are still done when the time is over: what it began for them
    would have to be begun again.
    """

    def __init__(self, batch, importer: Importer, context: ImportContext, rows: list[int]):
        self._batch, self._importer, self._context = batch, importer, context
        self._rows = rows if batch.state == BatchState.RUNNING else []
        self._seen = 0

    def __enter__(self):
        return self

    def __exit__(self, *_exception):
        self._importer.let_go(self._context)

    def look(self, place: int) -> None:
        """The row at this place is about to be done."""
        coming = self._rows[max(self._seen, place) : place + AHEAD + 1]
        self._seen = max(self._seen, place + AHEAD + 1)
        for row in self._batch.rows.filter(pk__in=coming).order_by("number") if coming else ():
            row.batch = self._batch
            self._importer.look_ahead(row, self._context)

    def has_seen(self, place: int) -> bool:
        return place < min(self._seen, len(self._rows))


def _claim(batch_id: int) -> ImportBatch | None:
    """The batch with a lease of our own, or None if it is held, done or given up."""
    now = timezone.now()
    token = uuid.uuid4()
    claimed = (
        ImportBatch.objects.filter(pk=batch_id, state__in=BUSY_STATES, attempts__lt=MAX_ATTEMPTS)
        .filter(Q(lease_until=None) | Q(lease_until__lt=now))
        .update(lease_token=token, lease_until=now + LEASE, attempts=F("attempts") + 1)
    )
    return ImportBatch.objects.get(pk=batch_id) if claimed else None


def _renew(batch: ImportBatch) -> bool:
    """Keep the lease; False if somebody else has it, or the import was cancelled."""
    return bool(
        ImportBatch.objects.filter(
            pk=batch.pk, lease_token=batch.lease_token, state=batch.state
        ).update(lease_until=timezone.now() + LEASE)
    )


def _pause(batch: ImportBatch) -> bool:
    """Give the lease back so that other work gets its turn; no failed attempt."""
    ImportBatch.objects.filter(pk=batch.pk, lease_token=batch.lease_token).update(
        lease_token=None, lease_until=None, attempts=0
    )
    return True


def _finish(batch: ImportBatch) -> None:
    state = NEXT_STATE[batch.state]
    stamps = {
        BatchState.CHECKED: {},
        BatchState.FINISHED: {"finished_at": timezone.now()},
        BatchState.UNDONE: {"undone_at": timezone.now()},
    }[state]
    finished = ImportBatch.objects.filter(
        pk=batch.pk, lease_token=batch.lease_token, state=batch.state
    ).update(state=state, lease_token=None, lease_until=None, attempts=0, **stamps)
    if finished and state != BatchState.CHECKED:
        discard_files(batch)


def _pending_rows(batch: ImportBatch) -> list[int]:
    order = "-number" if batch.state == BatchState.UNDOING else "number"
    rows = batch.rows.filter(PENDING[batch.state]).order_by(order)
    return list(rows.values_list("pk", flat=True))


def _context(batch: ImportBatch) -> ImportContext:
    folder = Path(batch.files_folder) if batch.files_folder else None
    return ImportContext(
        options=batch.options,
        language=batch.language,
        user=batch.created_by,
        files=FileFolder(folder) if folder and folder.is_dir() else None,
        batch_id=batch.pk,
    )


def _handle(state: str, importer: Importer, context: ImportContext, row_id: int) -> None:
    try:
        with transaction.atomic():
            row = (
                ImportRow.objects.select_for_update(of=["self"], skip_locked=True)
                .select_related("batch")
                .filter(PENDING[state], pk=row_id)
                .first()
            )
            if row is not None:
                HANDLERS[state](importer, row, context)
    except (OperationalError, InterfaceError):
        raise
    except Exception as error:
        if is_disk_fault(error):
            raise
        logger.exception("Import row %s failed", row_id)
        with transaction.atomic():
            row = ImportRow.objects.get(pk=row_id)
            _note_fault(row, error)


def _note_fault(row: ImportRow, error: Exception) -> None:
    was_imported = row.state == RowState.DONE
    if not was_imported:
        forget_plan(row)
    row.state = RowState.KEPT if was_imported else RowState.FAILED
    row.note = translation.gettext(
        "This row met a fault in the program (%(kind)s); nothing of it was kept. "
        "The administrators find the details in the log."
    ) % {"kind": type(error).__name__}
    row.save()
