"""Who may do what to another account."""

from .models import User

CHANGE_USER = "core.change_user"


def may_handle_account(actor: User, user: User) -> bool:
    """Edit, lock or delete: never somebody who may do more than oneself."""
    return actor.is_superuser or not user.is_superuser


def may_reset_second_factor(actor: User, user: User) -> bool:
    """Replace a lost phone: whoever manages accounts, but only a superuser for a superuser."""
    return actor.has_perm(CHANGE_USER) and may_handle_account(actor, user)
