"""Makes alike what readers type alike: ё and е, letters with accents and without.

Functions of the database do the same with these letters (`photos.search_words`), so that what one
wrote the other finds. The server has no `unaccent`; й stays apart from и, which is another letter.
"""

import unicodedata

WITH_SIGNS = "ёàáâãäåçèéêëìíîïñòóôõöùúûüýÿ"
WITHOUT = "еaaaaaaceeeeiiiinooooouuuuyy"
TABLE = str.maketrans(WITH_SIGNS, WITHOUT)


def fold(text: str) -> str:
    """`text` in small letters without accents; as long as its composed form (NFC)."""
    return unicodedata.normalize("NFC", text).lower().translate(TABLE)
