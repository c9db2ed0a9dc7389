"""Who may say that two people of the lists are one, and who may change the forms of a name."""

from django.contrib.auth.models import AbstractBaseUser

from commemoration.names.kinds import kind_of
from commemoration.names.models.people import NamedPerson


def may_link_people(user: AbstractBaseUser) -> bool:
    """Staff of either institution: a person may stand on lists of both."""
    return user.is_active and user.has_perm("names.change_personlink")


def may_change_names(user: AbstractBaseUser, person: NamedPerson) -> bool:
    """Whoever may change the record, where the forms do not follow from what is written there."""
    kind = kind_of(person.kind)
    return bool(
        kind and kind.change_permission and user.is_active and user.has_perm(kind.change_permission)
    )
