"""Where the places of the large map lie, by their names in any language."""

from functools import cache

from commemoration.core.languages.sort_keys import natural_key

from .kept import places


def find_town(name: str) -> tuple[float, float] | None:
    """Latitude and longitude of a place in Belgium, the largest of its name; None if not known."""
    return _positions().get(_key(name))


def known_positions() -> set[tuple[float, float]]:
    """Where all of them lie."""
    return set(_positions().values())


@cache
def _positions() -> dict[str, tuple[float, float]]:
    found = {}
    for place in places():
        for name in filter(None, place.names):
            found.setdefault(_key(name), (place.latitude, place.longitude))
    return found


def _key(name: str) -> str:
    """Without case, accents, and the difference between a hyphen and a space."""
    return natural_key(name.replace("-", " ").replace("’", "'"))
