"""Which signs the types have in which names are set. Typst brings them; those of the machine are
left out, so that what prints here prints everywhere.

Latin, Greek, Cyrillic, Armenian, Hebrew and Georgian letters, and the signs of running text. A test
asks Typst for each of them.
"""

from collections.abc import Iterable

from commemoration.names.models.forms import NameForm
from commemoration.names.shown import spoken_form

HELD = (
    (0x20, 0x7E),
    (0xA0, 0x36F),  # Latin with its diacritics; marks above and below
    (0x384, 0x3E1),  # Greek
    (0x400, 0x4FF),  # Cyrillic
    (0x531, 0x58A),  # Armenian
    (0x5D0, 0x5EA),  # Hebrew
    (0x10D0, 0x10FA),  # Georgian
    (0x1E00, 0x1EFF),
    (0x2010, 0x2027),
    (0x20AC, 0x20AC),
    (0x2116, 0x2116),
)


def can_be_set(words: str) -> bool:
    return all(is_held(sign) for sign in words)


def forms_that_can_be_set(forms: Iterable[NameForm]) -> list[NameForm]:
    """The forms of a name of which every sign can be set."""
    return [form for form in forms if can_be_set(spoken_form(form))]


def what_can_be_set(words: str) -> str:
    """Without the signs that no type has."""
    return " ".join("".join(filter(is_held, words)).split())


def in_capitals(words: str) -> str:
    """As the surname stands on a placard; as it is, where no type has such capitals: Georgian."""
    capitals = words.upper()
    return capitals if can_be_set(capitals) else words


def is_held(sign: str) -> bool:
    return any(first <= ord(sign) <= last for first, last in HELD)
