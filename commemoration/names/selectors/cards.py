"""The cards of people of several lists, and what follows from them for a page."""

from collections.abc import Iterable
from typing import Protocol

from commemoration.names.kinds import PersonCard, kind_of
from commemoration.names.models.people import NamedPerson


class Carded(Protocol):
    """Whatever a page shows by the card of a person."""

    card: PersonCard


def cards_of(people: Iterable[NamedPerson]) -> dict[int, PersonCard]:
    """By number, the cards of those that may be shown to everybody; the queries of each list."""
    numbers: dict[str, list[int]] = {}
    for person in people:
        numbers.setdefault(person.kind, []).append(person.pk)
    cards: dict[int, PersonCard] = {}
    for slug, of_kind in numbers.items():
        if kind := kind_of(slug):
            cards |= kind.cards(of_kind)
    return cards


def may_be_kept(shown: Iterable[Carded]) -> bool:
    """Whether caches may keep a page with these people: nobody of them may be living."""
    return all(each.card.may_be_kept for each in shown)
