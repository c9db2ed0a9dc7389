"""Which two people of the index may be one, or share a slip of a copyist: for staff to decide.

Three signs, each of them about the day of death, which lists copy from each other:

    two names that sound or look alike · the same given name and births that agree ·
    the same day of birth too, under another name
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, groupby
from operator import attrgetter

import numpy as np
from django.db.models import F, Prefetch

from commemoration.names.enums import PairReason
from commemoration.names.likeness import unlikeness
from commemoration.names.models.forms import NameForm
from commemoration.names.models.people import NamedPerson

# As near as this two surnames of one day may be one (`likeness`).
ALIKE = 0.3
# All that is read of a person, and of a form of a name.
DATES = ("birth", "birth_earliest", "birth_latest", "death_earliest")
COMPARED = ("person", "surname_sounds", "given_keys")
AT_ONCE = 2000


@dataclass(frozen=True)
class LikelyPair:
    """Two people, the one of the lower number first, and why: codes of `PairReason`."""

    first: int
    second: int
    reasons: list[str]


def likely_pairs() -> Iterator[LikelyPair]:
    """All pairs that speak for themselves, public or not. One query for each `AT_ONCE` people.

    Only people whose day of death is known are compared: work grows with the square of those who
    died on one day. Those of one day and `AT_ONCE` more are in memory at once.
    """
    people = (
        NamedPerson.objects.filter(death_earliest=F("death_latest"))
        .only(*DATES)
        .order_by("death_earliest", "pk")
        .prefetch_related(Prefetch("forms", NameForm.objects.only(*COMPARED)))
    )
    for _day, died in groupby(people.iterator(AT_ONCE), attrgetter("death_earliest")):
        yield from _pairs_among(list(died))


def _pairs_among(people: list[NamedPerson]) -> Iterator[LikelyPair]:
    """The pairs among those who died on one day; each surname is compared with all at once."""
    alike = _alike(people)
    given = [{key for form in person.forms.all() for key in form.given_keys} for person in people]
    for one, other in combinations(range(len(people)), 2):
        first, second = people[one], people[other]
        births_agree = _births_agree(first, second)
        reasons = []
        if births_agree is not False and (one, other) in alike:
            reasons.append(PairReason.ALIKE)
        if births_agree and given[one] & given[other]:
            reasons.append(PairReason.GIVEN_NAME)
        if births_agree and _same_birthday(first, second):
            reasons.append(PairReason.SAME_DATES)
        if reasons:
            yield LikelyPair(first.pk, second.pk, reasons)


def _alike(people: list[NamedPerson]) -> set[tuple[int, int]]:
    """The places of the pairs, the lower first, of whom some surnames sound or look alike."""
    sounds = [(place, each) for place, person in enumerate(people) for each in _sounds(person)]
    places = np.array([place for place, _each in sounds])
    rows = [each for _place, each in sounds]
    found: set[tuple[int, int]] = set()
    for number, (place, each) in enumerate(sounds):
        near = np.flatnonzero(unlikeness(each, rows[number + 1 :]) <= ALIKE) + number + 1
        found |= {(place, int(other)) for other in places[near] if other != place}
    return found


def _same_birthday(first: NamedPerson, second: NamedPerson) -> bool:
    return first.birth == second.birth and first.birth_earliest == first.birth_latest


def _births_agree(first: NamedPerson, second: NamedPerson) -> bool | None:
    """Whether both may be born on one day; None where one of the births is not known."""
    bounds = (first.birth_earliest, first.birth_latest, second.birth_earliest, second.birth_latest)
    if None in bounds:
        return None
    return first.birth_earliest <= second.birth_latest and (
        second.birth_earliest <= first.birth_latest
    )


def _sounds(person: NamedPerson) -> Iterable[str]:
    return {sounds for form in person.forms.all() for sounds in form.surname_sounds}
