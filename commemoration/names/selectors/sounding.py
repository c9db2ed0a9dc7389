"""Which surnames of the index sound or look like one that was asked for."""

from dataclasses import dataclass

import numpy as np
from django.db import connection

from commemoration.names.keys import keys_of
from commemoration.names.likeness import unlikeness
from commemoration.names.words import surname_sounds

# Beyond this two names have too little in common to be shown (0 the same, 1 nothing in common).
FARTHEST = 0.5
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
    asked: str


def near_names(surname: str) -> dict[str, NearName]:
    """The nearest surnames of the index by their sounds; one query for each word of the surname."""
    near: dict[str, NearName] = {}
    for place, asked in enumerate(surname_sounds(surname)):
        for name in _near_one(asked, PART_COST if place else 0.0):
            if name.sounds not in near or name.distance < near[name.sounds].distance:
                near[name.sounds] = name
    return near


def _near_one(asked: str, extra: float) -> list[NearName]:
    with connection.cursor() as cursor:
        shortest, longest = len(asked) - LONGER, len(asked) + LONGER
        cursor.execute(_NEAR, [sorted(keys_of(asked)), shortest, longest])
        names = [sounds for (sounds,) in cursor.fetchall()]
    if not names:
        return []
    distances = unlikeness(asked, names) + extra
    nearest = np.argsort(distances, kind="stable")[:MOST_NAMES]
    return [
        NearName(names[place], float(distances[place]), asked)
        for place in nearest
        if distances[place] <= FARTHEST
    ]
