"""The words of a visitor's query, cut to their stems, for searches that compare beginnings.

Texts are kept as the words are written (configuration "simple"), with accents or without, and each
word of a query is searched as a beginning, whole or cut to its stem, with its accents and without:
"ветеранов" finds "ветераны", and "березовых" finds "берёзовая" where the text is kept folded.
"""

import re

from django.contrib.postgres.search import SearchQuery
from django.db import connection

from commemoration.core.languages.folding import fold

# The stemmers that PostgreSQL brings: https://www.postgresql.org/docs/14/textsearch-dictionaries.html
STEMMERS = {
    "en": "english_stem",
    "fr": "french_stem",
    "nl": "dutch_stem",
    "ru": "russian_stem",
}
MOST_WORDS = 10
SHORTEST_STEM = 3
LATIN = re.compile(r"[a-z]", re.IGNORECASE)
CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)


def query_for(query: str, language: str) -> SearchQuery | None:
    """Every word of `query` as a beginning, for vectors of configuration "simple"; one query.

    None for a query without words. Signs have no meaning in it.
    """
    terms = _terms(query, language)
    return SearchQuery(" & ".join(terms), search_type="raw", config="simple") if terms else None


def _terms(query: str, language: str) -> list[str]:
    """One expression per word, in the language of `to_tsquery`. Words too common are left out."""
    words = re.findall(r"\w+", query.lower())[:MOST_WORDS]
    if not words:
        return []
    stems = _stems(words, language)
    terms = [_term(word, stem) for word, stem in zip(words, stems, strict=True) if stem]
    return terms or [_term(word, "") for word in words]


def _term(word: str, stem: str) -> str:
    mark = ":*" if len(stem) >= SHORTEST_STEM else ""
    written = (word, stem) if mark else (word,)
    forms = dict.fromkeys([*written, *map(fold, written)])
    return "(" + " | ".join(f"'{form}'{mark}" for form in forms) + ")"


def _stems(words: list[str], language: str) -> list[str]:
    """The stem of each word; an empty one for a word as common as "the". One query."""
    dictionaries = [_stemmer(word, language) for word in words]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce((ts_lexize(dictionary::regdictionary, word))[1], '')"
            " FROM unnest(%s::text[], %s::text[]) WITH ORDINALITY AS asked(dictionary, word, place)"
            " ORDER BY place",
            [dictionaries, words],
        )
        return [stem for (stem,) in cursor.fetchall()]


def _stemmer(word: str, language: str) -> str:
    if CYRILLIC.search(word):
        return STEMMERS["ru"]
    return STEMMERS["en"] if language == "ru" and LATIN.search(word) else STEMMERS[language]
