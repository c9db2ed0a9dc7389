"""Keeps the index of names in step with those who are buried: facts, forms of names, visibility."""

from collections.abc import Iterable

from commemoration.core.publication.services import keep_version
from commemoration.names.services.people import (
    NameFacts,
    PersonFacts,
    record_person,
    show_person,
)
from tributes.graves.enums import PERSON_KIND
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


def note_names_changed(person: int, user) -> None:
    """The record counts as changed when staff change the forms of its name: exports tell it."""
    for burial in Burial.objects.filter(named_person=person):
        burial.save(update_fields=["modified_at"])
        keep_version(burial, user=user)
