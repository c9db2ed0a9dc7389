"""Looks for words wherever this site may have written them down: every table, every file."""

from base64 import b64encode
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

from django.db import connection


def tables_with(words: str) -> set[str]:
    """The tables that hold these words in a column of any type: a row as text shows all of them,
    bytes as hexadecimal figures."""
    tables = connection.introspection.table_names()
    return {table for table in tables if _has_row_with(table, words)}


def files_with(words: str, folders: Iterable[Path]) -> set[str]:
    """The names of all files below these folders that hold these words, however they are coded."""
    written = [form.encode() for form in _forms(words)]
    files = (path for folder in folders for path in Path(folder).rglob("*") if path.is_file())
    contents = ((path.name, path.read_bytes().lower()) for path in files)
    return {name for name, content in contents if any(form in content for form in written)}


def _has_row_with(table: str, words: str) -> bool:
    name = connection.ops.quote_name(table)
    forms = [form.lower() for form in _forms(words)]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT EXISTS (SELECT FROM {name} kept CROSS JOIN unnest(%s) AS written"  # noqa: S608
            " WHERE strpos(lower(kept::text), written) > 0)",
            [forms],
        )
        return cursor.fetchone()[0]


def _forms(words: str) -> list[str]:
    """As they are, as in an address, as figures, and in base64 at each of its three beginnings."""
    plain = words.encode()
    inner = (b64encode(b"\0" * shift + plain).decode()[4:-4] for shift in (1, 2, 3))
    return [form.lower() for form in (words, quote(words), plain.hex(), *inner)]
