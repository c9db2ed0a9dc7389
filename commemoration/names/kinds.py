"""The lists of people that the index of names covers: each app registers its own at start-up."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from commemoration.names.slips import Slip


@dataclass(frozen=True)
class PersonCard:
    """What a list tells of one of its people, in the language of the moment.

    `url` leads to the person's page; `place` says where the person is found (a cemetery, a town);
    `note` is one sentence on what stands there, "" for nothing. `may_be_kept` is False for somebody
    who may be living: no cache keeps an answer that names them.
    """

    url: str
    place: str = ""
    note: str = ""
    may_be_kept: bool = True


@dataclass(frozen=True)
class PersonKind:
    """One list. `cards` takes the numbers of `NamedPerson`s and gives the cards of those that may
    be shown to everybody, in a bounded number of queries; `title` and `covers` are lazy texts: what
    the list is called, and one sentence on what it holds and what not. `edit_urls` takes the same
    numbers and gives the addresses in the admin, of those also that are not public.

    Who has `change_permission` ("graves.change_burial") may add and correct forms of the names; ""
    where they follow from the record itself. `names_changed` is then told the number of the person
    and the user. `slips` gives what of the records does not go together, in the active language.
    `unknown_url` gives the address where people without a name stand, "" if there is none.
    """

    slug: str
    title: str
    cards: Callable[[Iterable[int]], Mapping[int, PersonCard]] = field(compare=False)
    covers: str = ""
    edit_urls: Callable[[Iterable[int]], Mapping[int, str]] | None = field(
        default=None, compare=False
    )
    change_permission: str = ""
    names_changed: Callable[[int, Any], None] | None = field(default=None, compare=False)
    slips: Callable[[], Iterable[Slip]] | None = field(default=None, compare=False)
    unknown_url: Callable[[], str] | None = field(default=None, compare=False)


_kinds: dict[str, PersonKind] = {}


def register_kind(kind: PersonKind) -> None:
    """Make a list part of the index. ValueError for a slug that another list has."""
    if _kinds.get(kind.slug, kind) != kind:
        raise ValueError(f"Two lists of people are called {kind.slug!r}.")
    _kinds[kind.slug] = kind


def kind_of(slug: str) -> PersonKind | None:
    """The list of this slug, None where there is none."""
    return _kinds.get(slug)


def all_kinds() -> list[PersonKind]:
    """Every list, in the order of registration."""
    return list(_kinds.values())
