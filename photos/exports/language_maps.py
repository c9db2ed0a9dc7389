"""Words in the form of IIIF: a language code, or "none", and a list of texts.

https://iiif.io/api/presentation/3.0/#44-language-of-property-values
"""

from collections.abc import Callable, Iterable

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import override

LanguageMap = dict[str, list[str]]

LANGUAGES = [code for code, _name in settings.LANGUAGES]


def in_every_language(write: Callable[[str], str | Promise] | Promise) -> LanguageMap:
    """A message, or what a function writes in each language of the site."""
    words = {}
    for code in LANGUAGES:
        with override(code):
            words[code] = [str(write(code) if callable(write) else write)]
    return words


def without_language(texts: str | Iterable[str]) -> LanguageMap:
    """Names and numbers, which belong to no language."""
    return {"none": [texts] if isinstance(texts, str) else list(texts)}


def of_texts(rows: Iterable, field: str) -> LanguageMap:
    """What the rows (each with `language`) say in `field`, where they say anything."""
    return {row.language: [getattr(row, field)] for row in rows if getattr(row, field).strip()}


def pair(label: Promise | str, value: LanguageMap) -> dict[str, LanguageMap]:
    """One line of a manifest's metadata."""
    return {"label": in_every_language(label), "value": value}
