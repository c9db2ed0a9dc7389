"""Finds pages by their words in the reader's language.

Wagtail keeps one index entry per page, in one language for all. The entries are therefore kept as
the words are written (configuration "simple") and each word of a query is cut to its stem in the
reader's language and searched as a beginning: "ветеранов" finds "ветераны".
"""

import re

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db import connection
from django.db.models import F
from wagtail.models import Page
from wagtail.query import PageQuerySet

from commemoration.core.pages.querysets import public_pages, with_leads

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


def search_pages(home: Page, query: str, language: str) -> PageQuerySet:
    """The public pages below `home` with every word of `query`, best first, with their leads."""
    pages = with_leads(public_pages(home.get_descendants(inclusive=True)))
    terms = _terms(query, language)
    if not terms:
        return pages.none()
    wanted = SearchQuery(" & ".join(terms), search_type="raw", config="simple")
    title, body = F("index_entries__title"), F("index_entries__body")
    return (
        pages.annotate(words=title._combine(body, "||", False))  # noqa: FBT003
        .filter(words=wanted)
        .annotate(rank=2 * SearchRank(title, wanted) + SearchRank(body, wanted))
        .order_by("-rank", "path")
    )


def _terms(query: str, language: str) -> list[str]:
    """One expression per word, in the language of `to_tsquery`. Words too common are left out."""
    words = re.findall(r"\w+", query.lower())[:MOST_WORDS]
    if not words:
        return []
    stems = _stems(words, language)
    terms = [_term(word, stem) for word, stem in zip(words, stems, strict=True) if stem]
    return terms or [f"'{word}'" for word in words]


def _term(word: str, stem: str) -> str:
    if len(stem) < SHORTEST_STEM:
        return f"'{word}'"
    return f"('{word}':* | '{stem}':*)"


def _stems(words: list[str], language: str) -> list[str]:
    """The stem of each word; an empty one for a word as common as "the". One query."""
    dictionaries = [
        "english_stem" if language == "ru" and LATIN.search(word) else STEMMERS[language]
        for word in words
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce((ts_lexize(dictionary::regdictionary, word))[1], '')"
            " FROM unnest(%s::text[], %s::text[]) WITH ORDINALITY AS asked(dictionary, word, place)"
            " ORDER BY place",
            [dictionaries, words],
        )
        return [stem for (stem,) in cursor.fetchall()]
