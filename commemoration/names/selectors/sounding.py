"""Which surnames of the index sound or look like one that was asked for."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from django.db import connection

from commemoration.names.keys import keys_of
from commemoration.names.likeness import unlikeness
from commemoration.names.words import surname_sounds

# Beyond this two names have too little in common to be shown (0 the same, 1 nothing in common).
FARTHEST = 0.36
# Of so many names the nearest are kept for each word asked.
MOST_NAMES = 80
# How much longer or shorter, in sounds, a name may be than the one asked.
LONGER = 5
# A part of a double name says less than the whole.
PART_COST = 0.04

_NEAR = """
SELECT sounds FROM names_surnamesound
WHERE keys && %s::text[] AND length(sounds) BETWEEN %s AND %s
"""


@dataclass(frozen=True)
class NearName:
    """A surname of the index and how far it is from the one asked for: 0 the same, 1 nothing."""

    sounds: str
    distance: float


def near_names(surnames: Iterable[str]) -> dict[str, dict[str, NearName]]:
    """For each surname the nearest of the index, by their sounds; one query for all of them."""
    asked = {surname: surname_sounds(surname) for surname in surnames}
    names = _sharing_a_key({sounds for each in asked.values() for sounds in each})
    return {surname: _nearest(each, names) for surname, each in asked.items()}


def _nearest(asked: list[str], names: list[str]) -> dict[str, NearName]:
    """The nearest of `names` to a surname; the first of its sounds are those of the whole."""
    near: dict[str, NearName] = {}
    for place, sounds in enumerate(asked):
        for name in nearest(sounds, names, extra=PART_COST if place else 0.0):
            if name.sounds not in near or name.distance < near[name.sounds].distance:
                near[name.sounds] = name
    return near


def nearest(
    asked: str, names: list[str], *, extra: float = 0.0, farthest: float = FARTHEST
) -> list[NearName]:
    """The nearest of some rows of sounds, the very nearest first; at most `MOST_NAMES`."""
    alike = [name for name in names if abs(len(name) - len(asked)) <= LONGER]
    if not alike:
        return []
    distances = unlikeness(asked, alike) + extra
    order = np.argsort(distances, kind="stable")[:MOST_NAMES]
    return [
        NearName(alike[place], float(distances[place]))
        for place in order
        if distances[place] <= farthest
    ]


def _sharing_a_key(asked: set[str]) -> list[str]:
    if not asked:
        return []
    keys = sorted(set().union(*map(keys_of, asked)))
    lengths = [len(sounds) for sounds in asked]
    with connection.cursor() as cursor:
        cursor.execute(_NEAR, [keys, min(lengths) - LONGER, max(lengths) + LONGER])
        return [sounds for (sounds,) in cursor.fetchall()]
