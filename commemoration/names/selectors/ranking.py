"""Which people of the index answer a query best: one statement weighs all of them.

A person's cost is how far the nearest form of the name is from the one asked for (`sounding`), and
what other facts say for or against it. What is unknown says nothing.
"""

from dataclasses import dataclass, replace

from django.db import connection

from commemoration.names.asked import Asked, Reading
from commemoration.names.selectors.sounding import NearName, near_names
from commemoration.names.words import given_keys, patronymic_keys

# So many people are compared in detail and shown at most; a longer list helps nobody.
MOST_FOUND = 60
# What is added to the distance of the surname.
GIVEN_SAME, GIVEN_UNKNOWN, GIVEN_OTHER = -0.05, 0.03, 0.15
PATRONYMIC_SAME, PATRONYMIC_OTHER = -0.05, 0.08
YEAR_SAME, YEAR_ONE_OFF, YEAR_TWO_OFF, YEAR_OTHER = -0.12, -0.07, -0.03, 0.3
PLACE_SAME = -0.06
NUMBER_SAME = -1.0
# By a surname alone nobody can tell forty Petrovs apart: each but the first of one name makes a
# little more room for those whose names are written otherwise.
SAME_NAME_AGAIN = 0.02
# Whom other facts speak against is shown only if the surname is as near as this, or the cost.
NEAR_ANYHOW, FARTHEST_COST = 0.15, 0.36
# Somebody was asked for without a surname.
NO_SURNAME = 0.3
# Who died in the war was born before, and died no earlier than this.
LAST_BIRTH, FIRST_DEATH = 1935, 1936

# An open end ("before 1910") has no bound: GREATEST leaves it out.
_YEARS_OFF = """
LEAST(
    CASE WHEN %(year)s <= {last_birth} AND num_nonnulls(p.birth_earliest, p.birth_latest) > 0 THEN
        GREATEST(extract(year FROM p.birth_earliest) - %(year)s,
                 %(year)s - extract(year FROM p.birth_latest), 0) END,
    CASE WHEN %(year)s >= {first_death} AND num_nonnulls(p.death_earliest, p.death_latest) > 0 THEN
        GREATEST(extract(year FROM p.death_earliest) - %(year)s,
                 %(year)s - extract(year FROM p.death_latest), 0) END
)
"""
_RANKED = """
WITH near (sounds, distance, place) AS (
    SELECT * FROM unnest(%(sounds)s::text[], %(distances)s::float8[]) WITH ORDINALITY
),
found AS (
    {found}
),
weighed AS (
    SELECT p.id, min(found.distance) AS distance, min(found.place) AS place, min(found.distance
        + CASE WHEN %(given)s::text[] = '{{}}' THEN 0
               WHEN found.given_keys && %(given)s::text[] THEN {GIVEN_SAME}
               WHEN found.given_keys = '{{}}' THEN {GIVEN_UNKNOWN} ELSE {GIVEN_OTHER} END
        + CASE WHEN %(patronymic)s::text[] = '{{}}' OR found.patronymic_keys = '{{}}' THEN 0
               WHEN found.patronymic_keys && %(patronymic)s::text[] THEN {PATRONYMIC_SAME}
               ELSE {PATRONYMIC_OTHER} END
        + CASE WHEN p.birthplace_sounds && %(places)s::text[] THEN {PLACE_SAME} ELSE 0 END
        {years}) AS cost
    FROM found, LATERAL (
        SELECT * FROM names_namedperson WHERE id = found.person_id AND is_public OFFSET 0
    ) AS p {of_kind}
    GROUP BY p.id
)
SELECT id, count(*) OVER (),
    cost + %(again)s * (row_number() OVER (PARTITION BY place ORDER BY cost, id) - 1) AS cost
FROM weighed WHERE distance <= {NEAR_ANYHOW} OR cost <= {FARTHEST_COST}
ORDER BY cost, id LIMIT %(limit)s
"""
_BY_SURNAME = """
    SELECT f.person_id, f.given_keys, f.patronymic_keys, near.distance, near.place
    FROM near JOIN names_nameform f ON f.surname_sounds @> ARRAY[near.sounds]
"""
_BY_GIVEN_NAME = """
    SELECT f.person_id, f.given_keys, f.patronymic_keys, {NO_SURNAME}::float8 AS distance,
        0 AS place
    FROM names_nameform f WHERE f.given_keys && %(given)s::text[]
"""
_BY_NUMBER = """
SELECT id FROM names_namedperson p
WHERE is_public AND prisoner_digits = ANY(%(numbers)s) AND prisoner_digits <> '' {of_kind}
ORDER BY id LIMIT %(limit)s
"""
_COSTS = {
    name: value for name, value in globals().items() if name.isupper() and not name.startswith("_")
}


