"""Finds published photographs by words, period and facts, in an order, with counts of what is left.

One statement for all, written once for each kind of question: Django would take longer to write it
than the database to answer. The counts of a facet respect all other filters, but not its own: a
photograph counts where it answers all of them, or misses none but the facet's own. The same
statement says in which state the archive is, and so whether the bits that count are still its own.
"""

from collections import Counter
from dataclasses import dataclass

from photos.facets import FACETS, PARTING
from photos.selectors import facet_bits
from photos.selectors.criteria import (
    IS_PUBLIC,
    MOST_RANKED,
    Criteria,
    matching,
    own_order,
    ranked,
    rows,
)
from photos.selectors.facet_bits import ArchiveState, FacetBits
from photos.selectors.words import WantedWords

# The state of the archive and its years. Both are read from indexes alone.
_ARCHIVE = f"""
    (SELECT count(*) AS photos, bit_xor(hashint8extended(id, 0)) AS keys,
            min(date_earliest) AS first, max(date_latest) AS last
     FROM photos_photo AS photo WHERE {IS_PUBLIC}) AS archive,
    (SELECT bit_xor(digest) AS facts FROM photos_photowords) AS kept"""
_FACETS = f"""
    (SELECT array_agg(photo.id) AS photos,
            string_agg(words.facets, repeat(chr({ord(PARTING)}), 2)) AS texts
     FROM photos_photo AS photo JOIN photos_photowords AS words ON words.photo_id = photo.id
     WHERE {IS_PUBLIC}) AS facets"""


@dataclass(frozen=True)
class Found:
    """`ids` of one page in their order; `counts` by facet and value, of all there are.

    `total_without` says how many there would be without the chosen values of a facet; `years` are
    the first and the last year of any published photograph.
    """

    total: int
    ids: list[int]
    counts: dict[str, Counter]
    total_without: dict[str, int]
    years: tuple[int, int] | None


def best_answers(words: WantedWords, limit: int) -> tuple[list[int], int]:
    """The primary keys of the best answers, and how many there are. One query."""
    criteria = Criteria(words=words)
    seen, asked = matching(criteria)
    on_page, slice_of = _page(criteria, 0, limit)
    sql = f"WITH {seen}, {on_page} SELECT (SELECT ids FROM on_page), count(*) FROM seen"
    ((ids, total),) = rows(sql, [*asked, *slice_of])
    return ids or [], total


def find(criteria: Criteria, *, start: int, length: int) -> Found:
    """`length` photographs from `start` on (from 0), the total and the counts.

    One query, and a second one after the archive has changed.
    """
    answer = _ask(criteria, start, length)
    bits = facet_bits.kept(answer.state)
    if bits is None:
        # All of it anew, not the facets alone: what two statements say may differ.
        answer = _ask(criteria, start, length, with_facets=True)
        bits = answer.bits
        facet_bits.keep(answer.state, bits)
    return Found(
        total=answer.total,
        ids=answer.on_page,
        counts=_counts(criteria, answer, bits),
        total_without={
            name: answer.total + len(others)
            for name, others in zip(criteria.chosen, answer.missing_one, strict=True)
        },
        years=answer.years,
    )


@dataclass(frozen=True)
class _Answer:
    """`answering` is None where all there are answer; `missing_one` follows the chosen facets."""

    state: ArchiveState
    years: tuple[int, int] | None
    on_page: list[int]
    answering: list[int] | None
    missing_one: list[list[int]]
    bits: FacetBits | None

    @property
    def total(self) -> int:
        return self.state.photos if self.answering is None else len(self.answering)


def _ask(criteria: Criteria, start: int, length: int, *, with_facets: bool = False) -> _Answer:
    seen, asked = matching(criteria)
    on_page, slice_of = _page(criteria, start, length)
    # 0 misses nothing, n misses the n-th chosen facet alone.
    groups = [] if criteria.is_everything else range(len(criteria.chosen) + 1)
    lists = [f"(SELECT array_agg(id) FROM seen WHERE missed = {group})" for group in groups]
    sources, facets = [_ARCHIVE], []
    if with_facets:
        sources, facets = [_ARCHIVE, _FACETS], ["facets.photos", "facets.texts"]
    archive = "archive.photos, archive.keys, kept.facts, archive.first, archive.last"
    wanted = ", ".join([archive, "(SELECT ids FROM on_page)", *lists, *facets])
    sql = f"WITH {seen}, {on_page} SELECT {wanted} FROM {', '.join(sources)}"
    (row,) = rows(sql, [*asked, *slice_of])
    state, (first, last, ids, *others) = ArchiveState(*row[:3]), row[3:]
    bits = None
    if with_facets:
        *others, photos, texts = others
        bits = FacetBits.of(photos or [], texts or "")
    found = [each or [] for each in others]
    return _Answer(
        state=state,
        years=(first.year, last.year) if first and last else None,
        on_page=ids or [],
        answering=found[0] if found else None,
        missing_one=found[1:],
        bits=bits,
    )


def _counts(criteria: Criteria, answer: _Answer, bits: FacetBits) -> dict[str, Counter]:
    """A chosen facet is counted among those, too, that miss it alone."""
    answering = answer.answering
    own = bits.everything() if answering is None else bits.of_photos(answering)
    among = dict.fromkeys(FACETS, own)
    for name, others in zip(criteria.chosen, answer.missing_one, strict=True):
        among[name] |= bits.of_photos(others)
    return {name: bits.counts(name, each) for name, each in among.items()}


def _page(criteria: Criteria, start: int, length: int) -> tuple[str, list]:
    """The common table expression `on_page`: one row with the array `ids`."""
    if criteria.is_by_relevance and start + length <= MOST_RANKED:
        best, values = ranked(criteria.words)
        source, order = f"({best}) AS ranked", "tier DESC, rank DESC, sort_key, id"
    else:
        source, order, values = "seen", f"tier DESC, {own_order(criteria)}", []
    sql = f"""on_page AS (
            SELECT array_agg(id) AS ids FROM (
                SELECT id FROM {source} WHERE missed = 0 ORDER BY {order} LIMIT %s OFFSET %s
            ) AS each
        )"""
    return sql, [*values, length, start]
