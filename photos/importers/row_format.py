"""How a list that this site has written is told from others, and read back without any change.

Every row of an export says `photos/1` in its column `row_format`. Texts of such a row are taken as
they stand: no HTML is looked for. Three signs are written differently from what they mean:

- A cell that a spreadsheet would take for a formula gets an apostrophe before it, which is taken
  away again: `=1+1` is written `'=1+1`. One that begins with apostrophes before such a sign gets
  one more. Numbers stay as they are.
- Within a list, `|` is written `\\|` and `\\` is written `\\\\`.

Rows without that mark, such as those that somebody adds by hand, are read like any other list.
"""

import re

ROW_FORMAT = "photos/1"
WITHDRAWN = "withdrawn"  # in the column `status`

# https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = re.compile(r"'*[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]")
_GUARDED = re.compile(r"''*[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]")
_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
_SPECIAL = re.compile(r"([\\|])")
_LIST_TOKEN = re.compile(r"\\([\\|])|(\|)|([^\\|]+|\\)")


def guard(text: str) -> str:
    """The text as a cell that no spreadsheet runs."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def unguard(cell: str) -> str:
    """What `guard` was given."""
    return cell[1:] if _GUARDED.match(cell) else cell


def join_list(values: list[str]) -> str:
    return "|".join(_SPECIAL.sub(r"\\\1", value) for value in values)


def split_list(cell: str) -> list[str]:
    """What `join_list` was given; an empty cell is an empty list."""
    values = [""]
    for match in _LIST_TOKEN.finditer(cell):
        escaped, bar, plain = match.groups()
        if bar:
            values.append("")
        else:
            values[-1] += escaped or plain
    return values if cell else []
