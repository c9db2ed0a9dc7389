"""Writes veterans as the list that the import reads, in the very same columns: for staff only."""

from collections.abc import Iterator
from pathlib import Path

from photos.importers.plain_cells import csv_lines
from tributes.veterans.importers.columns import VETERAN_COLUMNS
from tributes.veterans.importers.veterans import AWARD, veteran_values, with_list_values
from tributes.veterans.models.veterans import Veteran


def write_list(path: Path, medal: str) -> int:
    """All veterans, public or not, with their award of one medal; how many. Readable by the owner
    alone: there are living people in it."""
    rows = list(_rows(medal))
    path.touch(mode=0o600)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(csv_lines(VETERAN_COLUMNS, rows))
    return len(rows)


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
