"""The periodic jobs of caretakers."""

from datetime import timedelta

from commemoration.core.runtime.periodic import register_periodic
from tributes.graves.caretakers.services.access import erase_ended
from tributes.graves.caretakers.services.restored import mend_tombstones


def register_caretaker_jobs() -> None:
    register_periodic("graves.erase_caretakers", timedelta(days=1), erase_ended)
    register_periodic("graves.mend_tombstones", timedelta(days=1), mend_tombstones)
