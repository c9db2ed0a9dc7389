"""Who may say that two people of the lists are one."""

from django.contrib.auth.models import AbstractBaseUser


def may_link_people(user: AbstractBaseUser) -> bool:
    """Staff of either institution: a person may stand on lists of both."""
    return user.is_active and user.has_perm("names.change_personlink")
