"""The list of likely duplicates, as staff see it: two people side by side."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.utils.functional import Promise

from commemoration.names.enums import LinkState, PairReason
from commemoration.names.kinds import kind_of
from commemoration.names.models.links import PersonLink
from commemoration.names.models.people import NamedPerson
from commemoration.names.selectors.answers import Layer, layers_of

PAIRS_ON_A_PAGE = 20


@dataclass(frozen=True)
class Side:
    """One of the two: all that is known of the name and the life. Addresses may be ""."""

    person: NamedPerson
    layers: list[Layer]
    list_title: str | Promise
    place: str
    url: str
    edit_url: str


@dataclass(frozen=True)
class Pair:
    """A link with both its people, ready to be shown."""

    link: PersonLink
    sides: list[Side]
    reasons: list[str | Promise]


def pairs(state: str, number: str | None) -> tuple[list[Pair], Page]:
    """A page of the pairs in a state, the latest decision first; a bounded number of queries."""
    links = PersonLink.objects.filter(state=state).select_related("decided_by")
    links = links.prefetch_related("first__forms", "second__forms").order_by("-decided_at", "pk")
    page = Paginator(links, PAIRS_ON_A_PAGE).get_page(number)
    sides = _sides({person for link in page for person in (link.first, link.second)})
    return [
        Pair(
            link,
            [sides[link.first_id], sides[link.second_id]],
            [PairReason(reason).label for reason in link.reasons],
        )
        for link in page
    ], page


def waiting_pairs() -> int:
    """How many pairs nobody has decided on."""
    return PersonLink.objects.filter(state=LinkState.SUGGESTED).count()


def _sides(people: Iterable[NamedPerson]) -> dict[int, Side]:
    people = list(people)
    sides = {}
    for slug in {person.kind for person in people}:
        kind = kind_of(slug)
        mine = [person for person in people if person.kind == slug]
        numbers = [person.pk for person in mine]
        cards = kind.cards(numbers) if kind else {}
        edit_urls = kind.edit_urls(numbers) if kind and kind.edit_urls else {}
        for person in mine:
            card = cards.get(person.pk)
            sides[person.pk] = Side(
                person=person,
                layers=layers_of(list(person.forms.all())),
                list_title=kind.title if kind else slug,
                place=card.place if card else "",
                url=card.url if card else "",
                edit_url=edit_urls.get(person.pk, ""),
            )
    return sides
