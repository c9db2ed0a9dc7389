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
# Whole pages, so that each page is either of these or of the others.
MOST_RANKED = 144
BY_NUMBER = "sort_key, id"
BY_DATE = f"coalesce(date_earliest, date_latest), date_latest, {BY_NUMBER}"


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
    """`ids` of one page in their order; `counts` by facet and value, of all there are.

    `total_without` says how many there would be without the chosen values of a facet.
    """

    total: int
    ids: list[int]
    counts: dict[str, Counter]
    total_without: dict[str, int]


@dataclass(frozen=True)
class Standing:
    """Where a photograph stands in a list; `previous` and `next` are (slug, accession) or None."""

    previous: tuple[str, str] | None
    next: tuple[str, str] | None
    position: int
    total: int


def best_answers(words: WantedWords, limit: int) -> tuple[list[int], int]:
    """The primary keys of the best answers, and how many there are. One query."""
    criteria = Criteria(words=words)
    seen, asked = _seen(criteria, with_facets=False)
    on_page, slice_of = _page(criteria, 0, limit)
    sql = f"WITH {seen}, {on_page} SELECT (SELECT ids FROM on_page), count(*) FROM seen"
    ((ids, total),) = _rows(sql, [*asked, *slice_of])
    return ids or [], total


def find(criteria: Criteria, *, start: int, length: int) -> Found:
    """`length` photographs from `start` on (from 0), the total and the counts. One query."""
    seen, asked = _seen(criteria, with_facets=True)
    on_page, slice_of = _page(criteria, start, length)
    sql = f"""WITH {seen}, {on_page}
        SELECT missed, count(*), string_agg(facets, chr({ord(PARTING)})), NULL::bigint[]
        FROM seen GROUP BY missed
        UNION ALL SELECT NULL, NULL, NULL, ids FROM on_page"""
    ids: list[int] = []
    totals, texts = Counter(), {}
    for missed, count, facets, found in _rows(sql, [*asked, *slice_of]):
        if missed is None:
            ids = found or []
        else:
            totals[missed], texts[missed] = count, facets or ""
    return Found(
        total=totals[0],
        ids=ids,
        counts=_counts(texts, criteria),
        total_without={
            name: totals[0] + totals[number] for number, name in enumerate(criteria.chosen, start=1)
        },
    )


def stand(criteria: Criteria, photo_id: int) -> Standing | None:
    """The neighbours of a photograph in this list; None if it is not in it. One query."""
    seen, asked = _seen(criteria, with_facets=False)
    ordered, ordering = _ordered(criteria)
    sql = f"""WITH {seen}, {ordered},
        beside AS (
            SELECT id, row_number() OVER list AS place, count(*) OVER () AS total,
                   lag(id) OVER list AS before, lead(id) OVER list AS after
            FROM ordered WINDOW list AS (ORDER BY {_order(criteria)})
        )
        SELECT place, total, previous.slug, previous.accession, following.slug, following.accession
        FROM beside
        LEFT JOIN photos_photo AS previous ON previous.id = before
        LEFT JOIN photos_photo AS following ON following.id = after
        WHERE beside.id = %s"""
    for position, total, *neighbours in _rows(sql, [*asked, *ordering, photo_id]):
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


def _seen(criteria: Criteria, *, with_facets: bool) -> tuple[str, list]:
    """The common table expression `seen`: what answers all filters, or all but one facet's."""
    missed, asked = _missed(criteria)
    tier, title = _tier(criteria)
    matched, words = _matched(criteria)
    period, years = _period(criteria)
    facets, join = "''", ""
    if with_facets:
        facets = "words.facets"
        join = "JOIN photos_photowords AS words ON words.photo_id = photo.id"
    # OFFSET keeps the planner from asking a condition again for each place where it is used.
    sql = f"""seen AS MATERIALIZED (
            SELECT * FROM (
                SELECT photo.id, photo.sort_key, photo.date_earliest, photo.date_latest,
                       {facets} AS facets, {missed} AS missed, {tier} AS tier
                FROM photos_photo AS photo {join}
                WHERE photo.live AND photo.withdrawn_at IS NULL {matched} {period}
                OFFSET 0
            ) AS each WHERE missed >= 0
        )"""
    return sql, [*asked, *title, *words, *years]


def _matched(criteria: Criteria) -> tuple[str, list]:
    if criteria.words is None:
        return "", []
    sql = "AND (photo.id IN (SELECT photos_with_words(%s::tsquery)) OR photo.sort_key LIKE %s)"
    return sql, [criteria.words.condition, _beginning(criteria.words.number)]


def _tier(criteria: Criteria) -> tuple[str, list]:
    """First what has this number, then what has all words in its titles, then the others."""
    if not _is_by_relevance(criteria):
        return "0", []
    sql = """CASE WHEN photo.sort_key LIKE %s THEN 2
                  WHEN photo.id IN (SELECT photos_with_title(%s::tsquery)) THEN 1 ELSE 0 END"""
    return sql, [_beginning(criteria.words.number), criteria.words.in_title]


def _is_by_relevance(criteria: Criteria) -> bool:
    return criteria.words is not None and criteria.sort in ("", Sort.RELEVANCE)


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


def _page(criteria: Criteria, start: int, length: int) -> tuple[str, list]:
    """The common table expression `on_page`: one row with the array `ids`."""
    if _is_by_relevance(criteria) and start + length <= MOST_RANKED:
        ranked, values = _ranked(criteria.words)
        source, order = f"({ranked}) AS ranked", "tier DESC, rank DESC, sort_key, id"
    else:
        source, order, values = "seen", f"tier DESC, {_own_order(criteria)}", []
    sql = f"""on_page AS (
            SELECT array_agg(id) AS ids FROM (
                SELECT id FROM {source} WHERE missed = 0 ORDER BY {order} LIMIT %s OFFSET %s
            ) AS each
        )"""
    return sql, [*values, length, start]


def _ordered(criteria: Criteria) -> tuple[str, list]:
    """The common table expression `ordered`: all that answer, to be put in `_order`."""
    if not _is_by_relevance(criteria):
        return "ordered AS (SELECT * FROM seen WHERE missed = 0)", []
    ranked, values = _ranked(criteria.words)
    sql = f"""ranked AS MATERIALIZED ({ranked}),
        ordered AS (
            SELECT seen.*, ranked.rank FROM seen LEFT JOIN ranked ON ranked.id = seen.id
            WHERE seen.missed = 0
        )"""
    return sql, values


def _order(criteria: Criteria) -> str:
    rank = "rank DESC NULLS LAST, " if _is_by_relevance(criteria) else ""
    return f"tier DESC, {rank}{_own_order(criteria)}"


def _own_order(criteria: Criteria) -> str:
    return BY_DATE if criteria.sort == Sort.DATE else BY_NUMBER


def _ranked(words: WantedWords) -> tuple[str, list]:
    """The first of the best tier, ranked by how often and in how weighty a place words stand."""
    sql = f"""SELECT best.*, ts_rank(%s, words.words, %s::tsquery) AS rank
            FROM (
                SELECT id, sort_key, missed, tier FROM seen WHERE missed = 0
                ORDER BY tier DESC, {BY_NUMBER} LIMIT %s
            ) AS best JOIN photos_photowords AS words ON words.photo_id = best.id"""
    return sql, [WEIGHTS, words.condition, MOST_RANKED]


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
