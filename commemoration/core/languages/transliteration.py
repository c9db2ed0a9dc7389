"""Latin letters for Cyrillic ones, for addresses: readable, plain ASCII, without loss of words."""

import re
import unicodedata

# After the Cyrillic table of ICAO Doc 9303 part 3; ь is left out, ґ and ў are simplified.
LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z",
    "и": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ъ": "ie", "ы": "y", "ь": "", "э": "e", "ю": "iu", "я": "ia",
    "і": "i", "ї": "i", "є": "ie", "ґ": "g", "ў": "u",
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "№": "no-",
}  # fmt: skip


def slug_text(text: str) -> str:
    """Lower-case ASCII words joined by single hyphens; may be empty when nothing can be read."""
    letters = "".join(LATIN.get(letter, letter) for letter in _composed(text))
    ascii_text = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_text).strip("-")


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text).lower()
