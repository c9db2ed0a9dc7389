"""Who is found by a query, how surely, and why: the answer that pages and programs show."""

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from django.db.models import prefetch_related_objects

from commemoration.core.languages.folding import fold
from commemoration.names.asked import Asked, Reading, understand
from commemoration.names.enums import NameRole
from commemoration.names.likeness import unlikeness
from commemoration.names.models.forms import NameForm
from commemoration.names.models.people import NamedPerson
from commemoration.names.selectors.ranking import LAST_BIRTH, Ranked, rank_people
from commemoration.names.sounds import sounds_of
from commemoration.names.words import given_keys, words_of

# As near as this two surnames sound the same (`sounding`).
SAME_SOUND = 0.075
# Given names farther than this are different names.
OTHER_GIVEN = 0.3
# Years farther apart than this are not one year badly written.
OTHER_YEAR = 2


class Band(StrEnum):
    """How much a match says. The order is that of the results."""

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

    @cached_property
    def forms(self) -> list[NameForm]:
        """All forms of the name, in the order in which a card prefers them."""
        order = list(NameRole.values)
        return sorted(self.person.forms.all(), key=lambda form: (order.index(form.role), form.pk))


@dataclass(frozen=True)
class Found:
    """The answer to a query: at most `ranking.MOST_FOUND` matches of `total` people."""

    asked: Asked
    matches: list[Match]
    total: int


def find_people(query: str, *, kind: str = "") -> Found:
    """Who is meant by a query, the surest first. Never fails, whatever the query is.

    A bounded number of queries: two for each reading, one for numbers, two for the people.
    """
    asked = understand(query)
    ranked, total = rank_people(asked, kind=kind)
    people = NamedPerson.objects.in_bulk([found.person for found in ranked])
    prefetch_related_objects(list(people.values()), "forms")
    matches = [
        _match(people[found.person], found, asked) for found in ranked if found.person in people
    ]
    order = list(Band)
    matches.sort(key=lambda match: (order.index(match.band), match.cost, match.person.pk))
    return Found(asked=asked, matches=matches, total=total)


def _match(person: NamedPerson, found: Ranked, asked: Asked) -> Match:
    form, distance = _nearest_form(person, found)
    spelled_same = any(_spelled_same(each, found.reading) for each in person.forms.all())
    given, agrees = _given(person, found.reading, form)
    years = [match for year in asked.years if (match := _year(person, year))]
    number = bool(person.prisoner_digits) and person.prisoner_digits in asked.numbers
    contradicted = not agrees or any(abs(year.off) > OTHER_YEAR for year in years)
    return Match(
        person=person,
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


def _nearest_form(person: NamedPerson, found: Ranked) -> tuple[NameForm | None, float]:
    near = [
        (found.near[sounds].distance, not _spelled_same(form, found.reading), form.pk, form)
        for form in person.forms.all()
        for sounds in form.surname_sounds
        if sounds in found.near
    ]
    if not near:
        return None, 1.0
    distance, _other, _pk, form = min(near, key=lambda each: each[:3])
    return form, distance


def _spelled_same(form: NameForm, reading: Reading) -> bool:
    asked = [fold(word) for word in words_of(reading.surname)]
    return bool(asked) and asked == [fold(word) for word in words_of(form.surname)]


def _given(
    person: NamedPerson, reading: Reading, nearest_form: NameForm | None
) -> tuple[str, bool]:
    """The given name that decides, and whether it may be the one asked for."""
    known = [each for each in person.forms.all() if each.given_name]
    known.sort(key=lambda each: (each != nearest_form, each.pk))
    if not reading.given_name or not known:
        return "", True
    asked = set(given_keys(reading.given_name))
    for form in known:
        if asked & set(form.given_keys) or _initial_of(form.given_name, reading.given_name):
            return form.given_name, True
    nearest = min(known, key=lambda form: _apart(form.given_name, reading.given_name))
    return nearest.given_name, _apart(nearest.given_name, reading.given_name) <= OTHER_GIVEN


def _initial_of(one: str, other: str) -> bool:
    """Whether one of two given names is no more than the first letter of the other."""
    short, full = sorted((one.strip(" ."), other.strip(" .")), key=len)
    return len(short) == 1 and sounds_of(full)[:1] == sounds_of(short)[:1] != ""


def _apart(one: str, other: str) -> float:
    """How unlike the nearest words of two given names are: 0 the same, 1 nothing in common."""
    known = [sounds_of(word) for word in words_of(other)]
    return min((float(unlikeness(sounds_of(w), known).min()) for w in words_of(one)), default=1.0)


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
