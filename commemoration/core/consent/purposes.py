"""What consent is asked for: each app registers its own purposes at start-up."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID


@dataclass(frozen=True)
class ConsentPurpose:
    """One thing that a person may agree to.

    `scopes` are the parts that can be agreed to (code → words), `required` those without which
    nothing holds. `subject_of` gives the app's record of a key, or None; its `str` names the person
    to staff, `edit_url` leads to it. `take_down` takes everything back that rests on the consent
    (key, user), in the transaction of the withdrawal; `narrow` what rests on scopes that a newer
    consent leaves out (key, their codes, user). `may_handle` says whether a member of staff
    records and withdraws consents of this purpose.
    """

    slug: str
    title: str
    scopes: Mapping[str, str]
    required: tuple[str, ...] = ()
    subject_of: Callable[[UUID], Any] = field(default=lambda key: None, compare=False)
    edit_url: Callable[[Any], str] = field(default=lambda subject: "", compare=False)
    take_down: Callable[..., None] = field(default=lambda key, user: None, compare=False)
    narrow: Callable[..., None] = field(default=lambda key, scopes, user: None, compare=False)
    may_handle: Callable[[Any], bool] = field(default=lambda user: False, compare=False)

    def scopes_in_words(self, codes) -> list[str]:
        """The words of these codes, in the order of registration."""
        return [str(words) for code, words in self.scopes.items() if code in codes]


_purposes: dict[str, ConsentPurpose] = {}


def register_purpose(purpose: ConsentPurpose) -> None:
    """ValueError for a slug that something else has."""
    if _purposes.get(purpose.slug, purpose) != purpose:
        raise ValueError(f"Two purposes of consent are called {purpose.slug!r}.")
    _purposes[purpose.slug] = purpose


def purpose_of(slug: str) -> ConsentPurpose | None:
    return _purposes.get(slug)


def purpose_choices() -> list[tuple[str, str]]:
    """For forms: slug and title of every purpose."""
    return [(each.slug, each.title) for each in _purposes.values()]
