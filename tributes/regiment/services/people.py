"""Keeps the index of names in step with entries: facts, forms of names, visibility."""

from collections.abc import Iterable

from commemoration.core.publication.services import keep_version
from commemoration.names.models.forms import NameForm
from commemoration.names.services.people import NameFacts, PersonFacts, record_person, show_person
from tributes.regiment.enums import PERSON_KIND
from tributes.regiment.models.entries import RegimentEntry


def facts_of(entry: RegimentEntry) -> PersonFacts:
    return PersonFacts(
        kind=PERSON_KIND,
        is_public=entry.live,
        birth=entry.birth,
        death=entry.death,
        birthplace=entry.birthplace,
    )


def settle_person(entry: RegimentEntry, names: Iterable[NameFacts]) -> None:
    """Write the facts, and exactly these forms of the family; forms of other roles, which staff
    have added, stay. `entry` is not saved."""
    names = list(names)
    person = entry.named_person if entry.named_person_id else None
    if person is not None:
        kept = {(facts.surname, facts.given_name, facts.patronymic) for facts in names}
        roles = {facts.role for facts in names}
        for form in NameForm.objects.filter(person=person, role__in=roles):
            if (form.surname, form.given_name, form.patronymic) not in kept:
                form.delete()
    entry.named_person = record_person(facts=facts_of(entry), names=names, person=person)


def settle_visibility(entry: RegimentEntry) -> None:
    show_person(entry.named_person, is_public=entry.live)


def note_names_changed(person: int, user) -> None:
    """The record counts as changed when staff change the forms of its name."""
    for entry in RegimentEntry.objects.filter(named_person=person):
        entry.save(update_fields=["modified_at"])
        keep_version(entry, user=user)
