"""Where the places of the large map lie, by their names in any language."""

import json
from functools import cache

from commemoration.core.languages.sort_keys import natural_key

from .data import DETAIL_FILE


def find_town(name: str) -> tuple[float, float] | None:
    """Latitude and longitude of a place in Belgium, the largest of its name; None if not known."""
    return _positions().get(_key(name))


def known_positions() -> set[tuple[float, float]]:
    """Where all of them lie."""
    return set(_positions().values())


@cache
def _positions() -> dict[str, tuple[float, float]]:
    found = {}
    places = json.loads(DETAIL_FILE.read_text(encoding="utf-8"))["places"]
    for _zoom, latitude, longitude, *names in places:
        for name in filter(None, names):
            found.setdefault(_key(name), (latitude, longitude))
    return found


def _key(name: str) -> str:
    """Without case, accents, and the difference between a hyphen and a space."""
    return natural_key(name.replace("-", " ").replace("’", "'"))
