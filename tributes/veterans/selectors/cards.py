"""What searches for a name show of a veteran."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import get_language

from commemoration.names.kinds import PersonCard
from tributes.veterans.models.veterans import Veteran
from tributes.veterans.selectors.rows import shown_town


def person_cards(numbers: Iterable[int]) -> dict[int, PersonCard]:
    """By the number of a `NamedPerson`, the cards of those who are public. One query."""
    language = get_language() or ""
    found = Veteran.objects.published().with_town(language)
    return {
        veteran.named_person_id: PersonCard(
            url=veteran.get_absolute_url(),
            place=str(shown_town(veteran, language)),
            may_be_kept=veteran.has_died,
        )
        for veteran in found.filter(named_person__in=list(numbers))
    }


def edit_urls(numbers: Iterable[int]) -> dict[int, str]:
    """By the number of a `NamedPerson`, where staff edit the record, public or not. One query."""
    veterans = Veteran.objects.filter(named_person__in=list(numbers))
    return {
        person: reverse("wagtailsnippets_veterans_veteran:edit", args=[veteran])
        for person, veteran in veterans.values_list("named_person", "pk")
    }


def edit_url(veteran: Veteran) -> str:
    """Where staff edit this record."""
    return reverse("wagtailsnippets_veterans_veteran:edit", args=[veteran.pk])
