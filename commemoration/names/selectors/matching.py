"""What speaks for and against one person who was found: how sure the answer is."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from commemoration.core.languages.folding import fold
from commemoration.names.asked import Asked, Reading
from commemoration.names.likeness import unlikeness
from commemoration.names.models.forms import NameForm
from commemoration.names.models.people import NamedPerson
from commemoration.names.selectors.ranking import LAST_BIRTH, Ranked
from commemoration.names.sounds import sounds_of
from commemoration.names.words import given_keys, words_of

# As near as this two surnames sound the same (`sounding`).
SAME_SOUND = 0.075
# Given names farther than this are different names.
OTHER_GIVEN = 0.3
# Years farther apart than this are not one year badly written.
OTHER_YEAR = 2


# How far given names are apart, by the one asked for and the one known.
Apart = dict[tuple[str, str], float]


class Band(StrEnum):
    """How much a match says. The order is that of the results, but for a surname alone
    (`ranking.SAME_NAME_AGAIN`)."""

    EXACT = "exact"
    SAME_SOUND = "same sound"
    POSSIBLE = "possible"


@dataclass(frozen=True)
class YearMatch:
    """A year that was asked for beside one that is known. `off` is how many years later the known
    one is, `is_birth` whether it is that of birth."""

    asked: int
    known: int
    off: int
    is_birth: bool


@dataclass(frozen=True)
class Match:
    """One person found, with what speaks for and against it.

    `form` is the form of the name that is nearest to the one asked for, None if the person was
    found by a number alone; `distance` is that of the surname. `given` is the given name that
    agrees or differs (`given_agrees`), "" if none was asked for or none is known.
    """

    person: NamedPerson
    forms: list[NameForm]
    band: Band
    reading: Reading
    cost: float
    form: NameForm | None = None
    distance: float = 1.0
    spelled_same: bool = False
    given: str = ""
    given_agrees: bool = True
    years: list[YearMatch] = field(default_factory=list)
    number: bool = False


def given_names_apart(readings: list[Reading], forms: Iterable[NameForm]) -> Apart:
    """How unlike the nearest words of an asked and a known given name are, all compared at once:
    0 the same, 1 nothing in common. Names that share a key are left out: they are the same."""
    known = {(form.given_name, *form.given_keys) for form in forms if form.given_name}
    apart: Apart = {}
    for asked in {reading.given_name for reading in readings} - {""}:
        keys = _asked_keys(asked)
        others = {name for name, *name_keys in known if keys.isdisjoint(name_keys)}
        apart |= dict.fromkeys(((asked, name) for name in others), 1.0)
        words = [(name, sounds_of(word)) for name in others for word in words_of(name)]
        sounds = list({each for _name, each in words})
        for word in words_of(asked):
            distances = dict(zip(sounds, unlikeness(sounds_of(word), sounds), strict=True))
            for name, heard in words:
                apart[asked, name] = min(apart[asked, name], float(distances[heard]))
    return apart


def match_of(
    person: NamedPerson, forms: list[NameForm], found: Ranked, asked: Asked, apart: Apart
) -> Match:
    """What a query says of a person who was found by it; `apart` as `given_names_apart` gave it."""
    form, distance = _nearest_form(forms, found)
    spelled_same = any(_spelled_same(each, found.reading) for each in forms)
    given, agrees = _given(forms, found.reading, form, apart)
    years = [match for year in asked.years if (match := _year(person, year))]
    number = bool(person.prisoner_digits) and person.prisoner_digits in asked.numbers
    contradicted = not agrees or any(abs(year.off) > OTHER_YEAR for year in years)
    return Match(
        person=person,
        forms=forms,
        band=_band(distance, spelled_same=spelled_same or number, contradicted=contradicted),
        reading=found.reading,
        cost=found.cost,
        form=form,
        distance=distance,
        spelled_same=spelled_same,
        given=given,
        given_agrees=agrees,
        years=years,
        number=number,
    )


def _band(distance: float, *, spelled_same: bool, contradicted: bool) -> Band:
    if contradicted:
        return Band.POSSIBLE
    if spelled_same:
        return Band.EXACT
    return Band.SAME_SOUND if distance <= SAME_SOUND else Band.POSSIBLE


def _nearest_form(forms: list[NameForm], found: Ranked) -> tuple[NameForm | None, float]:
    near = [
        (found.near[sounds].distance, not _spelled_same(form, found.reading), form.pk, form)
        for form in forms
        for sounds in form.surname_sounds
        if sounds in found.near
    ]
    if not near:
        return None, 1.0
    distance, _other, _pk, form = min(near, key=lambda each: each[:3])
    return form, distance


def _spelled_same(form: NameForm, reading: Reading) -> bool:
    asked = _folded(reading.surname)
    return bool(asked) and asked == _folded(form.surname)


@lru_cache(maxsize=1024)
def _folded(surname: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in words_of(surname))


def _given(
    forms: list[NameForm], reading: Reading, nearest_form: NameForm | None, apart: Apart
) -> tuple[str, bool]:
    """The given name that decides, and whether it may be the one asked for."""
    known = [each for each in forms if each.given_name]
    if not reading.given_name or not known:
        return "", True
    known.sort(key=lambda each: (each != nearest_form, each.pk))
    asked = _asked_keys(reading.given_name)
    for form in known:
        shares_a_key = not asked.isdisjoint(form.given_keys)
        if shares_a_key or _initial_of(form.given_name, reading.given_name):
            return form.given_name, True
    nearest = min(known, key=lambda form: apart[reading.given_name, form.given_name])
    return nearest.given_name, apart[reading.given_name, nearest.given_name] <= OTHER_GIVEN


@lru_cache(maxsize=1024)
def _asked_keys(given_name: str) -> frozenset[str]:
    return frozenset(given_keys(given_name))


def _initial_of(one: str, other: str) -> bool:
    """Whether one of two given names is no more than the first letter of the other."""
    short, full = sorted((one.strip(" ."), other.strip(" .")), key=len)
    return len(short) == 1 and sounds_of(full)[:1] == sounds_of(short)[:1] != ""


def _year(person: NamedPerson, year: int) -> YearMatch | None:
    """What a year says of a person's birth or, if it is too late for that, of the death; None where
    that is not known."""
    is_birth = year <= LAST_BIRTH
    if is_birth:
        earliest, latest = person.birth_earliest, person.birth_latest
    else:
        earliest, latest = person.death_earliest, person.death_latest
    if not (earliest or latest):
        return None
    known = max(year, earliest.year) if earliest else year
    known = min(known, latest.year) if latest else known
    return YearMatch(asked=year, known=known, off=known - year, is_birth=is_birth)
