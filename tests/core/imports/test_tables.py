import datetime
import io
import zipfile

import pytest
from openpyxl import Workbook

from commemoration.core.imports import limits, tables
from commemoration.core.imports.tables import TableRefused, read_table

HEADERS = ["фамилия", "город"]
ROW = ["Иванов, Пётр", "Льеж; Брюссель"]


def csv_bytes(delimiter, encoding):
    lines = [HEADERS, ROW]
    text = "\r\n".join(delimiter.join(f'"{cell}"' for cell in line) for line in lines)
    return text.encode(encoding)


def workbook_bytes(*rows, sheets=1):
    workbook = Workbook()
    for row in rows:
        workbook.active.append(row)
    for _ in range(sheets - 1):
        workbook.create_sheet()
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("cp1251", "windows-1251"),
    ],
)
def test_csv_is_read_in_each_encoding_and_delimiter(delimiter, encoding, said):
    table = read_table(io.BytesIO(csv_bytes(delimiter, encoding)))

    assert table.headers == HEADERS
    assert table.rows == [(2, ROW)]
    assert (table.encoding, table.delimiter) == (said, delimiter)


def test_western_accents_are_not_taken_for_cyrillic():
    content = "nom;ville\nGérard Lefèvre;Liège\nZoë;Saint-Hubert à côté\n".encode("cp1252")

    table = read_table(io.BytesIO(content))

    assert table.rows[0] == (2, ["Gérard Lefèvre", "Liège"])
    assert table.encoding == "windows-1252"


def test_row_numbers_are_those_of_a_spreadsheet():
    table = read_table(io.BytesIO(b'a,b\n"two\nlines",1\n\n,\nx,2\n'))

    assert table.rows == [(2, ["two\nlines", "1"]), (5, ["x", "2"])]


def test_workbook_numbers_and_dates_become_text():
    content = workbook_bytes(
        ["a", "b", "c", "d", "e", "f"],
        [
            1943.0,
            50.5,
            datetime.datetime.fromisoformat("1944-09-03"),
            datetime.date(1945, 5, 9),
            True,
            "=1+1",
        ],
    )

    table = read_table(io.BytesIO(content))

    assert table.format == "xlsx"
    assert table.rows == [(2, ["1943", "50.5", "1944-09-03", "1945-05-09", "yes"])]


def test_second_sheet_is_said_to_be_left_out():
    table = read_table(io.BytesIO(workbook_bytes(["a"], ["1"], sheets=2)))

    assert table.notes == ["The workbook has several sheets; only the first, “Sheet”, was read."]


def zip_bytes(name, content):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "The file is empty."),
        (b" \n ", "The file is empty."),
        (b"a,b\n", "The file has a line of headers but no rows."),
        (b"a,b\n\x00\x01,2\n", "This is not a text file. Send the list as CSV or XLSX."),
        (zip_bytes("x", "y"), "This is a ZIP archive, not a list. Send the list as CSV or XLSX."),
        (b"PK\x03\x04 torn", "This workbook is damaged. Save it again, or as CSV."),
        (
            zip_bytes("[Content_Types].xml", "<no>"),
            "This workbook is damaged. Save it again, or as CSV.",
        ),
        (
            b"\xd0\xcf\x11\xe0 old",
            "This is an old Excel file. Save it as “Excel workbook (.xlsx)” or as CSV.",
        ),
        (b"a\n" + b"x" * 50_001, "Row 2 has a cell with more than 50000 characters."),
        (b"a\n" + b"x," * 200 + b"x", "Row 2 has more than 200 columns."),
        (
            b'a\n"' + b"x" * 140_000,
            "The list cannot be read near line 2. Is a quotation mark left open?",
        ),
    ],
)
def test_what_is_no_list_is_refused_in_plain_words(content, message):
    with pytest.raises(TableRefused) as refusal:
        read_table(io.BytesIO(content))

    assert str(refusal.value) == message


def test_too_many_rows_are_refused(monkeypatch):
    monkeypatch.setattr(limits, "MAX_ROWS", 2)

    assert len(read_table(io.BytesIO(b"a\n1\n2\n")).rows) == 2
    with pytest.raises(TableRefused, match="more than 2 rows"):
        read_table(io.BytesIO(b"a\n1\n2\n3\n"))


def test_spreadsheet_bomb_is_refused_before_it_unpacks(monkeypatch):
    monkeypatch.setattr(limits, "MAX_SHEET_UNPACKED_BYTES", 1000)

    with pytest.raises(TableRefused, match="far more than a list needs"):
        read_table(io.BytesIO(workbook_bytes(["a"], ["1"])))


def test_repeated_headers_are_said():
    table = read_table(io.BytesIO(b"a,b,a\n1,2,3\n"))

    assert table.notes == ["These headers occur more than once; the first is used: a."]


def test_delimiters_inside_quotation_marks_do_not_count():
    assert tables.detect_delimiter('"a,b,c,d";e;f\n') == ";"
