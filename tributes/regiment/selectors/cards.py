"""What searches for a name show of an entry."""

from collections.abc import Iterable

from django.urls import reverse

from commemoration.names.kinds import PersonCard
from tributes.regiment.models.entries import RegimentEntry


def person_cards(numbers: Iterable[int]) -> dict[int, PersonCard]:
    """By the number of a `NamedPerson`, the cards of those who are public. One query."""
    found = RegimentEntry.objects.published().filter(named_person__in=list(numbers))
    return {
        entry.named_person_id: PersonCard(
            url=entry.get_absolute_url(), place=entry.birthplace, note=entry.get_fate_display()
        )
        for entry in found.only("number", "named_person", "birthplace", "fate")
    }


def edit_urls(numbers: Iterable[int]) -> dict[int, str]:
    """By the number of a `NamedPerson`, where staff look after the entry. One query."""
    entries = RegimentEntry.objects.filter(named_person__in=list(numbers))
    return {
        person: reverse("wagtailsnippets_regiment_regimententry:edit", args=[entry])
        for person, entry in entries.values_list("named_person", "pk")
    }
