"""The periodic jobs of the imports."""

from datetime import timedelta

from commemoration.core.runtime.periodic import register_periodic

from .services.retention import remove_abandoned_files, remove_old_rows
from .services.upkeep import cancel_abandoned_batches, resume_stalled_batches


def register_import_jobs() -> None:
    register_periodic("imports.resume_stalled", timedelta(minutes=1), resume_stalled_batches)
    register_periodic("imports.cancel_abandoned", timedelta(hours=12), cancel_abandoned_batches)
    register_periodic("imports.remove_old_rows", timedelta(days=1), remove_old_rows)
    register_periodic("imports.remove_forgotten_folders", timedelta(days=1), remove_abandoned_files)
