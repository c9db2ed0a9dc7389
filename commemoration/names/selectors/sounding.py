"""Which surnames of the index sound or look like one that was asked for."""

from collections import Counter, defaultdict
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
# Of a surname of many words the whole and the first four are looked for: a pasted text takes time.
MOST_ROWS = 5
# A part of a double name says less than the whole.
PART_COST = 0.04

# So many names, those that share the most keys, are taken from the index; so many of them, the
# nearest when every sound counts alike, are compared sound by sound.
MOST_SHARING, MOST_COMPARED = 1000, 300

# One look into the index for each key: `&&` with many of them makes the planner read the table.
# Counting is left to Python: PostgreSQL would sort thousands of texts. Sounds hold no blanks.
_SHARING = """
SELECT asked, string_agg(sounds, ' ')
FROM unnest(%(asked)s::text[], %(keys)s::text[]) WITH ORDINALITY AS wanted (asked, key, place),
    LATERAL (
        SELECT sounds FROM names_surnamesound WHERE keys @> ARRAY[wanted.key] OFFSET 0
    ) AS found
WHERE abs(length(sounds) - length(asked)) <= %(longer)s
GROUP BY place, asked
"""


@dataclass(frozen=True)
class NearName:
    """A surname of the index and how far it is from the one asked for: 0 the same, 1 nothing."""

    sounds: str
    distance: float


def near_names(surnames: Iterable[str]) -> dict[str, dict[str, NearName]]:
    """For each surname the nearest of the index, by their sounds; one query for all of them.

    Words that stand in several of the surnames are looked for once.
    """
    asked = {surname: surname_sounds(surname)[:MOST_ROWS] for surname in surnames}
    rows = sorted({each for sounds in asked.values() for each in sounds})
    sharing = _sharing_keys(rows)
    near = {each: nearest(each, sharing[each]) for each in rows}
    return {surname: _nearest(sounds, near) for surname, sounds in asked.items()}


def _nearest(asked: list[str], near_rows: dict[str, list[NearName]]) -> dict[str, NearName]:
    """The nearest names to a surname; the first of its sounds are those of the whole."""
    near: dict[str, NearName] = {}
    for place, sounds in enumerate(asked):
        for name in near_rows[sounds]:
            distance = name.distance + (PART_COST if place else 0.0)
            known = near.get(name.sounds)
            if distance <= FARTHEST and (known is None or distance < known.distance):
                near[name.sounds] = NearName(name.sounds, distance)
    return near


def nearest(asked: str, names: list[str], *, farthest: float = FARTHEST) -> list[NearName]:
    """The nearest of some rows of sounds, the very nearest first; at most `MOST_NAMES`."""
    alike = [name for name in names if abs(len(name) - len(asked)) <= LONGER]
    if not alike:
        return []
    alike = roughly_nearest(asked, alike, most=MOST_COMPARED)
    distances = unlikeness(asked, alike)
    order = np.argsort(distances, kind="stable")[:MOST_NAMES]
    return [
        NearName(alike[place], float(distances[place]))
        for place in order
        if distances[place] <= farthest
    ]


def _sharing_keys(asked: list[str]) -> dict[str, list[str]]:
    """For each row of sounds the names of the index that share the most keys with it."""
    shared: dict[str, Counter[str]] = defaultdict(Counter)
    wanted = [(sounds, key) for sounds in asked for key in keys_of(sounds)]
    if wanted:
        sounds, keys = map(list, zip(*wanted, strict=True))
        with connection.cursor() as cursor:
            cursor.execute(_SHARING, {"asked": sounds, "keys": keys, "longer": LONGER})
            for each, found in cursor.fetchall():
                shared[each].update(found.split())
    return {sounds: _most_shared(shared[sounds]) for sounds in asked}


def _most_shared(keys: Counter[str]) -> list[str]:
    """At most `MOST_SHARING` names, those of the most keys; among equals by the alphabet."""
    if len(keys) <= MOST_SHARING:
        return sorted(keys)
    least = sorted(keys.values(), reverse=True)[MOST_SHARING - 1]
    sure = [name for name, count in keys.items() if count > least]
    equals = sorted(name for name, count in keys.items() if count == least)
    return sorted(sure) + equals[: MOST_SHARING - len(sure)]
