"""Alphabetical and natural order as a text that any database sorts byte by byte."""

import re
import unicodedata

LAST = "\U0010ffff"
# Letters that are not their neighbour with an accent: й is no и; ё comes after every е.
OWN_LETTERS = {"й": "й", "ё": f"е{LAST}", "ї": f"і{LAST}", "ў": f"у{LAST}"}
DIGITS_KEPT = 12


def natural_key(text: str) -> str:
    """A key for people's idea of order: letters without case and accents, numbers by value.

    SP-2 comes before SP-10, and ё after е. The key sorts right under collation "C".
    """
    lowered = unicodedata.normalize("NFC", " ".join(text.split())).casefold()
    letters = "".join(OWN_LETTERS.get(letter) or _without_accent(letter) for letter in lowered)
    return re.sub(r"[0-9]+", lambda digits: digits[0].lstrip("0").zfill(DIGITS_KEPT), letters)


def _without_accent(letter: str) -> str:
    parts = unicodedata.normalize("NFKD", letter)
    return "".join(part for part in parts if not unicodedata.combining(part))
