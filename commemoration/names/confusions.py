"""How easily one sound, or one letter, is taken for another.

A cost of 0 is no difference, 1 a different letter. Two things go wrong on the way to a stone: a
clerk hears badly (`HEARD`), and somebody reads the clerk's hand badly (`SEEN`). The costs come from
the stones of Soviet dead in Belgium whose names are known, and from reason; `bench/names.py`
measures what they are worth.
"""

from itertools import product

from commemoration.names.sounds import CONSONANTS, DOUBTFUL, VOWELS

SYMBOLS = VOWELS + CONSONANTS + "".join(DOUBTFUL)
OTHER_VOWEL = 0.4
OTHER_LETTER = 1.0
# What a doubtful letter costs beside the sound that it stands for.
DOUBT = 0.05
# Two letters that changed places.
SWAPPED = 0.55
# Two letters that changed places around a third one: Шелипов, Шепилов.
SWAPPED_AROUND = 0.8

HEARD = {
    "vf": 0.15, "bp": 0.25, "dt": 0.25, "gk": 0.3, "gh": 0.3, "kh": 0.35, "bv": 0.5,
    "SW": 0.15, "zs": 0.2, "ZS": 0.25, "CW": 0.25, "SC": 0.35, "Xs": 0.35, "Xz": 0.35,
    "sS": 0.4, "zZ": 0.4, "XC": 0.35, "ZC": 0.4, "ZX": 0.45, "sC": 0.45, "zS": 0.45, "sZ": 0.45,
    "XS": 0.45, "Xt": 0.5, "mn": 0.4, "lr": 0.6, "ji": 0.1,
    "ao": 0.2, "ei": 0.25, "ou": 0.3,
}  # fmt: skip
SEEN = {
    "vr": 0.45, "nr": 0.5, "hk": 0.5, "uv": 0.55,
    "br": 0.6, "nu": 0.6, "nv": 0.6, "tf": 0.6, "ur": 0.6, "gj": 0.6, "ft": 0.6, "tc": 0.6,
    "pf": 0.6, "dl": 0.6, "lt": 0.65, "hn": 0.65, "sr": 0.65, "lk": 0.7, "tr": 0.7, "mu": 0.7,
    "bl": 0.7, "hb": 0.7, "pn": 0.7, "kr": 0.7, "zr": 0.7, "fs": 0.7,
    "da": 0.7, "sl": 0.75, "ae": 0.35, "eo": 0.35, "iu": 0.4,
}  # fmt: skip
# One sound of one spelling for two of the other, heard or seen: m as in, w as ur, ch as k.
ONE_FOR_TWO = {
    ("X", "ts"): 0.05, ("K", "ks"): 0.05, ("h", "kh"): 0.1, ("h", "kH"): 0.1, ("W", "SC"): 0.1,
    ("W", "sC"): 0.15, ("S", "sh"): 0.15, ("S", "sH"): 0.15, ("C", "ts"): 0.2, ("S", "sQ"): 0.2,
    ("Q", "ck"): 0.2, ("C", "Ts"): 0.2, ("Z", "dz"): 0.3, ("Z", "sH"): 0.3, ("h", "ck"): 0.3,
    ("C", "sQ"): 0.3, ("S", "sk"): 0.35, ("B", "sk"): 0.35, ("C", "Xk"): 0.35, ("C", "ck"): 0.35,
    ("C", "sc"): 0.4, ("W", "sk"): 0.5, ("C", "tk"): 0.5, ("v", "ur"): 0.5, ("m", "in"): 0.5,
    ("m", "ni"): 0.5, ("f", "tj"): 0.5, ("u", "ii"): 0.5, ("d", "cl"): 0.5, ("v", "ru"): 0.6,
    ("v", "nr"): 0.6, ("m", "nr"): 0.6, ("n", "vi"): 0.6, ("b", "li"): 0.6, ("a", "ci"): 0.6,
    ("k", "li"): 0.7,
}  # fmt: skip
# What a symbol costs that only one of two spellings has.
LOST_VOWEL = 0.45
LOST_CONSONANT = 0.8
LOST = {"j": 0.12, "H": 0.3, "I": 0.35, "J": 0.4, "i": 0.4, "h": 0.6, "v": 0.75}


def lost(symbol: str) -> float:
    """The cost of a symbol that stands in one of two spellings only."""
    sounds = DOUBTFUL.get(symbol, symbol)
    return LOST.get(symbol, LOST_VOWEL if sounds[0] in VOWELS else LOST_CONSONANT)


def confused(one: str, other: str) -> float:
    """The cost of one symbol for another: the least of the sounds that they may stand for."""
    if one == other:
        return 0.0
    pairs = product(DOUBTFUL.get(one, one), DOUBTFUL.get(other, other))
    doubt = DOUBT * ((one in DOUBTFUL) + (other in DOUBTFUL))
    return min(min(heard(*pair), seen(*pair)) for pair in pairs) + doubt


def heard(one: str, other: str) -> float:
    """How unlike two sounds are to an ear: 0 to 1."""
    if one == other:
        return 0.0
    both_vowels = one in VOWELS and other in VOWELS
    return _of(HEARD, one, other, OTHER_VOWEL if both_vowels else OTHER_LETTER)


def seen(one: str, other: str) -> float:
    """How unlike two letters are to an eye that reads a hand or a worn stone: 0 to 1."""
    return 0.0 if one == other else _of(SEEN, one, other, OTHER_LETTER)


def _of(costs: dict[str, float], one: str, other: str, else_cost: float) -> float:
    return min(costs.get(one + other, else_cost), costs.get(other + one, else_cost))
