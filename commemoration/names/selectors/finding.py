"""Who is found by a query: the answer that pages and programs show."""

from dataclasses import dataclass

from commemoration.names.asked import Asked, understand
from commemoration.names.enums import NameRole
from commemoration.names.models.forms import NameForm
from commemoration.names.models.people import NamedPerson
from commemoration.names.selectors.matching import Band, Match, given_names_apart, match_of
from commemoration.names.selectors.ranking import rank_people

# So many who may be meant are shown after those who are surely, or by their sound.
MOST_POSSIBLE = 25


@dataclass(frozen=True)
class Found:
    """The answer to a query: at most `ranking.MOST_FOUND` matches of `total` people."""

    asked: Asked
    matches: list[Match]
    total: int


def find_people(query: str, *, kind: str = "") -> Found:
    """Who is meant by a query, the surest first. Never fails, whatever the query is.

    A bounded number of queries: one for near names, one for each reading, one for numbers, two for
    the people.
    """
    asked = understand(query)
    ranked, total = rank_people(asked, kind=kind)
    people = NamedPerson.objects.in_bulk([found.person for found in ranked])
    forms = _forms_of(list(people))
    apart = given_names_apart(asked.readings, (form for each in forms.values() for form in each))
    matches = [
        match_of(people[found.person], forms[found.person], found, asked, apart)
        for found in ranked
        if found.person in people
    ]
    order = list(Band)
    matches.sort(key=lambda match: (order.index(match.band), match.cost, match.person.pk))
    sure = [match for match in matches if match.band is not Band.POSSIBLE]
    return Found(asked=asked, matches=matches[: len(sure) + MOST_POSSIBLE], total=total)


def _forms_of(people: list[int]) -> dict[int, list[NameForm]]:
    """All forms of the name of each person, in the order in which a card prefers them."""
    order = list(NameRole.values)
    forms: dict[int, list[NameForm]] = {person: [] for person in people}
    for form in NameForm.objects.filter(person__in=people).order_by("pk"):
        forms[form.person_id].append(form)
    for each in forms.values():
        each.sort(key=lambda form: order.index(form.role))
    return forms
