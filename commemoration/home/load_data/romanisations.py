"""How four nations of the war wrote Russian names: for synthetic people, and for benches.

Written from the usage of the time, not from a standard: French "Jouravliov", German "Schurawljow",
Dutch "Zjoeravljov". English follows the tables of BGN/PCGN of 1944.
"""

_ENGLISH = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i",
    "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
    "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch",
    "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "ё": "yo",
}  # fmt: skip
_FRENCH = {
    "ж": "j", "й": "ï", "у": "ou", "ц": "ts", "ч": "tch", "ш": "ch", "щ": "chtch",
    "ю": "iou", "я": "ia", "ё": "io",
}  # fmt: skip
_GERMAN = {
    "в": "w", "ж": "sch", "з": "s", "й": "j", "х": "ch", "ц": "z", "ч": "tsch", "ш": "sch",
    "щ": "schtsch", "ю": "ju", "я": "ja", "ё": "jo",
}  # fmt: skip
_DUTCH = {
    "ж": "zj", "й": "j", "у": "oe", "х": "ch", "ч": "tsj", "ш": "sj", "щ": "sjtsj",
    "ю": "joe", "я": "ja", "ё": "jo",
}  # fmt: skip
_TABLES = {
    "en": _ENGLISH,
    "fr": _ENGLISH | _FRENCH,
    "de": _ENGLISH | _GERMAN,
    "nl": _ENGLISH | _DUTCH,
}
NATIONS = tuple(_TABLES)
_JOTTED = {"en": "ye", "fr": "ie", "de": "je", "nl": "je"}
_VOWELS = "аеёиоуыэюя"


def romanise(name: str, nation: str) -> str:
    """One Russian word in the Latin letters of a nation ("en", "fr", "de", "nl"), capitalised."""
    word = name.lower()
    letters = []
    for place, letter in enumerate(word):
        before = word[place - 1] if place else ""
        after = word[place + 1 : place + 2]
        letters.append(_letter(letter, before, after, nation))
    latin = "".join(letters)
    if nation == "en" and word.endswith("ий"):
        latin = latin.removesuffix("iy") + "y"
    if nation == "fr" and word.endswith("ин"):
        latin += "e"
    return latin[:1].upper() + latin[1:]


def _letter(letter: str, before: str, after: str, nation: str) -> str:
    if letter == "е" and (not before or before in f"{_VOWELS}йъь"):
        return _JOTTED[nation]
    if nation == "fr" and letter == "с" and before and before in _VOWELS and after in _VOWELS:
        return "ss" if after else "s"
    if nation == "fr" and letter == "г" and after and after in "еиэ":
        return "gu"
    return _TABLES[nation].get(letter, letter)
