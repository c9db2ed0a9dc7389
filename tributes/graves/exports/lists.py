"""Writes sites and people as the lists that the import reads, in the very same columns."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from django.db.models import QuerySet

from photos.importers.plain_cells import csv_lines
from tributes.graves.importers.columns import (
    EXTRA_COLUMNS,
    MORE_PEOPLE_COLUMNS,
    PEOPLE_COLUMNS,
    SITE_COLUMNS,
)
from tributes.graves.importers.people import person_values
from tributes.graves.importers.sites import site_cells
from tributes.graves.models.burials import Burial
from tributes.graves.models.sites import BurialSite

AT_ONCE = 500
MORE_COLUMNS = tuple(name for name in EXTRA_COLUMNS if name != "person_id")
PUBLIC_COLUMNS = (
    *(*PEOPLE_COLUMNS, *MORE_COLUMNS, *MORE_PEOPLE_COLUMNS),
    *("number", "url", "status", "modified", "licence"),
)


def write_lists(folder: Path) -> list[Path]:
    """All records, public or not, as `sites.csv`, `people.csv` and `people_extra.csv`."""
    sites = BurialSite.objects.order_by("pk").select_related("caretaker").prefetch_related("texts")
    people = people_to_write(Burial.objects.order_by("pk"))
    lists = {
        "sites.csv": (SITE_COLUMNS, map(site_cells, sites)),
        "people.csv": ((*PEOPLE_COLUMNS, *_columns_in_use()), map(person_cells, people)),
        "people_extra.csv": (EXTRA_COLUMNS, _with_more(map(person_cells, people))),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, (columns, rows) in lists.items():
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            file.writelines(csv_lines(columns, rows))
    return [folder / name for name in lists]


def people_to_write(people: QuerySet[Burial]) -> QuerySet[Burial]:
    """With all that a line says."""
    found = people.select_related("site", "named_person")
    return found.prefetch_related("named_person__forms", "texts", "sources")


def person_cells(burial: Burial) -> dict:
    return person_values(burial) | {"person_id": burial.key}


def public_people(site: str, licence: str) -> Iterator[dict]:
    """Everybody who is public, and a line for each who no longer is; `site` is the root's address.

    Five queries for each 500.
    """
    shown = (Burial.objects.published() | Burial.objects.gone()).order_by("number")
    last = 0
    while part := list(people_to_write(shown.filter(number__gt=last))[:AT_ONCE]):
        last = part[-1].number
        for burial in part:
            yield _public_cells(burial, site, licence)


def _public_cells(burial: Burial, site: str, licence: str) -> dict:
    about = {
        "person_id": burial.key,
        "number": burial.number,
        "url": f"{site}person/{burial.number}/",
        "status": "published" if burial.live else "withdrawn",
        "modified": burial.modified_at.isoformat(timespec="seconds"),
        "licence": licence,
    }
    if not burial.live:
        return about
    return person_cells(burial) | about


def _columns_in_use() -> list[str]:
    """The columns beyond those of the lists that are needed to lose nothing."""
    nobody = {"nationality": "", "grave_reference": "", "people_count": 1}
    return [
        name
        for name in MORE_PEOPLE_COLUMNS
        if Burial.objects.exclude(**{name: nobody[name]}).exists()
    ]


def _with_more(rows: Iterable[dict]) -> Iterator[dict]:
    """Only those of whom the third list says anything."""
    return (row for row in rows if any(row[name] for name in MORE_COLUMNS))
