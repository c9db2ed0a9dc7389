"""What every kind of synthetic record shares: how many there were, and how a number is drawn."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.models import QuerySet

from commemoration.names.models import NamedPerson

Report = Callable[[str], None]


@dataclass(frozen=True)
class Added:
    """How many records were there, and how many have been added."""

    before: int
    added: int


def batches(wanted: list[int], size: int, what: str, report: Report) -> Iterator[list[int]]:
    """The numbers that are wanted, some at a time; says how many are done."""
    for start in range(0, len(wanted), size):
        yield wanted[start : start + size]
        report(f"{min(start + size, len(wanted))} of {len(wanted)} {what} added")


def remove_with_people(records: QuerySet, size: int, what: str, report: Report) -> int:
    """Remove records with the `NamedPerson` of each, `size` at a time; how many there were."""
    removed, rows = 0, records.order_by().values_list("pk", "named_person")
    while found := list(rows[:size]):
        with transaction.atomic():
            records.model.objects.filter(pk__in=[record for record, _person in found]).delete()
            people = [person for _record, person in found if person]
            NamedPerson.objects.filter(pk__in=people).delete()
        removed += len(found)
        report(f"{removed} {what} removed")
    return removed


def analyse() -> None:
    """Tell the database how much there is now; else plans are made for an empty table."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
