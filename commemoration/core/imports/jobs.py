"""The periodic jobs of the imports."""

from datetime import timedelta

from commemoration.core.runtime.periodic import register_periodic

from .services.upkeep import cancel_abandoned_batches, resume_stalled_batches


def register_import_jobs() -> None:
    register_periodic("imports.resume_stalled", timedelta(minutes=1), resume_stalled_batches)
    register_periodic("imports.cancel_abandoned", timedelta(hours=12), cancel_abandoned_batches)
