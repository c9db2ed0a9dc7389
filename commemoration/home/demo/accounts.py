"""The accounts with which the demonstration can be tried. They exist in development only."""

from dataclasses import dataclass

from django.contrib.auth import get_user_model


@dataclass(frozen=True)
class DemoAccount:
    username: str
    password: str
    role: str


DEMO_ACCOUNTS = [DemoAccount("manager", "victory-75", "site manager")]


def create_demo_accounts() -> None:
    """Make the accounts that are missing; leave the others as they are."""
    users = get_user_model().objects
    for account in DEMO_ACCOUNTS:
        if not users.filter(username=account.username).exists():
            users.create_superuser(account.username, password=account.password)
