"""Which surnames of the index sound or look like one that was asked for."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from django.db import connection

from commemoration.names.keys import keys_of
from commemoration.names.likeness import roughly_nearest, unlikeness
from commemoration.names.words import surname_sounds

# Beyond this two names have too little in common to be shown (0 the same, 1 nothing in common).
FARTHEST = 0.36
# Of so many names the nearest are kept for each word asked.
MOST_NAMES = 80
# How much longer or shorter, in sounds, a name may be than the one asked.
LONGER = 5
# A part of a double name says less than the whole.
PART_COST = 0.04

# So many names, those that share the most keys, are taken from the index; so many of them, the
# nearest when every sound counts alike, are compared sound by sound.
MOST_SHARING, MOST_COMPARED = 1000, 300

# One look into the index for each key: `&&` with many of them makes the planner read the table.
_SHARING = """
SELECT asked, sounds FROM (
    SELECT asked, sounds,
        row_number() OVER (PARTITION BY asked ORDER BY count(*) DESC, sounds) AS place
    FROM unnest(%(asked)s::text[], %(keys)s::text[], %(shortest)s::int[], %(longest)s::int[])
            AS wanted (asked, key, shortest, longest),
        LATERAL (
            SELECT sounds FROM names_surnamesound WHERE keys @> ARRAY[wanted.key] OFFSET 0
        ) AS found
    WHERE length(sounds) BETWEEN shortest AND longest
    GROUP BY asked, sounds
) AS counted WHERE place <= %(most)s
"""


@dataclass(frozen=True)
class NearName:
    """A surname of the index and how far it is from the one asked for: 0 the same, 1 nothing."""

    sounds: str
    distance: float


def near_names(surnames: Iterable[str]) -> dict[str, dict[str, NearName]]:
    """For each surname the nearest of the index, by their sounds; one query for all of them."""
    asked = {surname: surname_sounds(surname) for surname in surnames}
    names = _sharing_keys({surname: sounds for surname, sounds in asked.items() if sounds})
    return {surname: _nearest(each, names[surname]) for surname, each in asked.items()}


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
    alike = roughly_nearest(asked, alike, most=MOST_COMPARED)
    distances = unlikeness(asked, alike) + extra
    order = np.argsort(distances, kind="stable")[:MOST_NAMES]
    return [
        NearName(alike[place], float(distances[place]))
        for place in order
        if distances[place] <= farthest
    ]


def _sharing_keys(asked: dict[str, list[str]]) -> dict[str, list[str]]:
    """For each surname the names of the index that share the most keys with it."""
    names: dict[str, list[str]] = defaultdict(list)
    wanted = [
        (surname, key, min(map(len, sounds)) - LONGER, max(map(len, sounds)) + LONGER)
        for surname, sounds in asked.items()
        for key in sorted(set().union(*map(keys_of, sounds)))
    ]
    if wanted:
        names_of_columns = ("asked", "keys", "shortest", "longest")
        columns = zip(names_of_columns, map(list, zip(*wanted, strict=True)), strict=True)
        with connection.cursor() as cursor:
            cursor.execute(_SHARING, dict(columns) | {"most": MOST_SHARING})
            for surname, sounds in cursor.fetchall():
                names[surname].append(sounds)
    return names
