"""The words for dates, a module for each language."""

from commemoration.core.edtf.languages.en import English
from commemoration.core.edtf.languages.fr import French
from commemoration.core.edtf.languages.nl import Dutch
from commemoration.core.edtf.languages.ru import Russian
from commemoration.core.edtf.languages.writing import Language

LANGUAGES: dict[str, Language] = {
    language.code: language for language in (English(), French(), Dutch(), Russian())
}


def language_of(code: str | None) -> Language:
    """The words of a language code such as "fr" or "fr-be"; English for any other."""
    return LANGUAGES.get((code or "en").split("-")[0].lower(), LANGUAGES["en"])
