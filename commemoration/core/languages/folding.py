"""Makes alike what readers type alike: ё and е, letters with accents and without.

`fold` and `folded` agree letter by letter, so that what one wrote the other finds. The server has
no `unaccent`; й stays apart from и, which is another letter.
"""

import unicodedata

from django.db.models import Func, TextField, Value
from django.db.models.functions import Lower

WITH_SIGNS = "ёàáâãäåçèéêëìíîïñòóôõöùúûüýÿ"
WITHOUT = "еaaaaaaceeeeiiiinooooouuuuyy"
TABLE = str.maketrans(WITH_SIGNS, WITHOUT)


def fold(text: str) -> str:
    """`text` in small letters without accents; as long as its composed form (NFC)."""
    return unicodedata.normalize("NFC", text).lower().translate(TABLE)


def folded(field: str | Func) -> Func:
    """The same of a column, in the database; immutable, as indexes and generated columns need."""
    return Func(
        Lower(field),
        Value(WITH_SIGNS),
        Value(WITHOUT),
        function="translate",
        output_field=TextField(),
    )
