"""Keeps the index of names in step with the people whom published photographs show."""

from django.db import transaction

from commemoration.names.asked import parts_of
from commemoration.names.enums import NameRole
from commemoration.names.models.people import NamedPerson
from commemoration.names.services.people import NameFacts, PersonFacts, record_people
from photos.models.people import PersonShown
from photos.selectors.people_shown import public_names

KIND = "photographed"
_LONGEST_PART = 200


@transaction.atomic
def refresh_people_shown() -> tuple[int, int]:
    """Take in new names and drop those that no published photograph has; how many of each.

    Records change in many ways, bulk edits and imports among them: the names are compared as a
    whole, and a search leaves out at once who is no longer shown (`cards_of_people`).
    """
    wanted = set(public_names())
    known = dict(PersonShown.objects.select_for_update().values_list("name", "named_person"))
    gone = [person for name, person in known.items() if name not in wanted]
    NamedPerson.objects.filter(pk__in=gone).delete()
    new = sorted(wanted - known.keys())
    people = record_people((PersonFacts(kind=KIND, is_public=True), [_name(name)]) for name in new)
    PersonShown.objects.bulk_create(
        PersonShown(name=name, named_person=person)
        for name, person in zip(new, people, strict=True)
    )
    return len(new), len(gone)


def _name(name: str) -> NameFacts:
    parts = parts_of(name)
    surname = parts.surname or ("" if parts.given_name else name)
    return NameFacts(
        role=NameRole.REGISTERED,
        surname=surname[:_LONGEST_PART],
        given_name=parts.given_name[:_LONGEST_PART],
        patronymic=parts.patronymic[:_LONGEST_PART],
    )
