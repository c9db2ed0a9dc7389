"""Who is found by a query: the answer that pages and programs show."""

from dataclasses import dataclass

from commemoration.names.asked import Asked, understand
from commemoration.names.enums import NameRole
from commemoration.names.models.forms import NameForm
from commemoration.names.models.people import NamedPerson
from commemoration.names.selectors.matching import Band, Match, given_names_apart, match_of
from commemoration.names.selectors.ranking import rank_people
from commemoration.names.selectors.readings import likely_readings

# So many who may be meant are shown beside those who are surely, or by their sound.
MOST_POSSIBLE = 25
_BANDS = {band: place for place, band in enumerate(Band)}


@dataclass(frozen=True)
class Found:
    """The answer to a query: at most `ranking.MOST_FOUND` matches of `total` people."""

    asked: Asked
    matches: list[Match]
    total: int


def find_people(query: str, *, kind: str = "") -> Found:
    """Who is meant by a query, the surest first; many of one surname make room for others near it,
    if nothing but the surname was asked. Never fails, whatever the query is.

    A bounded number of queries: one for near names, one to choose among readings and one for each,
    one for numbers, two for the people.
    """
    asked = likely_readings(understand(query))
    ranked, total = rank_people(asked, kind=kind)
    people = NamedPerson.objects.in_bulk([found.person for found in ranked])
    forms = _forms_of(list(people))
    apart = given_names_apart(asked.readings, (form for each in forms.values() for form in each))
    matches = [
        match_of(people[found.person], forms[found.person], found, asked, apart)
        for found in ranked
        if found.person in people
    ]
    matches.sort(key=_cost_alone if asked.is_surname_alone else _band_and_cost)
    possible = [match for match in matches if match.band is Band.POSSIBLE]
    left_out = {match.person.pk for match in possible[MOST_POSSIBLE:]}
    shown = [match for match in matches if match.person.pk not in left_out]
    return Found(asked=asked, matches=shown, total=total)


def _band_and_cost(match: Match) -> tuple:
    return _BANDS[match.band], match.cost, match.person.pk


def _cost_alone(match: Match) -> tuple:
    """For a surname alone; one that is written as it was asked is as near as can be."""
    distance = match.distance if match.band is Band.EXACT else 0.0
    return match.cost - distance, _BANDS[match.band], match.person.pk


def _forms_of(people: list[int]) -> dict[int, list[NameForm]]:
    """All forms of the name of each person, in the order in which a card prefers them."""
    order = list(NameRole.values)
    forms: dict[int, list[NameForm]] = {person: [] for person in people}
    for form in NameForm.objects.filter(person__in=people).order_by("pk"):
        forms[form.person_id].append(form)
    for each in forms.values():
        each.sort(key=lambda form: order.index(form.role))
    return forms
