"""Reads a list from CSV or XLSX as plain text cells, whatever program wrote it.

Nothing is guessed silently: what was detected is returned and said in the report.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import BinaryIO

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from . import limits

DELIMITERS = (",", ";", "\t")
ZIP_SIGNATURE = b"PK\x03\x04"
OLD_EXCEL_SIGNATURE = b"\xd0\xcf\x11\xe0"


class TableRefused(Exception):
    """The file cannot be read as a list; the message is for the person who sent it."""


@dataclass
class Table:
    """`rows` are (row number as a spreadsheet shows it, cells as text)."""

    headers: list[str]
    rows: list[tuple[int, list[str]]]
    format: str
    encoding: str = ""
    delimiter: str = ""
    notes: list[str] = field(default_factory=list)


def read_table(file: BinaryIO) -> Table:
    """Read a whole list. The content decides what it is, not the name. Raises `TableRefused`."""
    content = file.read(limits.MAX_SHEET_BYTES + 1)
    if len(content) > limits.MAX_SHEET_BYTES:
        raise TableRefused(
            _("The list is larger than %(size)d MB. Split it into several files.")
            % {"size": limits.MAX_SHEET_BYTES // 1024**2}
        )
    if not content.strip():
        raise TableRefused(_("The file is empty."))
    if content.startswith(OLD_EXCEL_SIGNATURE):
        raise TableRefused(
            _("This is an old Excel file. Save it as “Excel workbook (.xlsx)” or as CSV.")
        )
    if content.startswith(ZIP_SIGNATURE):
        return _read_xlsx(content)
    return _read_csv(content)


def _read_csv(content: bytes) -> Table:
    text, encoding = decode(content)
    if "\x00" in text:
        raise TableRefused(_("This is not a text file. Send the list as CSV or XLSX."))
    delimiter = detect_delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        table = _collect(reader, "csv")
    except csv.Error as error:
        raise TableRefused(
            _("The list cannot be read near line %(line)d. Is a quotation mark left open?")
            % {"line": reader.line_num}
        ) from error
    table.encoding, table.delimiter = encoding, delimiter
    return table


def decode(content: bytes) -> tuple[str, str]:
    """Text and the name of its encoding: UTF-8 or UTF-16 by mark, UTF-8, Windows-1251 or -1252."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return content.decode("utf-16"), "UTF-16"
        except UnicodeDecodeError as error:
            raise TableRefused(_("The text of the file is damaged. Save it as UTF-8.")) from error
    try:
        return content.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        encoding = "windows-1251" if _looks_cyrillic(content) else "windows-1252"
        return content.decode(encoding, errors="replace"), encoding


def _looks_cyrillic(content: bytes) -> bool:
    """Cyrillic letters stand beside each other; accented ones stand among plain letters."""
    neighbours = len(re.findall(rb"[\xc0-\xff][\xc0-\xff]", content))
    lonely = len(re.findall(rb"(?<![\xc0-\xff])[\xc0-\xff](?![\xc0-\xff])", content))
    return neighbours > lonely


def detect_delimiter(text: str) -> str:
    """The sign that parts the headers; those inside quotation marks do not count."""
    first_line = next((line for line in text.splitlines() if line.strip()), "")
    outside_quotes = re.sub(r'"[^"]*"', "", first_line)
    return max(DELIMITERS, key=outside_quotes.count)


def _read_xlsx(content: bytes) -> Table:
    _refuse_spreadsheet_bomb(content)
    try:
        workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except Exception as error:  # openpyxl lets many kinds through
        raise TableRefused(_("This workbook is damaged. Save it again, or as CSV.")) from error
    sheets = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
    if not sheets:
        raise TableRefused(_("The workbook has no visible sheet."))
    sheet = sheets[0]
    sheet.reset_dimensions()
    try:
        table = _collect(
            ([cell_text(value) for value in row] for row in sheet.iter_rows(values_only=True)),
            "xlsx",
        )
    except TableRefused:
        raise
    except Exception as error:
        raise TableRefused(_("This workbook is damaged. Save it again, or as CSV.")) from error
    finally:
        workbook.close()
    if len(sheets) > 1:
        table.notes.append(
            _("The workbook has several sheets; only the first, “%(name)s”, was read.")
            % {"name": sheet.title}
        )
    return table


def _refuse_spreadsheet_bomb(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile as error:
        raise TableRefused(_("This workbook is damaged. Save it again, or as CSV.")) from error
    if "[Content_Types].xml" not in names:
        raise TableRefused(_("This is a ZIP archive, not a list. Send the list as CSV or XLSX."))
    if unpacked > limits.MAX_SHEET_UNPACKED_BYTES:
        raise TableRefused(_("This workbook unpacks to far more than a list needs. Send a CSV."))


def cell_text(value: object) -> str:
    """A spreadsheet's value as a person reads it: 1943.0 is 1943, midnight is no time."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    return str(value)


def _collect(lines: Iterable[list[str]], format: str) -> Table:  # noqa: A002
    filled = _filled_lines(lines)
    try:
        _number, headers = next(filled)
    except StopIteration as error:
        raise TableRefused(_("The file is empty.")) from error
    headers = [header.strip() for header in headers]
    while headers and not headers[-1]:
        headers.pop()
    rows = list(filled)
    if not rows:
        raise TableRefused(_("The file has a line of headers but no rows."))
    table = Table(headers=headers, rows=rows, format=format)
    _name_nameless(table)
    repeated = sorted({header for header in headers if header and headers.count(header) > 1})
    if repeated:
        table.notes.append(
            _("These headers occur more than once; the first is used: %(names)s.")
            % {"names": ", ".join(repeated)}
        )
    return table


def _name_nameless(table: Table) -> None:
    """A column without a header that holds something is called by its letter, not passed over."""
    for position, header in enumerate(table.headers):
        if not header and any(len(row) > position and row[position] for _n, row in table.rows):
            table.headers[position] = _("Column %(letter)s") % {
                "letter": get_column_letter(position + 1)
            }
            table.notes.append(
                _("One column has no header; here it is called “%(name)s”.")
                % {"name": table.headers[position]}
            )


def _filled_lines(lines: Iterable[list[str]]) -> Iterator[tuple[int, list[str]]]:
    count = 0
    for number, line in enumerate(lines, start=1):
        cells = [cell.strip() for cell in line]
        while cells and not cells[-1]:
            cells.pop()
        if not cells:
            continue
        count += 1
        _refuse_oversize(count, number, cells)
        yield number, cells


def _refuse_oversize(count: int, number: int, cells: list[str]) -> None:
    if count > limits.MAX_ROWS + 1:
        raise TableRefused(
            _("The list has more than %(count)d rows. Split it into several files.")
            % {"count": limits.MAX_ROWS}
        )
    if len(cells) > limits.MAX_COLUMNS:
        raise TableRefused(
            _("Row %(row)d has more than %(count)d columns.")
            % {"row": number, "count": limits.MAX_COLUMNS}
        )
    if any(len(cell) > limits.MAX_CELL_CHARACTERS for cell in cells):
        raise TableRefused(
            _("Row %(row)d has a cell with more than %(count)d characters.")
            % {"row": number, "count": limits.MAX_CELL_CHARACTERS}
        )
