"""The report of an import as a CSV file that a spreadsheet opens without harm."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from .models import ImportBatch, ImportRow

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def neutralise_formula(text: str) -> str:
    """Text that a spreadsheet would calculate gets an apostrophe in front.

    Source: OWASP, “CSV Injection”.
    """
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA_STARTS) else text


def value_text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return " | ".join(str(item) for item in value)
    return str(value)


class _Echo:
    def write(self, line: str) -> str:
        return line


def report_lines(batch: ImportBatch) -> Iterator[str]:
    """Lines of the report, with a byte order mark so that Excel reads Cyrillic."""
    writer = csv.writer(_Echo())
    yield "\ufeff"
    yield writer.writerow(
        [
            _("Row"),
            _("Record"),
            _("State"),
            _("Result"),
            _("Column"),
            _("Message"),
            _("Before"),
            _("After"),
        ]
    )
    for row in batch.rows.iterator(chunk_size=500):
        for line in _row_lines(row, batch):
            yield writer.writerow([neutralise_formula(cell) for cell in line])


def in_language(language: str, lines: Iterator[str]) -> Iterator[str]:
    """Lines that are written later, when the screen that asked for them has given its own
    language back; between two lines the language is that of whoever reads them."""
    while True:
        with translation.override(language):
            line = next(lines, None)
        if line is None:
            return
        yield line


@dataclass(frozen=True)
class RowMessage:
    """`column` is the importer's name, `header` how the list calls it if that is different."""

    column: str
    header: str
    text: str
    is_error: bool

    @property
    def place(self) -> str:
        return f"{self.column} ({self.header})" if self.header else self.column


def row_messages(row: ImportRow, batch: ImportBatch) -> list[RowMessage]:
    """What is wrong with a row or was understood differently, errors first."""
    headers = {name: batch.headers[int(position)] for position, name in batch.mapping.items()}
    return [
        RowMessage(
            column=name,
            header=headers.get(name, name) if headers.get(name, name) != name else "",
            text=text,
            is_error=is_error,
        )
        for messages, is_error in ((row.errors, True), (row.warnings, False))
        for name, texts in messages.items()
        for text in texts
    ]


def _row_lines(row: ImportRow, batch: ImportBatch) -> Iterator[list[str]]:
    start = [str(row.number), row.key, row.get_state_display(), row.get_outcome_display()]
    lines = [
        *([message.place, message.text, "", ""] for message in row_messages(row, batch)),
        *([["", row.note, "", ""]] if row.note else []),
        *(
            [name, "", value_text(change["before"]), value_text(change["after"])]
            for name, change in row.changes.items()
        ),
    ]
    for line in lines or [["", "", "", ""]]:
        yield [*start, *line]
