"""Keeps the index of names in step with those who are buried: facts, forms of names, visibility."""

from collections.abc import Iterable

from commemoration.names.services.people import (
    NameFacts,
    PersonFacts,
    record_person,
    show_person,
)
from tributes.graves.enums import PERSON_KIND, BurialKind
from tributes.graves.models.burials import Burial


def settle_person(burial: Burial, names: Iterable[NameFacts] = ()) -> None:
    """Write what the index compares, and add forms of the name. `burial` is not saved."""
    names = list(names)
    if burial.named_person is None and not names:
        return
    facts = PersonFacts(
        kind=PERSON_KIND,
        is_public=burial.live,
        birth=burial.birth,
        death=burial.death,
        birthplace=burial.birth_place,
        prisoner_number=burial.prisoner_number,
    )
    burial.named_person = record_person(facts=facts, names=names, person=burial.named_person)


def settle_visibility(burial: Burial) -> None:
    """Let searches find the person while the record is public."""
    if burial.named_person:
        show_person(burial.named_person, is_public=burial.live)


def remove_forms(burial: Burial, numbers: Iterable[int]) -> None:
    """Take away forms that were entered by mistake; the last one of a person stays."""
    if not burial.named_person:
        return
    kept = burial.named_person.forms.exclude(pk__in=numbers)
    if burial.kind != BurialKind.PERSON or kept.exists():
        burial.named_person.forms.filter(pk__in=numbers).delete()
