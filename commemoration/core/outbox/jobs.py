"""The periodic jobs of the outbox."""

from datetime import timedelta

from commemoration.core.outbox.services import erase_old_letters, send_due
from commemoration.core.runtime.periodic import register_periodic


def register_outbox_jobs() -> None:
    register_periodic("outbox.send_due", timedelta(seconds=5), send_due)
    register_periodic("outbox.erase_old_letters", timedelta(hours=6), erase_old_letters)
