"""The list of likely duplicates, as staff see it: two people side by side."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Count
from django.urls import reverse
from django.utils.functional import Promise

from commemoration.names.enums import LinkState, PairReason
from commemoration.names.kinds import PersonKind, kind_of
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
    names_url: str


@dataclass(frozen=True)
class Pair:
    """A link with both its people, ready to be shown."""

    link: PersonLink
    sides: list[Side]
    reasons: list[str | Promise]
    same: list[str]


def pairs(state: str, number: str | None, reason: str = "") -> tuple[list[Pair], Page]:
    """A page of the pairs in a state, the latest decision first; a bounded number of queries.

    `reason` is one of `PairReason`, or "" for all.
    """
    links = PersonLink.objects.filter(state=state).select_related("decided_by")
    if reason:
        links = links.filter(reasons__contains=[reason])
    links = links.prefetch_related("first__forms", "second__forms").order_by("-decided_at", "pk")
    page = Paginator(links, PAIRS_ON_A_PAGE).get_page(number)
    sides = sides_of({person for link in page for person in (link.first, link.second)})
    return [
        Pair(
            link,
            [sides[link.first_id], sides[link.second_id]],
            [PairReason(reason).label for reason in link.reasons],
            _shared_by(link.first, link.second),
        )
        for link in page
    ], page


def pairs_by_state() -> dict[str, int]:
    """How many pairs wait, and how many were decided in each way. One query."""
    counts = PersonLink.objects.values_list("state").annotate(pairs=Count("pk")).order_by()
    return dict.fromkeys(LinkState.values, 0) | dict(counts)


def waiting_pairs() -> int:
    """How many pairs nobody has decided on."""
    return PersonLink.objects.filter(state=LinkState.SUGGESTED).count()


def _shared_by(first: NamedPerson, second: NamedPerson) -> list[str]:
    """The facts that both records give alike."""
    return [
        name
        for name in ("birth", "birthplace", "death")
        if getattr(first, name) and getattr(first, name) == getattr(second, name)
    ]


def sides_of(people: Iterable[NamedPerson]) -> dict[int, Side]:
    """By their numbers, what is shown of people whose forms were fetched; some queries a list."""
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
                names_url=_names_url(kind, person),
            )
    return sides


def _names_url(kind: PersonKind | None, person: NamedPerson) -> str:
    if not (kind and kind.change_permission):
        return ""
    return reverse("person_names:index", args=[person.pk])
