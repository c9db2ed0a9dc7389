"""How accession numbers are written, compared, put into addresses and into order."""

import unicodedata

from commemoration.core.languages.transliteration import slug_text

LONGEST_SLUG = 100
NOTHING_READABLE = "photo"


def normalise_accession(text: str) -> str:
    """One form of an accession number: composed letters, single spaces, none at the ends."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def slug_for(accession: str) -> str:
    """The address form of an accession number, before collisions are numbered.

    "ЦГАКФД 0-359941/2" becomes "tsgakfd-0-359941-2".
    """
    return slug_text(accession)[:LONGEST_SLUG].strip("-") or NOTHING_READABLE


def numbered(slug: str, number: int) -> str:
    """The slug with a number at its end, still within the longest length."""
    ending = f"-{number}"
    return slug[: LONGEST_SLUG - len(ending)].rstrip("-") + ending
