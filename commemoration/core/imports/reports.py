"""The report of an import as a CSV file that a spreadsheet opens without harm."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .columns import split_at_semicolons, unknown_headers
from .models import ImportBatch, ImportRow
from .registry import importer_for

MOST_NAMES = 100
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
    for place, text in whole_list_messages(batch):
        yield writer.writerow([neutralise_formula(cell) for cell in _whole_line(place, text)])
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


def whole_list_messages(batch: ImportBatch) -> list[tuple[str, str]]:
    """What holds for every row: (column or header, sentence)."""
    importer = importer_for(batch.importer)
    columns = importer.columns(batch.options) if importer else []
    by_name = {column.name: column for column in columns}
    messages = [("", note) for note in batch.notes]
    for name, value in batch.shared_values.items():
        text = _("“%(value)s” holds for every row that says nothing else.")
        column = by_name.get(name)
        shown = dict(column.choices).get(value, value) if column else value
        messages.append((column.label if column else name, text % {"value": shown}))
    for header in split_at_semicolons(batch.headers, batch.mapping, columns):
        text = _("Several values in one cell were told apart by semicolons.")
        messages.append((header, text))
    for header in unknown_headers(batch.headers, batch.mapping):
        messages.append((header, _("This header is not imported.")))
    if batch.unused_files:
        text = ngettext(
            "No row names %(count)d file that was sent: %(names)s.",
            "No row names %(count)d files that were sent: %(names)s.",
            len(batch.unused_files),
        )
        names = ", ".join(batch.unused_files[:MOST_NAMES])
        if len(batch.unused_files) > MOST_NAMES:
            names += " …"
        messages.append(("", text % {"count": len(batch.unused_files), "names": names}))
    return messages


def left_out_cells(row: ImportRow, batch: ImportBatch) -> list[tuple[str, str]]:
    """Header and text of what the row says in columns that are not imported."""
    return [
        (batch.headers[position], cell)
        for position, cell in enumerate(row.cells[: len(batch.headers)])
        if cell and str(position) not in batch.mapping
    ]


def _whole_line(place: str, text: str) -> list[str]:
    return ["", "", _("The whole list"), "", place, text, "", ""]


_ADDRESS = re.compile(r"/admin/[\w/-]+/")


@dataclass(frozen=True)
class RowMessage:
    """`column` is the importer's name, `header` how the list calls it if that is different."""

    column: str
    header: str
    text: str
    is_error: bool

    @property
    def parts(self) -> tuple[str, str, str]:
        """The text before, in and after an address of the admin, which becomes a link."""
        found = _ADDRESS.search(self.text)
        if not found:
            return self.text, "", ""
        return self.text[: found.start()], found[0], self.text[found.end() :]

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
        *([header, _("Not imported"), cell, ""] for header, cell in left_out_cells(row, batch)),
        *(
            [name, "", value_text(change["before"]), value_text(change["after"])]
            for name, change in row.changes.items()
        ),
    ]
    for line in lines or [["", "", "", ""]]:
        yield [*start, *line]
