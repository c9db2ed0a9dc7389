"""Keeps the index of names in step with veterans: facts, forms of names, visibility."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from commemoration.core.publication.services import keep_version
from commemoration.names.services.people import NameFacts, PersonFacts, record_person, show_person
from tributes.veterans.enums import PERSON_KIND
from tributes.veterans.models.veterans import Veteran


def facts_of(veteran: Veteran) -> PersonFacts:
    """What the index compares: of the birth it is told the year and nothing else."""
    return PersonFacts(
        kind=PERSON_KIND,
        is_public=veteran.live,
        birth=str(veteran.birth_year or ""),
        death=veteran.death,
    )


def settle_person(veteran: Veteran, names: Iterable[NameFacts] = ()) -> None:
    """Write the facts, and add forms of the name. `veteran` is not saved."""
    names = list(names)
    if veteran.named_person_id is None and not names:
        raise ValidationError(_("Give a name."))
    person = veteran.named_person if veteran.named_person_id else None
    veteran.named_person = record_person(facts=facts_of(veteran), names=names, person=person)


def settle_visibility(veteran: Veteran) -> None:
    show_person(veteran.named_person, is_public=veteran.live)


def note_names_changed(person: int, user) -> None:
    """The record counts as changed when staff change the forms of its name."""
    for veteran in Veteran.objects.filter(named_person=person):
        veteran.save(update_fields=["modified_at"])
        keep_version(veteran, user=user)
