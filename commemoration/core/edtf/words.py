"""Writes a stored date as words of one of the four languages."""

from django.utils.translation import get_language

from commemoration.core.edtf.languages import language_of
from commemoration.core.edtf.validation import checked_shape


def in_words(text: str, language: str | None = None) -> str:
    """The date as a phrase that can stand alone: "before May 1943". "" gives "date unknown".

    `language` is en, fr, nl or ru (with or without a region); None means the active language.
    ValidationError if the text may not be stored.
    """
    language = language or get_language()
    words = language_of(language)
    return words.write(checked_shape(text, language)) if text else words.unknown
