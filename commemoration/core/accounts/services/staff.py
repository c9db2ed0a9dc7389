"""Makes accounts of staff."""

from collections.abc import Iterable

from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from wagtail.users.models import UserProfile

from commemoration.core.accounts.models import User


@transaction.atomic
def create_staff_account(
    *,
    username: str,
    password: str,
    groups: Iterable[str],
    language: str,
    first_name: str = "",
    last_name: str = "",
    email: str = "",
) -> User:
    """An account that reads the admin in `language` and belongs to the groups of these names.

    One that exists already keeps its password and its second factor; the rest is written again.
    Raises `ValidationError` on a weak password and `Group.DoesNotExist` on an unknown group.
    """
    members = [Group.objects.get(name=name) for name in groups]
    user = User.objects.filter(username=username).first() or User(username=username)
    user.first_name, user.last_name, user.email = first_name, last_name, email
    if user.pk is None:
        validate_password(password, user)
        user.set_password(password)
    user.save()
    user.groups.set(members)
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
    return user
