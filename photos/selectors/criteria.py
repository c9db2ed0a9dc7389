"""What is asked of the archive in SQL: which photographs answer, and in which order."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db import connection, models
from django.utils.translation import gettext_lazy as _

from photos.facets import FACETS
from photos.search_words import WEIGHTS
from photos.selectors.words import WantedWords

# How many are put in order word by word. The others stand behind them by their number: where more
# answer, the words tell little, and to read all of them takes longer than a reader waits.
# Whole pages, so that each page is either of these or of the others.
MOST_RANKED = 144
BY_NUMBER = "sort_key, id"
BY_DATE = f"coalesce(date_earliest, date_latest), date_latest, {BY_NUMBER}"
IS_PUBLIC = "photo.live AND photo.withdrawn_at IS NULL"


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

    @property
    def is_everything(self) -> bool:
        has_period = self.year_from is not None or self.year_to is not None
        return self.words is None and not (has_period or self.chosen)

    @property
    def is_by_relevance(self) -> bool:
        return self.words is not None and self.sort in ("", Sort.RELEVANCE)


def rows(sql: str, parameters: list) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall()


def matching(criteria: Criteria, *, with_missing: bool = True) -> tuple[str, list]:
    """The common table expression `seen`: what answers all filters.

    Its column `missed` is 0, or n for what misses the n-th chosen facet alone: they are among the
    rows, too, unless `with_missing` is false.
    """
    missed, asked = _missed(criteria, with_missing=with_missing)
    tier, title = _tier(criteria)
    matched, words = _matched(criteria)
    period, years = _period(criteria)
    # OFFSET keeps the planner from asking a condition again for each place where it is used; where
    # nothing is asked, it may read the first in the order of an index.
    fence = "" if criteria.is_everything else "OFFSET 0"
    sql = f"""seen AS (
            SELECT * FROM (
                SELECT photo.id, photo.sort_key, photo.date_earliest, photo.date_latest,
                       {missed} AS missed, {tier} AS tier
                FROM photos_photo AS photo
                WHERE {IS_PUBLIC} {matched} {period}
                {fence}
            ) AS each WHERE missed >= 0
        )"""
    return sql, [*asked, *title, *words, *years]


def _matched(criteria: Criteria) -> tuple[str, list]:
    if criteria.words is None:
        return "", []
    sql = (
        "AND (photo.id IN (SELECT * FROM photos_with_words(%s::tsquery)) OR photo.sort_key LIKE %s)"
    )
    return sql, [criteria.words.condition, _beginning(criteria.words.number)]


def _tier(criteria: Criteria) -> tuple[str, list]:
    """First what has this number, then what has all words in its titles, then the others."""
    if not criteria.is_by_relevance:
        return "0", []
    sql = """CASE WHEN photo.sort_key LIKE %s THEN 2
                  WHEN photo.id IN (SELECT * FROM photos_with_title(%s::tsquery)) THEN 1
                  ELSE 0 END"""
    return sql, [_beginning(criteria.words.number), criteria.words.in_title]


def _missed(criteria: Criteria, *, with_missing: bool) -> tuple[str, list]:
    """0 for what answers every facet, n for what misses the n-th alone, -1 for what misses more."""
    if not criteria.chosen:
        return "0", []
    if not with_missing:
        misses = [f"NOT {FACETS[name].has_any}" for name in criteria.chosen]
        asked = [list(values) for values in criteria.chosen.values()]
        return f"CASE WHEN {' OR '.join(misses)} THEN -1 ELSE 0 END", asked
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


def own_order(criteria: Criteria) -> str:
    return BY_DATE if criteria.sort == Sort.DATE else BY_NUMBER


def ranked(words: WantedWords) -> tuple[str, list]:
    """The first of the best tier, ranked by how often and in how weighty a place words stand."""
    sql = f"""SELECT best.*, ts_rank(%s, words.words, %s::tsquery) AS rank
            FROM (
                SELECT id, sort_key, missed, tier FROM seen WHERE missed = 0
                ORDER BY tier DESC, {BY_NUMBER} LIMIT %s
            ) AS best JOIN photos_photowords AS words ON words.photo_id = best.id"""
    return sql, [WEIGHTS, words.rank, MOST_RANKED]


def _beginning(text: str) -> str:
    escaped = text.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
    return f"{escaped}%"
