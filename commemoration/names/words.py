"""Takes names apart into the words that are compared: hyphens, particles, patronymics."""

import re
import unicodedata

from commemoration.names.given_names import likely_forms, russian_forms
from commemoration.names.sounds import is_cyrillic, sounds_of

# Words that stand before a surname and are left out as often as not.
PARTICLES = frozenset(
    [
        *("van", "de", "der", "den", "het", "von", "vom", "zu", "du", "la", "le", "les"),
        *("di", "da", "el", "ter", "ten", "af", "av", "und"),
    ]
)
MOST_WORDS = 12
# Sounds beyond these tell nobody apart, and take time.
MOST_SOUNDS = 40
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`´.][^\W\d_]+)*")
_PATRONYMIC = re.compile(
    r"(?:ович|евич|ёвич|[иы]нич|овна|евна|ёвна|инична"
    r"|[oeaiy]?[vw](?:it|i)[a-z]{1,5}|[oeaiy]?[vw]n[ae]|inichna)$"
)
_SHORTEST_FATHER = 2


def words_of(name: str) -> list[str]:
    """The words of a name as they are written, without signs: "Ter-Petrosian d'Or" gives three.

    Letters in two parts, marks of stress and letters of full width do not part a word.
    """
    return _WORD.findall(name if name.isascii() else _plain(name))[:MOST_WORDS]


def _plain(name: str) -> str:
    composed = unicodedata.normalize("NFKC", name)
    return "".join(letter for letter in composed if unicodedata.category(letter) != "Mn")


def surname_sounds(surname: str) -> list[str]:
    """The ways in which a surname is looked up: as a whole, and each of its words alone.

    Particles are left out, but where nothing else is left.
    """
    words = words_of(surname)
    heavy = [word for word in words if word.lower() not in PARTICLES] or words
    sounds = [sounds_of("".join(heavy))]
    if len(heavy) > 1:
        sounds += [sounds_of(word) for word in heavy if len(word) > 1]
    if len(heavy) < len(words):
        sounds.append(sounds_of("".join(words)))
    return list(dict.fromkeys(each[:MOST_SOUNDS] for each in sounds if each))


def given_keys(given_name: str) -> list[str]:
    """What forms of one given name share: the Russian names they stand for, and sounds."""
    keys: dict[str, None] = {}
    for word in words_of(given_name):
        keys |= dict.fromkeys(sorted(likely_forms(word)))
        keys[sounds_of(word)[:MOST_SOUNDS]] = None
    keys.pop("", None)
    return list(keys)


def patronymic_keys(patronymic: str) -> list[str]:
    """The sounds of the father's name in a patronymic: of "Васильевич" those of "Василь"."""
    fathers = [fathers_name(word) or word for word in words_of(patronymic)]
    return list(dict.fromkeys(filter(None, (sounds_of(each).rstrip("ij") for each in fathers))))


def fathers_name(word: str) -> str:
    """The father's name in a patronymic without its ending, "" if the word is none.

    "Petrovitch" is a patronymic and a surname: who calls this knows which he may expect.
    """
    small = word.lower()
    father, ending = _PATRONYMIC.sub("", small), _PATRONYMIC.search(small)
    return father if ending and len(father) >= _SHORTEST_FATHER else ""


def is_patronymic(word: str) -> bool:
    """Whether a word of a query is surely a patronymic: Russian and of its usual ending, or of a
    father whose name is known."""
    father = fathers_name(word)
    if not father:
        return False
    if is_cyrillic(word):
        return True
    return any(russian_forms(f"{father}{ending}") for ending in ("", "i", "a", "e"))
