"""Finds published photographs by words, period and facts, in an order, with counts of what is left.

One statement for all, written once for each kind of question: Django would take longer to write it
than the database to answer. The counts of a facet respect all other filters, but not its own: a
photograph counts where it answers all of them, or misses none but the facet's own.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db import connection, models
from django.utils.translation import gettext_lazy as _

from photos.facets import FACETS, PARTING
from photos.search_words import WEIGHTS
from photos.selectors.words import WantedWords

# How many are put in order word by word. The others stand behind them by their number: where more
# answer, the words tell little, and to read all of them takes longer than a reader waits.
MOST_RANKED = 500


class Sort(models.TextChoices):
    RELEVANCE = "relevance", _("best match first")
    DATE = "date", _("oldest first")
    ACCESSION = "accession", _("by accession number")


@dataclass(frozen=True)
class Criteria:
    """What is looked for. `chosen` holds the values of each facet by its name; years inclusive."""

    words: WantedWords | None = None
    year_from: int | None = None
    year_to: int | None = None
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: str = ""


@dataclass(frozen=True)
class Found:
    """`ids` of one page in their order; `counts` by facet and value, of all there are."""

    total: int
    ids: list[int]
    counts: dict[str, Counter]


@dataclass(frozen=True)
class Standing:
    """Where a photograph stands in a list; `previous` and `next` are (slug, accession) or None."""

    previous: tuple[str, str] | None
    next: tuple[str, str] | None
    position: int
    total: int


def found_photos(words: WantedWords, limit: int) -> list[int]:
    """The primary keys of the best answers. One query."""
    ctes, parameters = _question(Criteria(words=words))
    sql = f"{ctes} SELECT id FROM ordered WHERE place <= %s ORDER BY place"
    return [pk for (pk,) in _rows(sql, [*parameters, limit])]


def find(criteria: Criteria, *, start: int, length: int) -> Found:
    """`length` photographs from `start` on (from 0), the total and the counts. One query."""
    ctes, parameters = _question(criteria)
    sql = f"""{ctes}
        SELECT missed, count(*), string_agg(facets, chr({ord(PARTING)})), NULL::bigint[]
        FROM seen GROUP BY missed
        UNION ALL SELECT NULL, NULL, NULL, array_agg(id ORDER BY place)
        FROM ordered WHERE place > %s AND place <= %s"""
    total, ids, texts = 0, [], {}
    for missed, count, facets, on_page in _rows(sql, [*parameters, start, start + length]):
        if missed is None:
            ids = on_page or []
            continue
        texts[missed] = facets or ""
        if missed == 0:
            total = count
    return Found(total, ids, _counts(texts, criteria))


def stand(criteria: Criteria, photo_id: int) -> Standing | None:
    """The neighbours of a photograph in this list; None if it is not in it. One query."""
    ctes, parameters = _question(criteria)
    sql = f"""{ctes},
        beside AS (
            SELECT id, place, count(*) OVER () AS total,
                   lag(id) OVER (ORDER BY place) AS before, lead(id) OVER (ORDER BY place) AS after
            FROM ordered
        )
        SELECT place, total, previous.slug, previous.accession, following.slug, following.accession
        FROM beside
        LEFT JOIN photos_photo AS previous ON previous.id = before
        LEFT JOIN photos_photo AS following ON following.id = after
        WHERE beside.id = %s"""
    for position, total, *neighbours in _rows(sql, [*parameters, photo_id]):
        previous, following = tuple(neighbours[:2]), tuple(neighbours[2:])
        return Standing(
            previous=previous if previous[0] else None,
            next=following if following[0] else None,
            position=position,
            total=total,
        )
    return None


def years_there_are() -> tuple[int, int] | None:
    """The first and the last year of any published photograph. One query."""
    ((first, last),) = _rows(
        "SELECT (SELECT min(date_earliest) FROM photos_photo WHERE live AND withdrawn_at IS NULL),"
        " (SELECT max(date_latest) FROM photos_photo WHERE live AND withdrawn_at IS NULL)",
        [],
    )
    return (first.year, last.year) if first and last else None


def _rows(sql: str, parameters: list) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall()


def _question(criteria: Criteria) -> tuple[str, list]:
    """The common table expressions `seen` (with what a photograph misses) and `ordered`."""
    parts, parameters = [], []
    for sql, values in (_matched(criteria), _seen(criteria), _ordered(criteria)):
        if sql:
            parts.append(sql)
            parameters += values
    return f"WITH {', '.join(parts)}", parameters


def _matched(criteria: Criteria) -> tuple[str, list]:
    if criteria.words is None:
        return "", []
    sql = """matched (id) AS MATERIALIZED (
            SELECT photos_with_words(%s::tsquery)
            UNION SELECT id FROM photos_photo WHERE sort_key LIKE %s
        )"""
    return sql, [criteria.words.condition, _beginning(criteria.words.number)]


def _seen(criteria: Criteria) -> tuple[str, list]:
    join = "" if criteria.words is None else "JOIN matched ON matched.id = photo.id"
    missed, asked = _missed(criteria)
    period, years = _period(criteria)
    sql = f"""seen AS MATERIALIZED (
            SELECT * FROM (
                SELECT photo.id, photo.sort_key, photo.date_earliest, photo.date_latest,
                       words.facets, {missed} AS missed
                FROM photos_photo AS photo
                JOIN photos_photowords AS words ON words.photo_id = photo.id {join}
                WHERE photo.live AND photo.withdrawn_at IS NULL {period}
            ) AS each WHERE missed >= 0
        )"""
    return sql, [*asked, *years]


def _missed(criteria: Criteria) -> tuple[str, list]:
    """0 for what answers every facet, n for what misses the n-th alone, -1 for what misses more."""
    if not criteria.chosen:
        return "0", []
    misses = [f"(NOT {FACETS[name].has_any})::int" for name in criteria.chosen]
    asked = [list(values) for values in criteria.chosen.values()]
    which = " + ".join(f"{number} * {miss}" for number, miss in enumerate(misses, start=1))
    sql = f"CASE {' + '.join(misses)} WHEN 0 THEN 0 WHEN 1 THEN {which} ELSE -1 END"
    return sql, asked + asked


def _period(criteria: Criteria) -> tuple[str, list]:
    """What may have been taken in these years; an open end of a date is open here too."""
    sql, years = "", []
    if criteria.year_from is not None:
        sql += " AND (photo.date_latest >= %s OR photo.date_latest IS NULL)"
        years.append(date(criteria.year_from, 1, 1))
    if criteria.year_to is not None:
        sql += " AND (photo.date_earliest <= %s OR photo.date_earliest IS NULL)"
        years.append(date(criteria.year_to, 12, 31))
    if years:
        sql += " AND (photo.date_earliest IS NOT NULL OR photo.date_latest IS NOT NULL)"
    return sql, years


def _ordered(criteria: Criteria) -> tuple[str, list]:
    if criteria.words is not None and criteria.sort in ("", Sort.RELEVANCE):
        return _by_relevance(criteria.words)
    order = "sort_key, id"
    if criteria.sort == Sort.DATE:
        order = f"coalesce(date_earliest, date_latest), date_latest, {order}"
    sql = f"""ordered AS MATERIALIZED (
            SELECT id, row_number() OVER (ORDER BY {order}) AS place FROM seen WHERE missed = 0
        )"""
    return sql, []


def _by_relevance(words: WantedWords) -> tuple[str, list]:
    """First by accession number, then with all words in titles; within these by how often."""
    sql = """titled (id) AS MATERIALIZED (SELECT photos_with_title(%s::tsquery)),
        tiered AS MATERIALIZED (
            SELECT *, row_number() OVER (ORDER BY tier DESC, sort_key, id) AS number FROM (
                SELECT seen.id, seen.sort_key,
                       CASE WHEN seen.sort_key LIKE %s THEN 2
                            WHEN titled.id IS NULL THEN 0 ELSE 1 END AS tier
                FROM seen LEFT JOIN titled ON titled.id = seen.id WHERE missed = 0
            ) AS each
        ),
        ordered AS MATERIALIZED (
            SELECT id, row_number() OVER (
                ORDER BY tier DESC, CASE WHEN number <= %s THEN ts_rank(%s,
                    (SELECT words FROM photos_photowords WHERE photo_id = tiered.id), %s::tsquery)
                END DESC NULLS LAST, sort_key, id
            ) AS place FROM tiered
        )"""
    number = _beginning(words.number)
    return sql, [words.in_title, number, MOST_RANKED, WEIGHTS, words.condition]


def _beginning(text: str) -> str:
    escaped = text.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
    return f"{escaped}%"


def _counts(texts: dict[int, str], criteria: Criteria) -> dict[str, Counter]:
    """`texts` holds the values of all photographs that miss the n-th facet alone, or none (0)."""
    names = {facet.letter: name for name, facet in FACETS.items()}
    counts: dict[str, Counter] = {name: Counter() for name in FACETS}
    for value, count in Counter(texts.get(0, "").split(PARTING)).items():
        if value:
            counts[names[value[0]]][value[1:]] += count
    for number, name in enumerate(criteria.chosen, start=1):
        letter = FACETS[name].letter
        values = texts.get(number, "").split(PARTING)
        counts[name].update(value[1:] for value in values if value[:1] == letter)
    return counts
