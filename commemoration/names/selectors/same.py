"""Where else a person stands: records of whom staff have said that they are of one person."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import get_language

from commemoration.names.enums import LinkState
from commemoration.names.kinds import PersonCard, PersonKind, kind_of
from commemoration.names.models.forms import NameForm
from commemoration.names.models.links import PersonLink
from commemoration.names.models.people import NamedPerson
from commemoration.names.selectors.cards import cards_of
from commemoration.names.shown import ReadersName, readers_name


@dataclass(frozen=True)
class SameElsewhere:
    """Another record of the same person, as its own list shows it."""

    name: ReadersName
    kind: PersonKind
    card: PersonCard


def same_person_elsewhere(number: int | None) -> list[SameElsewhere]:
    """The other public records of a `NamedPerson` by its number (None: of somebody without a name),
    in the order in which they were joined.

    One query where nobody has decided anything; then two more and those of the cards.
    """
    links = PersonLink.objects.filter(Q(first=number) | Q(second=number), state=LinkState.SAME)
    pairs = links.order_by("pk").values_list("first", "second")
    others = [second if first == number else first for first, second in pairs]
    if not others:
        return []
    people = NamedPerson.objects.in_bulk(others)
    forms: dict[int, list[NameForm]] = {}
    for form in NameForm.objects.filter(person__in=others).order_by("pk"):
        forms.setdefault(form.person_id, []).append(form)
    cards = cards_of(people.values())
    return [
        SameElsewhere(
            readers_name(forms.get(other, []), get_language()),
            kind_of(people[other].kind),
            cards[other],
        )
        for other in others
        if other in cards
    ]
