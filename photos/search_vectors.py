"""What of a photograph is searched, in the words that both the indexes and the searches use."""

from django.contrib.postgres.search import SearchVector

# The text search configurations that PostgreSQL brings, by language of the text.
STEMMING = {"en": "english", "fr": "french", "nl": "dutch", "ru": "russian"}


def text_vector(language: str) -> SearchVector:
    """The words of a `PhotoText` in this language, cut to their stems."""
    return SearchVector("title", "caption", "transcript", config=STEMMING[language])


def facts_vector() -> SearchVector:
    """The words of a `Photo` that are the same in every language."""
    return SearchVector("place_then", "place_now", "photographer", "event", config="simple")
