"""What can be done with an import, in the order in which it is done."""

from .aside import archive_set_aside, claim_files, set_files_aside
from .decisions import (
    cancel_batch,
    confirm_batch,
    continue_batch,
    dry_run,
    replace_files,
    set_mapping,
    undo_batch,
)
from .intake import ImportRefused, discard_batch, start_batch, start_batch_of_records
from .upkeep import cancel_abandoned_batches, resume_stalled_batches
from .work import work_on_batch

__all__ = [
    "ImportRefused",
    "archive_set_aside",
    "cancel_abandoned_batches",
    "cancel_batch",
    "claim_files",
    "confirm_batch",
    "continue_batch",
    "discard_batch",
    "dry_run",
    "replace_files",
    "resume_stalled_batches",
    "set_files_aside",
    "set_mapping",
    "start_batch",
    "start_batch_of_records",
    "undo_batch",
    "work_on_batch",
]
