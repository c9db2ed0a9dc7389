"""Keys that two spellings of one name share, so that an index finds one by the other.

A key is what hardly goes wrong: the consonants, in classes that ears and eyes confuse. One of them
may still be wrong: each key also stands with each of its letters left out, without the usual
endings, and in alphabetical order, for letters that changed places. Names of few consonants keep
their vowels, or half of all names would share a key. What the keys let through, `likeness` ranks.

    "Журавлёв" → SRVLV, RVLV, SVLV …  SRVL (without -ёв)  ~LRSV …
"""

import re
from itertools import product

from commemoration.names.sounds import DOUBTFUL, VOWELS

# The classes: one letter for all sounds that are taken for each other.
_CLASS = (
    dict.fromkeys("bp", "P")
    | dict.fromkeys("vf", "V")
    | dict.fromkeys("gkhK", "K")
    | dict.fromkeys("dt", "T")
    | dict.fromkeys("mn", "N")
    | dict.fromkeys("szSZCXWBD", "S")
    | {"l": "L", "r": "R", "j": ""}
)
_BRANCHES = {
    "Q": ("S", "K"),
    "J": ("S", ""),
    "G": ("K", "S"),
    "H": ("K", ""),
    "c": ("K", "S"),
    "T": ("S", "T"),
    "R": ("R", "S"),
}
_VOWELS = set(VOWELS) | {symbol for symbol, sounds in DOUBTFUL.items() if sounds[0] in VOWELS}
_BRIGHT = set("eiIE")
# A name that begins with a vowel or a soft one keeps the mark of it.
_LEAD = "A"
_ENDINGS = ("VSK", "VS", "VK", "V", "N", "SK")
_WHOLE_ENDING = re.compile("(?:[ai]V|[ai]VSKi?|SKi?|[ai]VS|i|i?N)$")
_MOST_BRANCHES = 8
# A key of fewer letters is not shortened, and not told apart by the order of its letters.
_CUT = 4
# With fewer consonants a name is also kept with its vowels.
_FEW = 5


def keys_of(sounds: str) -> set[str]:
    """The keys of a row of sounds (`sounds_of`): some 5 to 30 short strings of ASCII letters."""
    found = set()
    skeletons = _skeletons(sounds)
    for skeleton in skeletons:
        for part in {skeleton, *_without_ending(skeleton)}:
            found |= _slips(part)
        if len(skeleton) >= _CUT:
            turned = "".join(sorted(skeleton))
            found |= {f"~{key}" for key in {turned} | _shortened(turned) if len(key) >= _CUT}
    if min(map(len, skeletons), default=0) < _FEW:
        whole = _with_vowels(sounds)
        for part in {whole, _WHOLE_ENDING.sub("", whole)}:
            found |= {f"={key}" for key in _slips(part) if len(part) > 1}
    return found


def _slips(key: str) -> set[str]:
    return {key} | (_shortened(key) if len(key) >= _CUT else set())


def _shortened(key: str) -> set[str]:
    return {key[:place] + key[place + 1 :] for place in range(len(key))}


def _skeletons(sounds: str) -> set[str]:
    """The classes of the consonants, without doubles; one for each reading of doubtful letters."""
    choices: list[tuple[str, ...]] = []
    count = 1
    for place, symbol in enumerate(sounds):
        if symbol in _VOWELS:
            choice: tuple[str, ...] = () if place else (_LEAD,)
        elif place == 0 and symbol in "jJ":
            choice = (_LEAD,) if symbol == "j" else ("S", _LEAD)
        else:
            choice = _readings(symbol)
        if count * len(choice) > _MOST_BRANCHES:
            choice = choice[:1]
        if choice:
            choices.append(choice)
            count *= len(choice)
    return {_undoubled("".join(letters)) for letters in product(*choices)}


def _with_vowels(sounds: str) -> str:
    """The first reading with its vowels, in two classes: a (a, o, u) and i (e, i)."""
    letters = (
        ("i" if symbol in _BRIGHT else "a") if symbol in _VOWELS else _readings(symbol)[0]
        for symbol in sounds
    )
    return _undoubled("".join(letters))


def _readings(symbol: str) -> tuple[str, ...]:
    return _BRANCHES.get(symbol) or (_CLASS[symbol],)


def _without_ending(skeleton: str) -> set[str]:
    return {
        skeleton.removesuffix(ending)
        for ending in _ENDINGS
        if skeleton.endswith(ending) and len(skeleton) - len(ending) > 1
    }


def _undoubled(letters: str) -> str:
    return re.sub(r"(.)\1+", r"\1", letters)
