"""Matches the headers of a list to the columns an importer knows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """One column of an importer.

    `preferred` headers win over the column's own name, `aliases` come after it.
    A list is separated by `|`; under a foreign header `;` is understood as well.
    The cells of an `is_file` column name files that were sent. A `shared` column may have one value
    for all rows that say nothing; `choices` are (value, name) pairs to choose it from.
    """

    name: str
    label: str
    required: bool = False
    is_list: bool = False
    preferred: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    is_file: bool = False
    shared: bool = False
    choices: tuple[tuple[str, str], ...] = ()

    @property
    def headers(self) -> tuple[str, ...]:
        return (*self.preferred, self.name, *self.aliases)


def normalise_header(header: str) -> str:
    """`dc:Title`, `DCTERMS.title`, `http://purl.org/dc/terms/title` and `Title ` are one header."""
    plain = header.strip().casefold()
    if plain.startswith(("http://", "https://")):
        plain = re.split(r"[/#]", plain.rstrip("/#"))[-1]
    plain = re.sub(r"^((dc|dcterms|dct)[:.]|[a-z]{2,10}:)(?=\S)", "", plain)
    return re.sub(r"[^\w]+", "_", plain).strip("_")


def propose_mapping(headers: Sequence[str], columns: Sequence[Column]) -> dict[str, str]:
    """Position of a header (as text, for JSON) → name of the column it fills."""
    positions: dict[str, int] = {}
    for position, header in enumerate(headers):
        if header:
            positions.setdefault(normalise_header(header), position)
    mapping: dict[str, str] = {}
    for column in columns:
        for known in column.headers:
            position = positions.get(normalise_header(known))
            if position is not None and str(position) not in mapping:
                mapping[str(position)] = column.name
                break
    return mapping


def unknown_headers(headers: Sequence[str], mapping: dict[str, str]) -> list[str]:
    return [
        header for position, header in enumerate(headers) if header and str(position) not in mapping
    ]


def missing_columns(
    columns: Sequence[Column], mapping: dict[str, str], shared: dict[str, str] | None = None
) -> list[Column]:
    """Required columns that neither a header nor a value for the whole list fills."""
    filled = {*mapping.values(), *(shared or {})}
    return [column for column in columns if column.required and column.name not in filled]


def row_values(
    cells: Sequence[str],
    headers: Sequence[str],
    mapping: dict[str, str],
    columns: Sequence[Column],
    shared: dict[str, str] | None = None,
) -> dict[str, str]:
    """Column name → text of the cell, for the columns that the list has; where the cell is empty,
    what was said for the whole list."""
    by_name = {column.name: column for column in columns}
    values = {}
    for position_text, name in mapping.items():
        position = int(position_text)
        column = by_name.get(name)
        if column is None:
            continue
        text = cells[position] if position < len(cells) else ""
        if _splits_at_semicolons(column, headers[position]) and "|" not in text:
            text = text.replace(";", "|")
        values[name] = text
    for name, text in (shared or {}).items():
        if name in by_name and not values.get(name, "").strip():
            values[name] = text
    return values


def split_at_semicolons(
    headers: Sequence[str], mapping: dict[str, str], columns: Sequence[Column]
) -> list[str]:
    """The headers under which `;` parts one value from the next."""
    by_name = {column.name: column for column in columns}
    return [
        headers[int(position)]
        for position, name in mapping.items()
        if name in by_name and _splits_at_semicolons(by_name[name], headers[int(position)])
    ]


def _splits_at_semicolons(column: Column, header: str) -> bool:
    return column.is_list and normalise_header(header) != normalise_header(column.name)
