"""What a name sounds like, from any of its spellings.

A clerk of a camp wrote down what he heard, in the manner of his own language; a stonemason read
the clerk's hand. So one man is Журавлёв, Zhuravlev, Jouravlev, Schurawljow and Zjoeravljov. Here
every spelling becomes a row of sounds, one letter each:

    a e i o u   vowels (ы is i, э is e; я, ю, ё are ja, ju, jo)
    b d f g k l m n p r s t v z   as in English
    j й · h х · Z ж · S ш · W щ · C ч · X ц

Latin letters that nations read differently keep their doubt in a symbol of its own (`DOUBTFUL`),
so that one spelling stays one row and two rows can be compared without trying every reading.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

VOWELS = "aeiou"
CONSONANTS = "bdfghjklmnprstvzZSWCX"
# A doubtful symbol, and the sounds that it may stand for.
DOUBTFUL = {
    "Q": "SCh",  # ch: French ш, English ч, German and Dutch х
    "J": "Zj",  # j: French ж, German and Dutch й
    "G": "gZ",  # g before e, i, y: г, in French ж
    "H": "hg",  # h: х, Ukrainian and Belgian г, or nothing
    "c": "kXs",  # c: к, Polish ц, French с
    "D": "Xsk",  # c before e, i, y: ц, French с
    "B": "SZ",  # German sch: ш, ж
    "T": "Ct",  # tj: Dutch ч, or a soft т
    "K": "hk",  # x: х, кс
    "R": "Zr",  # Polish rz: ж
    "I": "iej",  # ie: German long i, else е, ье
    "U": "uo",  # oe: Dutch у, else о, е
    "E": "eu",  # eu: French о, е; еу
    "A": "oa",  # au: French о; ау
}
_CYRILLIC = dict(
    zip("абвгдежзийклмнопрстуфхцчшщыэіїєґўј", "abvgdeZzijklmnoprstufhXCSWieiieguj", strict=True)
) | {"ё": "jo", "ю": "ju", "я": "ja", "ъ": "", "ь": "", "ў": "v"}
# The longest first where one begins another.
_LATIN = {
    # щ, ч, ш, ж
    **dict.fromkeys(("schtsch", "sjtsj", "chtch", "shtsh", "chtsch", "szcz", "shch", "šč"), "W"),
    **dict.fromkeys(("stsch", "stch"), "W"),
    **dict.fromkeys(("tsch", "tsh", "tch", "tsj", "cz", "č", "ć"), "C"),
    **dict.fromkeys(("dsch", "dzh", "dž", "dj", "zh", "zj", "ž", "ż"), "Z"),
    **dict.fromkeys(("sh", "sj", "sz", "š", "ś"), "S"),
    "sch": "B",
    "tj": "T",
    "rz": "R",
    # х, к, ц
    "kh": "h",
    "ch": "Q",
    "ck": "k",
    "qu": "k",
    "q": "k",
    "x": "K",
    **dict.fromkeys(("tz", "ts", "zz", "cs"), "X"),
    "gu(?=[eiy])": "g",
    "g(?=[eiy])": "G",
    "gh": "g",
    "c(?=[eiy])": "D",
    "ç": "s",
    "ph": "f",
    "th": "t",
    "w": "v",
    "j": "J",
    "h": "H",
    # vowels
    **dict.fromkeys(("iou", "yu"), "ju"),
    **dict.fromkeys(("ia", "ya"), "ja"),
    **dict.fromkeys(("io", "yo"), "jo"),
    "jou": "Ju",
    "joe": "JU",
    "ju": "Ju",
    "ja": "Ja",
    "jo": "Jo",
    "je": "Ie",
    "ye": "e",
    "eau": "o",
    "au": "A",
    "ou": "u",
    "oe": "U",
    "oo": "o",
    "eu": "E",
    "ij": "i",
    "ie": "I",
    **dict.fromkeys(("ee", "ey", "ei", "ai", "ä"), "e"),
    "ay": "ai",
    "y": "i",
    "ł": "l",
    "ß": "s",
    "ø": "o",
    "æ": "e",
    "đ": "d",
}
_GRAPHEME = re.compile(
    "|".join(f"({letters})" for letters in sorted(_LATIN, key=len, reverse=True)) + "|(.)"
)
_SOUNDS = [_LATIN[letters] for letters in sorted(_LATIN, key=len, reverse=True)]
# Letters that look alike in the two scripts: stones and lists mix them up.
_CYRILLIC_RUN = re.compile("[Ѐ-ӿ]+")
_LATIN_RUN = re.compile("[a-zà-öø-ÿ]+")
_LOOK_LATIN = str.maketrans("авекмнорстухіј", "abekmhopctyxij")
_LOOK_CYRILLIC = str.maketrans("abekmhopctyxij", "авекмнорстухіј")


class Sound(NamedTuple):
    """One sound and the letters that it was read from, in small letters."""

    symbol: str
    letters: str


def read(spelling: str) -> list[Sound]:
    """The sounds of one word, with the letters of each; what is no letter is passed over.

    A doubled letter is one sound, and so are two that sound alike ("Гусс", "Kossow").
    """
    word = unicodedata.normalize("NFC", spelling).lower()
    heard: list[Sound] = []
    for symbol, letters in _heard(word):
        if heard and heard[-1].symbol == symbol:
            heard[-1] = Sound(symbol, heard[-1].letters + letters)
        else:
            heard.append(Sound(symbol, letters))
    return heard


@lru_cache(maxsize=8192)
def sounds_of(spelling: str) -> str:
    """The sounds of one word as one string: "Jouravliev" gives "JuravlIv"."""
    return "".join(sound.symbol for sound in read(spelling))


def is_cyrillic(word: str) -> bool:
    """Whether most letters of the word are Cyrillic."""
    letters = [letter for letter in word if letter.isalpha()]
    return 2 * sum("Ѐ" <= letter <= "ӿ" for letter in letters) > len(letters)


def _heard(word: str):
    """The sounds of a word, where letters of the other script may stand in it.

    Letters that look alike are slips of a hand ("Рetrov" with a Cyrillic Р); a piece that could not
    be meant otherwise is read in its own script ("Bobelьцов").
    """
    mostly_cyrillic = is_cyrillic(word)
    alike = _LOOK_CYRILLIC if mostly_cyrillic else _LOOK_LATIN
    strange = _LATIN_RUN if mostly_cyrillic else _CYRILLIC_RUN
    start = 0
    for run in strange.finditer(word):
        if all(ord(letter) in alike for letter in run.group()):
            continue
        yield from _spelled(word[start : run.start()], in_cyrillic=mostly_cyrillic)
        yield from _spelled(run.group(), in_cyrillic=not mostly_cyrillic)
        start = run.end()
    yield from _spelled(word[start:], in_cyrillic=mostly_cyrillic)


def _spelled(piece: str, *, in_cyrillic: bool):
    return _cyrillic(piece) if in_cyrillic else _latin(piece)


def _cyrillic(word: str):
    for letter in word.translate(_LOOK_CYRILLIC):
        for place, symbol in enumerate(_CYRILLIC.get(letter, "")):
            yield symbol, letter if place == 0 else ""


def _latin(word: str):
    for match in _GRAPHEME.finditer(word.translate(_LOOK_LATIN)):
        letters = match.group()
        if match.lastindex <= len(_SOUNDS):
            symbols = _SOUNDS[match.lastindex - 1]
        else:
            symbols = _bare(letters)
        for place, symbol in enumerate(symbols):
            yield symbol, letters if place == 0 else ""


def _bare(letter: str) -> str:
    """The letter without its signs; nothing for what is no letter of ours."""
    bare = unicodedata.normalize("NFD", letter)[0]
    return bare if "a" <= bare <= "z" else ""
