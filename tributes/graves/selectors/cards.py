"""What searches for a name show of somebody who is buried."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import get_language

from commemoration.names.kinds import PersonCard
from tributes.graves.models.burials import Burial


def person_cards(numbers: Iterable[int]) -> dict[int, PersonCard]:
    """By the number of a `NamedPerson`, the cards of those who are public. Two queries."""
    found = (
        Burial.objects.published()
        .filter(named_person__in=list(numbers))
        .select_related("site")
        .prefetch_related("site__texts")
    )
    language = get_language() or ""
    return {
        burial.named_person_id: PersonCard(
            url=burial.get_absolute_url(), place=str(burial.site.name_in(language))
        )
        for burial in found
    }


def edit_urls(numbers: Iterable[int]) -> dict[int, str]:
    """By the number of a `NamedPerson`, where staff edit the record, public or not. One query."""
    burials = Burial.objects.filter(named_person__in=list(numbers))
    return {
        person: reverse("wagtailsnippets_graves_burial:edit", args=[burial])
        for person, burial in burials.values_list("named_person", "pk")
    }
