"""Which reading of a query is meant, where its words do not say: the index knows its names."""

from collections.abc import Iterable
from dataclasses import replace

from django.db import connection

from commemoration.names.asked import Asked, Reading, without_words
from commemoration.names.sounds import sounds_of
from commemoration.names.words import MOST_SOUNDS, words_of

# Of some sounds: those that are a name of anybody.
_ANY_NAME = """
SELECT sounds FROM unnest(%(sounds)s::text[]) AS sounds
WHERE EXISTS (SELECT FROM names_nameform WHERE surname_sounds @> ARRAY[sounds])
    OR EXISTS (SELECT FROM names_nameform WHERE given_keys @> ARRAY[sounds])
"""
# Of some sounds: those that somebody public bears as a given name, and nobody as a surname.
_GIVEN_ONLY = """
SELECT sounds FROM unnest(%(sounds)s::text[]) AS sounds
WHERE EXISTS (
    SELECT FROM names_nameform f JOIN names_namedperson p ON p.id = f.person_id
    WHERE p.is_public AND f.given_keys @> ARRAY[sounds]
) AND NOT EXISTS (SELECT FROM names_nameform WHERE surname_sounds @> ARRAY[sounds])
"""


def likely_readings(asked: Asked) -> Asked:
    """The query without readings that the lists speak against. At most two queries.

    A month beside a year is a name only where somebody is called so ("Август 1906"), and what is
    known as a given name alone is no surname ("Рустам Костромин"): but if it is the only word, or
    every reading would go.
    """
    if asked.months:
        names = _known(_ANY_NAME, asked.months)
        asked = without_words(asked, {word for word in asked.months if _heard(word) not in names})
    words = {word for reading in asked.readings for word in words_of(reading.surname)}
    if len(asked.readings) < 2 or len(words) < 2:
        return asked
    given = _known(_GIVEN_ONLY, words)
    kept = [reading for reading in asked.readings if not _takes_for_surname(given, reading)]
    return replace(asked, readings=kept) if kept else asked


def _takes_for_surname(given: set[str], reading: Reading) -> bool:
    return not reading.surname or any(_heard(word) in given for word in words_of(reading.surname))


def _known(statement: str, words: Iterable[str]) -> set[str]:
    """The sounds of those of the words that a statement finds."""
    with connection.cursor() as cursor:
        cursor.execute(statement, {"sounds": sorted(map(_heard, words))})
        return {sounds for (sounds,) in cursor.fetchall()}


def _heard(word: str) -> str:
    return sounds_of(word)[:MOST_SOUNDS]
