"""People of the index to test with. The names are made up, but for those of published stones."""

from commemoration.names.enums import NameRole
from commemoration.names.kinds import PersonCard, PersonKind, register_kind
from commemoration.names.models import NamedPerson
from commemoration.names.services.people import NameFacts, PersonFacts, record_person

KIND = "tested"


def register_test_kind() -> None:
    """A list whose people stand at /tested/<number>/; registering it again changes nothing."""
    register_kind(PersonKind(slug=KIND, title="Tested people", cards=_cards, covers="Only tests."))


def _cards(numbers):
    return {number: PersonCard(url=f"/tested/{number}/", place="Arlon") for number in numbers}


def add_person(*names: NameFacts, **facts) -> NamedPerson:
    facts = {"kind": KIND, "is_public": True} | facts
    return record_person(facts=PersonFacts(**facts), names=names)


def inscribed(surname: str, given_name: str = "", **more) -> NameFacts:
    return NameFacts(NameRole.INSCRIBED, surname, given_name, **more)


def identified(surname: str, given_name: str = "", patronymic: str = "") -> NameFacts:
    return NameFacts(NameRole.IDENTIFIED, surname, given_name, patronymic)
