"""Matches the headers of a list to the columns an importer knows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """One column of an importer.

    `preferred` headers win over the column's own name, `aliases` come after it.
    A list is separated by `|`; under a foreign header `;` is understood as well.
    """

    name: str
    label: str
    required: bool = False
    is_list: bool = False
    preferred: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()

    @property
    def headers(self) -> tuple[str, ...]:
        return (*self.preferred, self.name, *self.aliases)


def normalise_header(header: str) -> str:
    """`dc:Title`, `DCTERMS.title` and `Title ` are one header."""
    plain = header.strip().casefold()
    plain = re.sub(r"^(dc|dcterms|dct)[:.]", "", plain)
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


def missing_columns(columns: Sequence[Column], mapping: dict[str, str]) -> list[Column]:
    mapped = set(mapping.values())
    return [column for column in columns if column.required and column.name not in mapped]


def row_values(
    cells: Sequence[str],
    headers: Sequence[str],
    mapping: dict[str, str],
    columns: Sequence[Column],
) -> dict[str, str]:
    """Column name → text of the cell, for the columns that the list has."""
    by_name = {column.name: column for column in columns}
    values = {}
    for position_text, name in mapping.items():
        position = int(position_text)
        column = by_name.get(name)
        if column is None:
            continue
        text = cells[position] if position < len(cells) else ""
        foreign = normalise_header(headers[position]) != normalise_header(name)
        if column.is_list and foreign and "|" not in text:
            text = text.replace(";", "|")
        values[name] = text
    return values