@dataclass(frozen=True)
class Ranked:
    """One person found: the lower the cost, the better (`SAME_NAME_AGAIN` is in it); `near` are the
    names that were looked at, by their sounds, for the reading that found the person."""

    person: int
    cost: float
    reading: Reading
    near: dict[str, NearName]


def rank_people(asked: Asked, *, kind: str = "") -> tuple[list[Ranked], int]:
    """The public people who answer a query, the nearest first, and how many there are in all.

    At most `MOST_FOUND` are given. One query for the names that are near, one for each reading, and
    one for prisoners' numbers.
    """
    best: dict[int, Ranked] = {}
    total = 0
    near = near_names({reading.surname for reading in asked.readings if reading.surname})
    for reading in asked.readings:
        ranked, count = _rank_reading(reading, asked, near.get(reading.surname, {}), kind)
        total = max(total, count)
        for found in ranked:
            if found.person not in best or found.cost < best[found.person].cost:
                best[found.person] = found
    for person in _by_number(asked, kind):
        by_name = best.get(person, Ranked(person, 0.0, Reading(), {}))
        best[person] = replace(by_name, cost=by_name.cost + NUMBER_SAME)
    people = sorted(best.values(), key=lambda found: (found.cost, found.person))[:MOST_FOUND]
    return people, max(total, len(best))


def _rank_reading(
    reading: Reading, asked: Asked, near: dict[str, NearName], kind: str
) -> tuple[list[Ranked], int]:
    given = given_keys(reading.given_name)
    if not near and not (given and not reading.surname):
        return [], 0
    names = sorted(near.values(), key=lambda name: (name.distance, name.sounds))
    values = {
        "sounds": [name.sounds for name in names],
        "distances": [name.distance for name in names],
        "again": SAME_NAME_AGAIN if asked.is_surname_alone else 0.0,
        "given": given,
        "patronymic": patronymic_keys(reading.patronymic),
        "places": given,
        "kind": kind,
        "limit": MOST_FOUND,
    }
    years = "".join(_weighed_year(f"year_{place}") for place, year in enumerate(asked.years[:2]))
    values |= {f"year_{place}": year for place, year in enumerate(asked.years[:2])}
    statement = _RANKED.format(
        found=_BY_SURNAME if near else _BY_GIVEN_NAME.format(**_COSTS),
        years=years,
        of_kind="WHERE p.kind = %(kind)s" if kind else "",
        **_COSTS,
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        rows = cursor.fetchall()
    people = [Ranked(person, cost, reading, near) for person, _total, cost in rows]
    return people, rows[0][1] if rows else 0


def _weighed_year(name: str) -> str:
    """What a year that was asked for says; nothing where the year is not known of the person."""
    off = _YEARS_OFF.format(last_birth=LAST_BIRTH, first_death=FIRST_DEATH)
    off = off.replace("%(year)s", f"%({name})s")
    return (
        f"+ CASE ({off}) WHEN 0 THEN {YEAR_SAME} WHEN 1 THEN {YEAR_ONE_OFF}"
        f" WHEN 2 THEN {YEAR_TWO_OFF} ELSE CASE WHEN ({off}) IS NULL THEN 0"
        f" ELSE {YEAR_OTHER} END END\n"
    )


def _by_number(asked: Asked, kind: str) -> list[int]:
    if not asked.numbers:
        return []
    statement = _BY_NUMBER.format(of_kind="AND kind = %(kind)s" if kind else "")
    with connection.cursor() as cursor:
        cursor.execute(statement, {"numbers": asked.numbers, "kind": kind, "limit": MOST_FOUND})
        return [person for (person,) in cursor.fetchall()]
