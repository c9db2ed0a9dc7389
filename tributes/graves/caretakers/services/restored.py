"""What outlives the database: who was erased, and which links open nothing any more. Lines that a
stop has lost are written later; what a restored backup has brought back ends again."""

from collections.abc import Collection
from uuid import UUID

from commemoration.submissions.tombstones import closed_links, write_closed_links, write_missing
from tributes.graves.caretakers.services.access import close_older_links, erase_caretaker
from tributes.graves.models.caretakers import Caretaker, ErasedCaretaker


def mend_tombstones() -> int:
    """Write the lines that are missing; how many."""
    known = closed_links()
    closed = {
        caretaker.key: caretaker.link_version
        for caretaker in Caretaker.objects.filter(issued_at__isnull=False)
        if caretaker.link_version > known.get(caretaker.key, 0)
    }
    write_closed_links(closed)
    erased = ErasedCaretaker.objects.values_list("key", flat=True)
    return len(closed) + write_missing(erased)


def erase_caretakers_again(keys: Collection[UUID]) -> int:
    """Those whom a restored backup has brought back; how many."""
    found = [caretaker for caretaker in Caretaker.objects.all() if caretaker.key in keys]
    for caretaker in found:
        erase_caretaker(caretaker)
    return len(found)


def close_links_again() -> int:
    """Links that were closed since the backup was made open nothing; how many. The newest is lost
    with the record of it: staff send another."""
    closed = closed_links()
    caretakers = Caretaker.objects.order_by("pk")
    return sum(close_older_links(each, closed.get(each.key, 0)) for each in caretakers)
