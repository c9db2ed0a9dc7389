"""What may stand in the name of a person: letters of any script and what joins them.

Emoji and other pictures are refused: no type prints them, on a placard they would be boxes.
"""

import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from commemoration.core.visitor_forms.plain import LineField

# The hyphens and apostrophes of Hebrew, Armenian and Japanese, and the raised letters of “Mª José”,
# among them; “(?)” and “/” stand where a family is not sure.
JOINING = frozenset(" -‐‑–—־֊'’‘ʼ`´՚׳״.,·・()[]«»“”„\"?/ªº")
JOINERS = frozenset("\u200c\u200d")  # between two letters they say how these are joined
FIGURES = "Nd"
LETTERS = ("L", "Mn", "Mc")
ORNAMENTS = ("<font>", "<circle>", "<square>", "<super>", "<sub>", "<wide>")


def validate_name(name: str) -> None:
    """ValidationError that shows the first sign which is no part of a name, or for a name without
    a letter."""
    for sign in _without_joiners(name):
        if not (sign in JOINING or is_letter(sign) or unicodedata.category(sign) == FIGURES):
            raise ValidationError(
                _(
                    "“%(sign)s” cannot stand in a name. Write letters, and where they are needed "
                    "hyphens, apostrophes, dots, commas, brackets or figures."
                ),
                code="sign",
                params={"sign": sign if sign.isprintable() else f"U+{ord(sign):04X}"},
            )
    if name and not any(is_letter(sign) for sign in name):
        raise ValidationError(_("Write the name in letters."), code="no_letter")


def is_letter(sign: str) -> bool:
    """A letter of running text, or a mark above or below one; not the ornamental letters, nor the
    signs that choose how a picture looks."""
    is_one = unicodedata.category(sign).startswith(LETTERS)
    chooses = "VARIATION SELECTOR" in unicodedata.name(sign, "")
    return is_one and not chooses and not unicodedata.decomposition(sign).startswith(ORNAMENTS)


def _without_joiners(name: str) -> str:
    """Two emoji are joined by the same sign: between other signs it stays, and is refused."""
    parts = zip(f" {name}", name, f"{name[1:]} ", strict=False)
    return "".join(
        sign
        for before, sign, after in parts
        if not (sign in JOINERS and is_letter(before) and is_letter(after))
    )


class NameField(LineField):
    """The name of a person, on one line."""

    default_validators = [validate_name]
