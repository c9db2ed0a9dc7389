"""What of a photograph is searched, in the words that both the indexes and the searches use.

The words are kept as they are written; `core.languages.search_terms` cuts those of a query.
"""

from django.contrib.postgres.search import SearchVector


def text_vector() -> SearchVector:
    """The words of a `PhotoText`."""
    return SearchVector("title", "caption", "transcript", config="simple")


def facts_vector() -> SearchVector:
    """The words of a `Photo` that are the same in every language."""
    return SearchVector("place_then", "place_now", "photographer", "event", config="simple")
