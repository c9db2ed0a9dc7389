"""What a visitor asks for in one box: names in any script, years, dates, a prisoner's number.

    "Бобельцов" · "Robelsovs 1906" · "Vassili Bobeltsov 1944" · "Иванов Иван Петрович 12.03.1912"

Nobody says which word is the surname. A known given name and a patronymic are recognised; where
doubt remains there are several readings, and the best answer of all of them counts.
"""

import re
import unicodedata
from dataclasses import dataclass, field, replace

from commemoration.names.asked_dates import months_in, without_days, without_figures
from commemoration.names.given_names import likely_forms, russian_forms
from commemoration.names.words import PARTICLES, fathers_name, is_patronymic, words_of

LONGEST = 200
FIRST_YEAR, LAST_YEAR = 1800, 2029
MOST_READINGS = 3
_NUMBER = re.compile(r"\d[\d/ -]*\d|\d")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_SHORTEST_NUMBER = 3
_UNKNOWN = re.compile(
    r"неизвест(?:ен|н\w+)|невідом\w+|невядом\w+|unknown|inconnue?s?|onbekenden?|onbekende|unbekannt\w*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Reading:
    """One way to understand the words: all are as they were typed, any part may be empty."""

    surname: str = ""
    given_name: str = ""
    patronymic: str = ""


@dataclass(frozen=True)
class Asked:
    """A query taken apart. `text` is what is left of it without signs of no meaning; `was_cut`
    says that it was longer than `LONGEST` characters. `words` are those that may be names, `months`
    those of them that may be months as well."""

    text: str
    readings: list[Reading] = field(default_factory=list)
    years: list[int] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    was_cut: bool = False
    words: list[str] = field(default_factory=list)
    months: list[str] = field(default_factory=list)

    @property
    def is_surname_alone(self) -> bool:
        """Whether nothing else is asked that would tell people of one surname apart."""
        others = [reading.given_name or reading.patronymic for reading in self.readings]
        return not (any(others) or self.years or self.numbers)

    @property
    def is_one_letter(self) -> bool:
        """Whether the surname is no more than a letter."""
        return len(self.words) == 1 and len(self.words[0]) == 1

    @property
    def is_of_unknown(self) -> bool:
        """Whether somebody is asked for whose name is not known: "Unknown soldier"."""
        return any(_UNKNOWN.fullmatch(word) for word in self.words)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was asked that could be looked for."""
        return not (self.readings or self.numbers or self.years)


def understand(query: str) -> Asked:
    """Take a query apart; never fails, whatever is in it."""
    text = readable(query[: 2 * LONGEST])
    was_cut = len(text) > LONGEST or len(query) > 2 * LONGEST
    text = text[:LONGEST]
    dated = without_days(text)
    years = [int(year) for year in _YEAR.findall(dated)]
    years = list(dict.fromkeys(y for y in years if FIRST_YEAR <= y <= LAST_YEAR))
    without_years = _YEAR.sub(lambda year: " " if int(year[0]) in years else year[0], dated)
    numbers = [digits_of(number) for number in _NUMBER.findall(without_figures(without_years))]
    words = words_of(dated)
    return Asked(
        text=text,
        readings=_readings(words),
        years=years,
        numbers=[number for number in numbers if len(number) >= _SHORTEST_NUMBER],
        was_cut=was_cut,
        words=words,
        months=months_in(dated),
    )


def without_words(asked: Asked, words: set[str]) -> Asked:
    """The query read again without some of its words."""
    left = [word for word in asked.words if word not in words]
    return replace(asked, words=left, readings=_readings(left), months=[])


def readable(query: str) -> str:
    """The query without control signs, marks of direction and doubled blanks, composed (NFC)."""
    visible = (
        " " if unicodedata.category(sign) in {"Cc", "Zl", "Zp"} else sign
        for sign in unicodedata.normalize("NFC", query)
        if unicodedata.category(sign) not in {"Cf", "Cs", "Co", "Cn"}
    )
    return " ".join("".join(visible).split())


def digits_of(number: str) -> str:
    """A prisoner's number without the signs that lists write in it."""
    return re.sub(r"\D", "", number)


def _readings(words: list[str]) -> list[Reading]:
    """The ways to understand the words, the likeliest first."""
    if not words:
        return []
    patronymics = [word for word in words[1:] if is_patronymic(word)] if len(words) > 1 else []
    rest = [word for word in words if word not in patronymics]
    given = [word for word in rest if russian_forms(word)]
    given = given or [word for word in rest if likely_forms(word)]
    surnames = [word for word in rest if word not in given]
    patronymic = " ".join(patronymics)
    if _heavy(surnames) and (given or len(_heavy(surnames)) == 1):
        return [Reading(" ".join(surnames), " ".join(given), patronymic)]
    if len(rest) == 1:
        # A surname that looks like a patronymic, beside nothing but a given name.
        alone = Reading(rest[0], "", patronymic)
        if patronymics:
            return [alone, Reading(patronymic, rest[0])]
        return [alone, Reading("", rest[0])] if given else [alone]
    first, last = rest[0], rest[-1]
    return [
        Reading(first, " ".join(rest[1:]), patronymic),
        Reading(last, " ".join(rest[:-1]), patronymic),
        Reading(" ".join(rest), "", patronymic),
    ][:MOST_READINGS]


def _heavy(words: list[str]) -> list[str]:
    return [word for word in words if word.lower() not in PARTICLES and not fathers_name(word)] or [
        word for word in words if word.lower() not in PARTICLES
    ]


def parts_of(name: str) -> Reading:
    """A whole name taken apart, where a list keeps it in one piece: "Ivanov, Ivan", "Иван Иванов".

    Where nobody can say which word is the surname all of them count as one: each is found.
    """
    if "," in name:
        surname, _comma, rest = name.partition(",")
        words = words_of(rest)
        patronymics = [word for word in words if is_patronymic(word)]
        given = [word for word in words if word not in patronymics]
        return Reading(surname.strip(), " ".join(given), " ".join(patronymics))
    readings = _readings(words_of(name))
    return readings[0] if len(readings) == 1 else Reading(" ".join(words_of(name)))
