"""Accounts of staff for tests."""

from commemoration.core.accounts.models import User
from commemoration.core.accounts.services import create_staff_account

PASSWORD = "a-long-reading-room-1945"


def staff_account(username: str = "anna", *groups: str, language: str = "en", **attributes) -> User:
    """An account in these groups, with the password `PASSWORD` and an address of its own."""
    attributes.setdefault("email", f"{username}@example.org")
    return create_staff_account(
        username=username, password=PASSWORD, groups=groups, language=language, **attributes
    )


def superuser(username: str = "root") -> User:
    return User.objects.create_superuser(username, f"{username}@example.org", PASSWORD)
