"""Where a photograph stands in the list one came from, and what stands beside it."""

from dataclasses import dataclass

from photos.selectors.criteria import Criteria, matching, own_order, ranked, rows


@dataclass(frozen=True)
class Standing:
    """Where a photograph stands in a list; `previous` and `next` are (slug, accession) or None."""

    previous: tuple[str, str] | None
    next: tuple[str, str] | None
    position: int
    total: int


def stand(criteria: Criteria, photo_id: int) -> Standing | None:
    """The neighbours of a photograph in this list; None if it is not in it. One query."""
    seen, asked = matching(criteria, with_missing=False)
    in_order, ordering = _in_order(criteria)
    sql = f"""WITH {seen}, {in_order},
        beside AS (
            SELECT array_position(ids, %s::bigint) AS place, ids FROM in_order
        )
        SELECT place, cardinality(ids),
               previous.slug, previous.accession, following.slug, following.accession
        FROM beside
        LEFT JOIN photos_photo AS previous ON previous.id = ids[place - 1]
        LEFT JOIN photos_photo AS following ON following.id = ids[place + 1]
        WHERE place IS NOT NULL"""
    for position, total, *neighbours in rows(sql, [*asked, *ordering, photo_id]):
        previous, following = tuple(neighbours[:2]), tuple(neighbours[2:])
        return Standing(
            previous=previous if previous[0] else None,
            next=following if following[0] else None,
            position=position,
            total=total,
        )
    return None


def _in_order(criteria: Criteria) -> tuple[str, list]:
    """The common table expression `in_order`: one row with the array `ids`."""
    if not criteria.is_by_relevance:
        order = own_order(criteria)
        return f"in_order AS (SELECT array_agg(id ORDER BY {order}) AS ids FROM seen)", []
    best, values = ranked(criteria.words)
    sql = f"""best AS MATERIALIZED ({best}),
        in_order AS (
            SELECT array_agg(seen.id ORDER BY seen.tier DESC, best.rank DESC NULLS LAST,
                             seen.sort_key, seen.id) AS ids
            FROM seen LEFT JOIN best ON best.id = seen.id
        )"""
    return sql, values
