"""The accounts with which the demonstration can be tried. They exist in development only."""

from dataclasses import dataclass

from django.contrib.auth import get_user_model

from commemoration.core.accounts.groups import CENTRE_EDITORS, EMBASSY_EDITORS, SITE_MANAGERS
from commemoration.core.accounts.services import create_staff_account


@dataclass(frozen=True)
class DemoAccount:
    username: str
    password: str
    group: str
    language: str
    is_superuser: bool = False

    @property
    def role(self) -> str:
        """For the lines that `make run` prints."""
        return f"{self.group}, admin in {self.language}"


DEMO_ACCOUNTS = [
    DemoAccount("manager", "demo-manager-1945", SITE_MANAGERS, "en", is_superuser=True),
    DemoAccount("embassy", "demo-embassy-1945", EMBASSY_EDITORS, "ru"),
    DemoAccount("centre", "demo-centre-1945", CENTRE_EDITORS, "fr"),
]


def load_accounts() -> None:
    """Make the accounts that are missing; leave the others as they are."""
    for account in DEMO_ACCOUNTS:
        if get_user_model().objects.filter(username=account.username).exists():
            continue
        user = create_staff_account(
            username=account.username,
            password=account.password,
            groups=[account.group],
            language=account.language,
            first_name="Example",
            last_name=account.username.capitalize(),
            email=f"{account.username}@example.org",
        )
        if account.is_superuser:
            user.is_superuser = True
            user.save(update_fields=["is_superuser"])
