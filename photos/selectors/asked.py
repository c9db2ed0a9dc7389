"""What a reader asks of the photographs, as the address says it, and how to ask a little less."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from photos.facets import FACETS
from photos.selectors.criteria import Criteria
from photos.selectors.words import wanted_words


@dataclass(frozen=True)
class Asked:
    """`chosen` holds the values of each facet by its name, a collection by its slug."""

    query: str = ""
    year_from: int | None = None
    year_to: int | None = None
    sort: str = ""
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def is_everything(self) -> bool:
        return not (self.query or self.has_period or self.chosen)

    @property
    def has_period(self) -> bool:
        return self.year_from is not None or self.year_to is not None

    def address(self) -> str:
        """The query string, the same for the same question, without the page."""
        pairs = [("q", self.query), ("from", self.year_from), ("to", self.year_to)]
        pairs += [(name, value) for name in FACETS for value in self.chosen.get(name, ())]
        pairs += [("sort", self.sort)]
        return urlencode([(name, value) for name, value in pairs if value not in ("", None)])

    def without(self, name: str, value: str) -> "Asked":
        """The same question with one value of a facet less."""
        left = tuple(each for each in self.chosen.get(name, ()) if each != value)
        others = {each: values for each, values in self.chosen.items() if each != name}
        return replace(self, chosen={**others, name: left} if left else others)

    def without_words(self) -> "Asked":
        return replace(self, query="")

    def without_period(self) -> "Asked":
        return replace(self, year_from=None, year_to=None)


def criteria_of(asked: Asked, collections: Mapping[str, int]) -> Criteria:
    """What the database is asked; `collections` gives the primary key of each slug. One query.

    A question whose words are only signs asks for nothing by words.
    """
    chosen = {name: asked.chosen[name] for name in FACETS if asked.chosen.get(name)}
    if "collection" in chosen:
        keys = tuple(str(collections.get(slug, 0)) for slug in chosen["collection"])
        chosen["collection"] = keys
    return Criteria(
        words=wanted_words(asked.query) if asked.query else None,
        year_from=asked.year_from,
        year_to=asked.year_to,
        chosen=chosen,
        sort=asked.sort,
    )
