"""What a visitor's words ask of the database: one condition for texts of all four languages."""

import re
from dataclasses import dataclass

from django.db import connection

from commemoration.core.languages.folding import fold
from commemoration.core.languages.sort_keys import natural_key
from photos.search_words import CONFIGURATIONS, NAME_MARK

LONGEST_QUERY = 200
MOST_WORDS = 10
SHORTEST_BEGINNING = 3
_WORD = re.compile(r"[^\W_]+\*?")
_CYRILLIC = re.compile(r"[а-я]")
SHORTEST_WHOLE = 5
_ENDING = "аеиоуыэюяйь"


@dataclass(frozen=True)
class WantedWords:
    """`condition` and `in_title` in the language of `to_tsquery`, for configuration "simple".

    `rank` asks for the same as `condition`, with every form by itself: `ts_rank` weighs each.
    `number` is the beginning of the sort key of an accession number that was typed.
    """

    condition: str
    in_title: str
    rank: str
    number: str


# What is asked for: one of the alternatives; of it every word; of each word one of its terms.
Alternatives = list[list[list[str]]]


def wanted_words(query: str) -> WantedWords | None:
    """What to look for; None for a query without words. One query.

    Every word must stand in one text (in any language, by its stem in that language) or among the
    names and facts of the record, there by its beginning. `liberat*` asks for a beginning
    everywhere.
    """
    query = " ".join(query.replace("\x00", " ").split())[:LONGEST_QUERY]
    words = list(dict.fromkeys(_WORD.findall(fold(query))))[:MOST_WORDS]
    if not words:
        return None
    stems = _stems([word.rstrip("*") for word in words])
    forms = [[(word, of[word.rstrip("*")]) for word in words] for of in stems]
    anywhere = [_all_of(form, _anywhere) for form in forms]
    return WantedWords(
        condition=_in_words(_shortest(anywhere)),
        in_title=_in_words(_shortest([_all_of(form, _in_text) for form in forms])),
        rank=_in_words(anywhere),
        number=natural_key(query),
    )


def _in_words(alternatives: Alternatives) -> str:
    each = (" & ".join(f"({' | '.join(terms)})" for terms in every) for every in alternatives)
    return " | ".join(f"({text})" for text in dict.fromkeys(each))


def _shortest(alternatives: Alternatives) -> Alternatives:
    """The same question with the fewest terms: an index is read once for each of them."""
    if all(len(every) == 1 for every in alternatives):
        alternatives = [[[term for (terms,) in alternatives for term in terms]]]
    return [[_uncovered(terms) for terms in every] for every in alternatives]


def _uncovered(terms: list[str]) -> list[str]:
    """Without those that the beginning of a word, asked for as well, finds anyway."""
    beginnings = [term.removesuffix("':*") for term in terms if term.endswith(":*")]
    return [
        term
        for term in dict.fromkeys(terms)
        if not any(term.startswith(each) and term != f"{each}':*" for each in beginnings)
    ]


def _all_of(form: list[tuple[str, str]], terms_of) -> list[list[str]]:
    """Words as common as "the" are left out, unless there are no others."""
    telling = [pair for pair in form if pair[1]] or [(word, word.rstrip("*")) for word, _ in form]
    return [terms_of(*pair) for pair in telling]


def _anywhere(word: str, stem: str) -> list[str]:
    whole = word.rstrip("*")
    forms = {f"'{NAME_MARK}{form}'{_mark(form)}": None for form in (whole, stem)}
    return [*_in_text(word, stem), *forms]


def _in_text(word: str, stem: str) -> list[str]:
    """By its stem, or as the beginning of a whole word: stemmers fail now and then."""
    whole = word.rstrip("*")
    if word.endswith("*"):
        return [f"'{whole}':*"]
    is_russian = _CYRILLIC.search(whole)
    beginnings = {whole.rstrip(_ENDING), stem} if is_russian else {whole}
    long_enough = sorted(each for each in beginnings if len(each) >= SHORTEST_WHOLE)
    return [f"'{stem}'", *(f"'{each}':*" for each in long_enough)]


def _mark(form: str) -> str:
    return ":*" if len(form) >= SHORTEST_BEGINNING else ""


def _stems(words: list[str]) -> list[dict[str, str]]:
    """For each language the stem of each word; an empty one for a word that is too common."""
    asked = [(language, word) for language in CONFIGURATIONS for word in words]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce((ts_lexize(stemmer::regdictionary, word))[1], '')"
            " FROM unnest(%s::text[], %s::text[]) WITH ORDINALITY AS asked(stemmer, word, place)"
            " ORDER BY place",
            [[_stemmer(*pair) for pair in asked], [word for _language, word in asked]],
        )
        stems = [stem for (stem,) in cursor.fetchall()]
    found: dict[str, dict[str, str]] = {language: {} for language in CONFIGURATIONS}
    for (language, word), stem in zip(asked, stems, strict=True):
        found[language][word] = stem
    return list(found.values())


def _stemmer(language: str, word: str) -> str:
    """What PostgreSQL's configuration of the language cuts the word with."""
    if not word.isalpha():
        return "simple"
    if language == "ru" and word.isascii():
        return "english_stem"
    return f"{CONFIGURATIONS[language]}_stem"
