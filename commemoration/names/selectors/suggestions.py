"""Which two people of the index may be one, or share a slip of a copyist: for staff to decide.

Three signs, each of them about the day of death, which lists copy from each other:

    two names that sound or look alike · the same given name and births that agree ·
    the same day of birth too, under another name
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from django.db.models import F

from commemoration.names.enums import PairReason
from commemoration.names.likeness import unlikeness
from commemoration.names.models.people import NamedPerson

# As near as this two surnames of one day may be one (`likeness`).
ALIKE = 0.3


@dataclass(frozen=True)
class LikelyPair:
    """Two people, the one of the lower number first, and why: codes of `PairReason`."""

    first: int
    second: int
    reasons: list[str]


def likely_pairs() -> list[LikelyPair]:
    """All pairs that speak for themselves, public or not. Two queries.

    Only people whose day of death is known are compared: work grows with the square of those who
    died on one day.
    """
    people = (
        NamedPerson.objects.filter(death_earliest=F("death_latest"))
        .order_by("pk")
        .prefetch_related("forms")
    )
    of_day: dict[date, list[NamedPerson]] = defaultdict(list)
    for person in people:
        of_day[person.death_earliest].append(person)
    return [pair for died in of_day.values() for pair in _pairs_among(died)]


def _pairs_among(people: list[NamedPerson]) -> Iterator[LikelyPair]:
    for first, second in combinations(people, 2):
        if reasons := list(_reasons(first, second)):
            yield LikelyPair(first.pk, second.pk, reasons)


def _reasons(first: NamedPerson, second: NamedPerson) -> Iterator[str]:
    births_agree = _births_agree(first, second)
    if births_agree is not False and _surnames_alike(first, second):
        yield PairReason.ALIKE
    if births_agree and _share_given_name(first, second):
        yield PairReason.GIVEN_NAME
    if births_agree and first.birth == second.birth and first.birth_earliest == first.birth_latest:
        yield PairReason.SAME_DATES


def _births_agree(first: NamedPerson, second: NamedPerson) -> bool | None:
    """Whether both may be born on one day; None where one of the births is not known."""
    bounds = (first.birth_earliest, first.birth_latest, second.birth_earliest, second.birth_latest)
    if None in bounds:
        return None
    return first.birth_earliest <= second.birth_latest and (
        second.birth_earliest <= first.birth_latest
    )


def _surnames_alike(first: NamedPerson, second: NamedPerson) -> bool:
    others = list(_sounds(second))
    return any(unlikeness(sounds, others).min() <= ALIKE for sounds in _sounds(first) if others)


def _share_given_name(first: NamedPerson, second: NamedPerson) -> bool:
    known = {key for form in first.forms.all() for key in form.given_keys}
    return any(known & set(form.given_keys) for form in second.forms.all())


def _sounds(person: NamedPerson) -> Iterable[str]:
    return {sounds for form in person.forms.all() for sounds in form.surname_sounds}
