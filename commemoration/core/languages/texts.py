"""Which language's words a reader is shown, and what is said when they are not the reader's own."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings

from commemoration.core.languages.choices import AVAILABLE_ONLY_IN, SHOWN_IN


@dataclass(frozen=True)
class DisplayText:
    """Words in one language. `note` says honestly when it is not the language asked for."""

    text: str
    language: str
    is_fallback: bool = False
    note: str = ""
    translator: str = ""
    is_machine_translated: bool = False

    def __str__(self):
        return self.text


def reading_order(asked: str, original: str = "") -> list[str]:
    """The languages to look for words in: the reader's, the original, then the site's own order."""
    languages = [asked, original, *(code for code, _name in settings.LANGUAGES)]
    return [code for code in dict.fromkeys(languages) if code]


def pick(rows: Iterable, field: str, order: list[str]) -> DisplayText | None:
    """The words of `field` in the first language of `order` that has any."""
    found = {row.language: row for row in rows if getattr(row, field).strip()}
    language = next((language for language in order if language in found), None)
    if language is None:
        return None
    row, is_fallback = found[language], language != order[0]
    return DisplayText(
        text=getattr(row, field),
        language=language,
        is_fallback=is_fallback,
        note=_note(language, len(found)) if is_fallback else "",
        translator=getattr(row, "translator", ""),
        is_machine_translated=getattr(row, "is_machine_translated", False),
    )


def _note(language: str, languages_there_are: int) -> str:
    return (AVAILABLE_ONLY_IN if languages_there_are == 1 else SHOWN_IN)[language]
