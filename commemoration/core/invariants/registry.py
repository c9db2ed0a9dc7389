"""Promises between rows, or between rows and files, that no constraint of the database can hold.

An app writes each as a function that gives one line for every breach, in a file `invariants.py`,
and registers it in `AppConfig.ready`:
    register_invariant("photos.published_photo_has_title", published_photo_without_title)
`manage.py check_invariants` asks them all. A function changes nothing.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

Breaches = Callable[[], Iterable[str]]


@dataclass(frozen=True)
class Invariant:
    """`name` is the promise; `deep` says that asking reads whole files."""

    name: str
    breaches: Breaches
    deep: bool = False


_invariants: dict[str, Invariant] = {}


def register_invariant(name: str, breaches: Breaches, *, deep: bool = False) -> None:
    if name in _invariants and _invariants[name].breaches is not breaches:
        raise ValueError(f"Two promises are called {name}.")
    _invariants[name] = Invariant(name, breaches, deep)


def registered_invariants(*, deep: bool) -> list[Invariant]:
    """All promises by name; without the deep ones unless asked for."""
    return [each for _name, each in sorted(_invariants.items()) if deep or not each.deep]
