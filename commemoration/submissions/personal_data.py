"""The register of personal data: what is kept of whom, why, by whom, who sees it, how long.

It makes the page for the public, it says what `erase_person` looks through, and a test compares
it with the fields of the database. An app registers its own in `AppConfig.ready`.
(General Data Protection Regulation, articles 6, 13 and 30.)
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _


class Basis(models.TextChoices):
    """On what ground it may be kept (GDPR, article 6, paragraph 1)."""

    CONSENT = "consent", _("your consent, which you can withdraw (article 6.1.a)")
    REQUEST = "request", _("what you asked us to do (article 6.1.b)")
    DUTY = "duty", _("a legal duty: to be able to show what was agreed to (article 6.1.c)")
    DUTY_TO_ANSWER = (
        "duty_to_answer",
        _("a legal duty: to answer whoever objects (article 6.1.c, with articles 12 and 21)"),
    )
    INTEREST = "interest", _("a legitimate interest: to keep the site safe (article 6.1.f)")


class Responsible(models.TextChoices):
    """Which institution answers for it."""

    EMBASSY = "embassy", _("the embassy")
    CENTRE = "centre", _("the cultural centre")
    BOTH = "both", _("the embassy and the cultural centre, each for what is sent to it")


@dataclass(frozen=True)
class PersonalData:
    """One thing that is kept. `fields` are written `app.Model.field`; `kept` says for how long,
    in words that name the setting's present value. `find(email)` gives a line for each thing of
    that person, `erase(email)` erases them and gives their number; `erase_again(keys)` erases what
    stands under the keys of tombstones, after a restore, and gives its number; `end_again()` ends
    what was withdrawn or closed since the backup was made, and gives its number."""

    slug: str
    title: str
    fields: tuple[str, ...]
    purpose: str
    basis: Basis
    responsible: Responsible
    seen_by: str
    kept: Callable[[], str] = field(compare=False)
    is_health: bool = False
    is_of_children: bool = False
    find: Callable[[str], Iterable[str]] = field(default=lambda email: (), compare=False)
    erase: Callable[[str], int] = field(default=lambda email: 0, compare=False)
    erase_again: Callable[[Collection[UUID]], int] = field(default=lambda keys: 0, compare=False)
    end_again: Callable[[], int] = field(default=lambda: 0, compare=False)


_register: dict[str, PersonalData] = {}


def register_personal_data(entry: PersonalData) -> None:
    """ValueError for a slug that something else has."""
    if _register.get(entry.slug, entry) != entry:
        raise ValueError(f"Two kinds of personal data are called {entry.slug!r}.")
    _register[entry.slug] = entry


def registered_personal_data() -> list[PersonalData]:
    return list(_register.values())
