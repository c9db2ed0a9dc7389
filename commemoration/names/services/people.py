"""Puts the people of a list into the index of names, for the services that own their records."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from commemoration.names.asked import digits_of
from commemoration.names.models.forms import NameForm
from commemoration.names.models.people import NamedPerson
from commemoration.names.services.forms import BATCH, derive, index_sounds
from commemoration.names.sounds import sounds_of
from commemoration.names.words import words_of


@dataclass(frozen=True)
class NameFacts:
    """One form of a name as its source has it; `role` is one of `NameRole`, `dated` EDTF."""

    role: str
    surname: str = ""
    given_name: str = ""
    patronymic: str = ""
    language: str = ""
    source: str = ""
    dated: str = ""


@dataclass(frozen=True)
class PersonFacts:
    """What is compared beside names; `birth` and `death` are EDTF, "" where nothing is known."""

    kind: str
    is_public: bool = False
    birth: str = ""
    death: str = ""
    birthplace: str = ""
    prisoner_number: str = ""


@transaction.atomic
def record_person(
    *, facts: PersonFacts, names: Iterable[NameFacts], person: NamedPerson | None = None
) -> NamedPerson:
    """Write a person's facts, and add the forms of the name that are not there yet.

    ValidationError on bad EDTF, IntegrityError for a form without any name.
    """
    person = person or NamedPerson()
    _set_facts(person, facts)
    person.save()
    add_forms(person=person, names=names)
    return person


@transaction.atomic
def add_forms(*, person: NamedPerson, names: Iterable[NameFacts]) -> None:
    """Add forms of a name to a person; a form that the same role has already is left as it is."""
    forms = [_form(person, facts) for facts in names]
    NameForm.objects.bulk_create(forms, ignore_conflicts=True)
    index_sounds(forms)


@transaction.atomic
def record_people(people: Iterable[tuple[PersonFacts, list[NameFacts]]]) -> list[NamedPerson]:
    """Write many new people at once, in four statements for each two thousand; in their order."""
    people = list(people)
    rows = [NamedPerson() for _facts, _names in people]
    for row, (facts, _names) in zip(rows, people, strict=True):
        _set_facts(row, facts)
    NamedPerson.objects.bulk_create(rows, batch_size=BATCH)
    forms = [
        _form(row, facts)
        for row, (_facts, names) in zip(rows, people, strict=True)
        for facts in names
    ]
    NameForm.objects.bulk_create(forms, batch_size=BATCH, ignore_conflicts=True)
    index_sounds(forms)
    return rows


def show_person(person: NamedPerson, *, is_public: bool) -> None:
    """Let searches find a person, or no longer."""
    person.is_public = is_public
    person.save(update_fields=["is_public"])


def _set_facts(person: NamedPerson, facts: PersonFacts) -> None:
    person.kind = facts.kind
    person.is_public = facts.is_public
    person.birth = facts.birth
    person.death = facts.death
    person.birthplace = facts.birthplace
    person.birthplace_sounds = [sounds_of(word) for word in words_of(facts.birthplace)]
    person.prisoner_number = facts.prisoner_number
    person.prisoner_digits = digits_of(facts.prisoner_number)


def _form(person: NamedPerson, facts: NameFacts) -> NameForm:
    form = NameForm(
        person=person,
        role=facts.role,
        surname=facts.surname.strip(),
        given_name=facts.given_name.strip(),
        patronymic=facts.patronymic.strip(),
        language=facts.language,
        source=facts.source,
        dated=facts.dated,
    )
    derive(form)
    return form
