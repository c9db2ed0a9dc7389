"""Organisations for tests."""

from commemoration.organisations.enums import OrganisationKind
from commemoration.organisations.models import Organisation
from commemoration.organisations.services import create_organisation, publish_organisation


def organisation(slug: str = "example-front", *, published: bool = True, **values) -> Organisation:
    """An example movement with an English and a Russian name, public unless told otherwise."""
    values.setdefault("kind", OrganisationKind.RESISTANCE_MOVEMENT)
    values.setdefault("names", {"en": "Example Front", "ru": "Фронт-образец"})
    made = create_organisation(slug=slug, **values)
    if published:
        publish_organisation(made)
    return made
