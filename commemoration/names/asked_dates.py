"""The dates in a query, in words of the four languages: «30 декабря 1906», "décembre 1906"."""

import re

from commemoration.core.edtf.languages import LANGUAGES

_MONTHS = {month for language in LANGUAGES.values() for month in language.months}
_MONTH = "(?:" + "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?<!\d)(?:0?[1-9]|[12]\d|3[01])(?:er|e|ste|de|st|nd|rd|th|-е|-го|-ое)?"
_BEFORE = r"(?:\b(?:le|the|on|op|den|в|с|от)\s+)?"
# A day beside the month: this is no name.
_WITH_DAY = re.compile(
    rf"{_BEFORE}{_DAY}\.?\s+(?:(?:of|de|van)\s+)?{_MONTH}|\b{_MONTH}\s+{_DAY}(?=,?\s+\d{{4}}\b)",
    re.IGNORECASE,
)
_WITH_YEAR = re.compile(rf"\b({_MONTH}),?\s+(?:(?:of|de|van)\s+)?\d{{4}}\b", re.IGNORECASE)
_IN_FIGURES = re.compile(r"(?<!\d)\d{1,2}[./-]\d{1,2}[./-]?(?=\s|$)")
_YEAR_WORD = re.compile(r"(?<=\d)\s*(?:гг?\b\.?|год(?:а|у|ом)?\b)", re.IGNORECASE)


def without_days(text: str) -> str:
    """The query without days and their months, and without what is written after a year; years
    stay."""
    return _YEAR_WORD.sub(" ", _WITH_DAY.sub(" ", text))


def without_figures(text: str) -> str:
    """The query, out of which the years were taken, without days and months in figures."""
    return _IN_FIGURES.sub(" ", text)


def months_in(text: str) -> list[str]:
    """The words that are months beside a year, or names: "Август 1906" is the one or the other."""
    return [month.rstrip(".") for month in _WITH_YEAR.findall(text)]
