"""Reads what people write for a date, in words of the four languages or as EDTF."""

import re

from django.core.exceptions import ValidationError

from commemoration.core.edtf.languages import LANGUAGES, language_of
from commemoration.core.edtf.phrases import PhraseReader
from commemoration.core.edtf.shapes import Shape
from commemoration.core.edtf.single_dates import AmbiguousError, ImpossiblePartError
from commemoration.core.edtf.validation import admitted_shape, refusal

MAX_WORDS_LENGTH = 300
SIDE = r"(?:[\dX]{4}[\dX?~%-]*|\.\.)"
LOOKS_LIKE_EDTF = re.compile(rf"\[.*\]|\{{.*\}}|{SIDE}|{SIDE}?/{SIDE}?", re.ASCII)
YEAR_SPAN = re.compile(r"\d{4} ?- ?\d{4}", re.ASCII)
SHORT_YEAR = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2}"
    r"|\d{4}[/–]\d{2}|\d{4}-(?!0[1-9]|1[0-2]|2[1-4])\d{2}"
    r"|['’]\d{2}",
    re.ASCII,
)


def parse_words(text: str, language: str | None) -> str:
    """EDTF for a date written in words, in figures or as EDTF; "" for a date that is not known.

    Words of all four languages are read, those of `language` first. Figures stand for day, month,
    year. ValidationError, with an example in `language`, if the text is impossible or ambiguous.
    """
    given = " ".join(text.split())
    if not given:
        return ""
    if len(given) > MAX_WORDS_LENGTH:
        raise refusal("not_understood", given, language)
    as_edtf = given.replace(" ", "").upper()
    if LOOKS_LIKE_EDTF.fullmatch(as_edtf) and not _is_span_of_years(given):
        admitted_shape(as_edtf, language)
        return as_edtf
    return _parse_phrase(given, language)


def _is_span_of_years(text: str) -> bool:
    """Whether it is "1941-1945" or "1941-45" and no month or season such as "1943-05"."""
    return bool(YEAR_SPAN.fullmatch(text) or SHORT_YEAR.fullmatch(text))


def _parse_phrase(given: str, language: str | None) -> str:
    plain = normalised(given)
    own = language_of(language)
    if SHORT_YEAR.fullmatch(plain):
        raise refusal("ambiguous", given, language)
    for words in (own, *(other for other in LANGUAGES.values() if other is not own)):
        if plain in words.unknown_words:
            return ""
        try:
            shape = PhraseReader(words).read(plain)
        except AmbiguousError:
            raise refusal("ambiguous", given, language) from None
        except ImpossiblePartError:
            raise refusal("impossible", given, language) from None
        if shape:
            return _checked(shape, given, language)
    raise refusal("not_understood", given, language)


def _checked(shape: Shape, given: str, language: str | None) -> str:
    try:
        admitted_shape(str(shape), language)
    except ValidationError as error:
        raise refusal(error.code, given, language) from None
    return str(shape)


def normalised(text: str) -> str:
    """Lower case, one kind of apostrophe and of space, no full stop at the end."""
    text = " ".join(text.lower().replace("'", "’").split())
    return text.rstrip(".") if not text.endswith("..") else text
