"""The decisions a person takes about an import. Each one checks the state inside its write."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ..columns import missing_columns
from ..enums import BUSY_STATES, OPEN_STATES, BatchState, Outcome, RowState
from ..importer import Importer
from ..models import ImportBatch
from ..registry import importer_for
from ..tasks import run_import
from .intake import ImportRefused, discard_files, remove_folder, take_files

UNDOABLE_OUTCOMES = (Outcome.CREATED, Outcome.UPDATED)
NOTHING_CHECKED = {
    **dict.fromkeys(("outcome", "key", "object_id", "note"), ""),
    **{name: {} for name in ("errors", "warnings", "changes", "memo")},
}
"""All that a check, or an earlier one, says of a row."""


def set_mapping(
    batch: ImportBatch,
    *,
    mapping: dict[str, str],
    shared_values: dict[str, str] | None = None,
    reading: dict[str, Any] | None = None,
) -> None:
    """Say which column each header fills, what holds where a row says nothing, and how the list
    is to be read. Raises `ImportRefused` if a required column is filled by nothing."""
    importer = _importer(batch)
    shared = shared_values or {}
    missing = missing_columns(importer.columns(batch.options), mapping, shared)
    if missing:
        names = ", ".join(str(column.label) for column in missing)
        raise ImportRefused(_("Choose a column for: %(names)s.") % {"names": names})
    with _locked(batch, BatchState.MAPPING, BatchState.CHECKED):
        batch.mapping = mapping
        batch.shared_values = shared
        batch.options = {**batch.options, **(reading or {})}
        batch.state = BatchState.MAPPING
        batch.save()


def replace_files(
    batch: ImportBatch,
    *,
    archive: BinaryIO | None = None,
    server_folder: str = "",
    claimed: Path | None = None,
) -> None:
    """Put other files in the place of those sent with the list; the list and its columns stay.

    They come from a ZIP archive, a folder below `IMPORT_SERVER_DIR`, or the folder that
    `claim_files` gave. Raises `ImportRefused`; then the earlier files stay as well.
    """
    folder, ours = (claimed, True) if claimed else take_files(archive, server_folder, None)
    try:
        with _locked(batch, BatchState.MAPPING, BatchState.CHECKED):
            old = Path(batch.files_folder) if batch.files_are_ours else None
            batch.files_folder, batch.files_are_ours = str(folder or ""), ours
            batch.state = BatchState.MAPPING
            batch.save()
    except Exception:
        if ours:
            remove_folder(folder)
        raise
    if old:
        remove_folder(old)


def dry_run(batch: ImportBatch, *, in_background: bool = True) -> None:
    """Check every row and say what importing it would do. Changes nothing but the report."""
    columns = _importer(batch).columns(batch.options)
    missing = missing_columns(columns, batch.mapping, batch.shared_values)
    if missing:
        names = ", ".join(column.name for column in missing)
        raise ImportRefused(_("The list lacks these columns: %(names)s.") % {"names": names})
    with _locked(batch, BatchState.MAPPING, BatchState.CHECKED):
        batch.rows.update(state=RowState.WAITING, **NOTHING_CHECKED)
        _begin(batch, BatchState.CHECKING, in_background=in_background)


def confirm_batch(batch: ImportBatch, *, in_background: bool = True) -> None:
    """Import the rows that passed. The refused ones stay in the report."""
    with _locked(batch, BatchState.CHECKED):
        if not batch.rows.filter(state=RowState.READY).exists():
            raise ImportRefused(_("No row can be imported. Correct the list and send it again."))
        _begin(batch, BatchState.RUNNING, in_background=in_background)


def undo_batch(batch: ImportBatch, *, in_background: bool = True) -> None:
    """Take back what the import did, except what somebody has changed since. One that was
    cancelled on its way has done something too."""
    with _locked(batch, BatchState.FINISHED, BatchState.CANCELLED):
        if batch.rows_removed_at:
            raise ImportRefused(_("This import is too old to be undone: its rows are not kept."))
        if not batch.rows.filter(state=RowState.DONE, outcome__in=UNDOABLE_OUTCOMES).exists():
            raise ImportRefused(_("This import changed nothing, so there is nothing to undo."))
        _begin(batch, BatchState.UNDOING, in_background=in_background)


def cancel_batch(batch: ImportBatch) -> None:
    """Leave an import before it was confirmed, or stop one that the worker gave up. What that one
    has done until then stays, and can be undone."""
    with _locked(batch, *OPEN_STATES, *BUSY_STATES):
        if batch.state in (BatchState.RUNNING, BatchState.UNDOING) and not batch.is_stalled:
            raise _gone_on()
        batch.state = BatchState.CANCELLED
        batch.lease_token = None
        batch.lease_until = None
        batch.finished_at = timezone.now()
        batch.save()
    discard_files(batch)


def continue_batch(batch: ImportBatch) -> None:
    """Go on from the rows done, after the worker gave up."""
    with transaction.atomic():
        locked = ImportBatch.objects.select_for_update().get(pk=batch.pk)
        if not locked.is_stalled:
            raise ImportRefused(_("This import is not waiting to be continued."))
        locked.attempts = 0
        locked.save(update_fields=["attempts"])
        run_import.enqueue(batch.pk)
    batch.refresh_from_db()


@contextmanager
def _locked(batch: ImportBatch, *states: BatchState) -> Iterator[None]:
    """The batch, locked and fresh, in one of the given states; else `ImportRefused`."""
    with transaction.atomic():
        ImportBatch.objects.select_for_update().get(pk=batch.pk)
        batch.refresh_from_db()
        if batch.state not in states:
            raise _gone_on()
        yield


def _gone_on() -> ImportRefused:
    return ImportRefused(
        _("Somebody has already gone on with this import. Look at its present state.")
    )


def _begin(batch: ImportBatch, state: BatchState, *, in_background: bool) -> None:
    batch.state = state
    batch.attempts = 0
    batch.lease_token = None
    batch.lease_until = None
    batch.save()
    if in_background:
        run_import.enqueue(batch.pk)


def _importer(batch: ImportBatch) -> Importer:
    importer = importer_for(batch.importer)
    if importer is None:
        raise ImportRefused(_("Lists of this kind can no longer be imported."))
    return importer
