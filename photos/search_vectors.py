"""What of a photograph is searched, in the words that both the indexes and the searches use.

The words are kept whole, without accents; `core.languages.search_terms` cuts those of a query.
"""

from django.contrib.postgres.search import SearchVector

from commemoration.core.languages.folding import folded


def text_vector() -> SearchVector:
    """The words of a `PhotoText`."""
    return _folded("title", "caption", "transcript")


def facts_vector() -> SearchVector:
    """The words of a `Photo` that are the same in every language."""
    return _folded("place_then", "place_now", "photographer", "event")


def _folded(*fields: str) -> SearchVector:
    return SearchVector(*(folded(field) for field in fields), config="simple")
