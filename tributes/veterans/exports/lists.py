"""Writes veterans as the list that the import reads, in the very same columns: for staff only."""

import os
from collections.abc import Iterator
from pathlib import Path

from photos.importers.plain_cells import csv_lines
from tributes.veterans.importers.columns import VETERAN_COLUMNS
from tributes.veterans.importers.veterans import AWARD, veteran_values, with_list_values
from tributes.veterans.models.veterans import Veteran

OWNER_ALONE = 0o600


def write_list(path: Path, medal: str) -> int:
    """All veterans, public or not, with their award of one medal; how many. Readable by the owner
    alone, also where a file that others could read stood there: living people are in it."""
    rows = list(_rows(medal))
    with open(path, "w", encoding="utf-8", newline="", opener=_for_the_owner) as file:
        file.writelines(csv_lines(VETERAN_COLUMNS, rows))
    return len(rows)


def _for_the_owner(path: str, flags: int) -> int:
    """Opens a file (as `open` asks for it) that nobody else reads, before a word is written."""
    descriptor = os.open(path, flags, OWNER_ALONE)
    os.fchmod(descriptor, OWNER_ALONE)
    return descriptor


def _rows(medal: str) -> Iterator[dict]:
    for veteran in with_list_values(Veteran.objects.order_by("pk")):
        values = veteran_values(veteran)
        award = values.get(f"{AWARD}{medal}")
        state, presentation = award or ("", "")
        about = {
            "veteran_id": veteran.slug,
            "medal": medal if award else "",
            "award_state": state,
            "presentation": presentation,
        }
        yield values | about
