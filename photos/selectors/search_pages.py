"""The page on which photographs are found: cards, counts of facets, what is chosen."""

from collections import Counter
from dataclasses import dataclass, replace
from urllib.parse import quote

from django.core.paginator import Page
from django.utils.functional import Promise
from django.utils.translation import gettext

from photos.enums import RightsStatement, TextLanguage
from photos.facets import FACETS, Facet
from photos.models.collections import Collection
from photos.selectors.asked import Asked, criteria_of
from photos.selectors.cards import PhotoCard
from photos.selectors.criteria import Sort
from photos.selectors.finding import Found, find
from photos.selectors.listings import PHOTOS_ON_A_PAGE, CountedPaginator
from photos.selectors.search import cards_in_order
from photos.selectors.standing import Standing, stand
from photos.selectors.texts import reading_order

SHOWN_AT_FIRST = 10
LIST = "list"  # the parameter of a photograph's address that holds the list one came from


@dataclass(frozen=True)
class FacetValue:
    value: str
    label: str | Promise
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class FacetChoices:
    """The values of one facet, the most frequent first. `total` counts those not listed too."""

    facet: Facet
    values: list[FacetValue]
    total: int
    all_address: str

    @property
    def are_all_listed(self) -> bool:
        return len(self.values) == self.total


@dataclass(frozen=True)
class ChosenFilter:
    """One filter and the address without it; then there are `total` photographs, if known."""

    name: str | Promise
    label: str | Promise
    address: str
    total: int | None = None


@dataclass(frozen=True)
class SearchPage:
    """`page` is Django's page object; `years` the first and last year there are, or None."""

    asked: Asked
    cards: list[PhotoCard]
    page: Page
    facets: list[FacetChoices]
    chosen: list[ChosenFilter]
    years: tuple[int, int] | None
    opened: str = ""

    @property
    def total(self) -> int:
        return self.page.paginator.count

    @property
    def filter_count(self) -> int:
        """How many of the chosen are set among the filters: the words stand in a field above."""
        return len(self.chosen) - bool(self.asked.query)

    @property
    def sorts(self) -> list[tuple[str, str | Promise, bool]]:
        """Value, label and whether it is the one in use, of each order that makes sense."""
        offered = [sort for sort in Sort if self.asked.query or sort != Sort.RELEVANCE]
        usual = Sort.RELEVANCE if self.asked.query else Sort.ACCESSION
        own = self.asked.sort if self.asked.sort in offered else usual
        return [(sort.value, sort.label, sort == own) for sort in offered]

    @property
    def parameters(self) -> str:
        """The state before the number of a page in an address."""
        address = self.asked.address()
        return f"{address}&" if address else ""

    @property
    def page_numbers(self) -> list:
        paginator = self.page.paginator
        return list(paginator.get_elided_page_range(self.page.number, on_each_side=1, on_ends=1))


class Collections:
    """Slugs, primary keys and titles of all collections in a language. One query."""

    def __init__(self, language: str):
        order = reading_order(language)
        rows = Collection.objects.order_by().values_list(
            "pk", "slug", "texts__language", "texts__title"
        )
        titled: dict[int, tuple[int, str]] = {}
        self.slugs: dict[str, str] = {}
        for key, slug, code, title in rows:
            self.slugs[str(key)] = slug
            rank = (order.index(code), title) if code else (len(order), slug)
            titled[key] = min(titled.get(key, rank), rank)
        self.keys = {slug: int(key) for key, slug in self.slugs.items()}
        self.titles = {self.slugs[str(key)]: title for key, (_rank, title) in titled.items()}


def search_page(asked: Asked, language: str, *, number: int, opened: str = "") -> SearchPage:
    """Page `number` of the answers, or the last there is; all values of the facet `opened`.

    Five queries: words (if any), photographs with counts, collections, two for the cards. One more
    after the archive has changed.
    """
    collections = Collections(language)
    criteria = criteria_of(asked, collections.keys)
    start = (number - 1) * PHOTOS_ON_A_PAGE
    found = find(criteria, start=start, length=PHOTOS_ON_A_PAGE)
    last = max(1, -(-found.total // PHOTOS_ON_A_PAGE))
    if number > last:
        number = last
        start = (number - 1) * PHOTOS_ON_A_PAGE
        found = find(criteria, start=start, length=PHOTOS_ON_A_PAGE)
    paginator = CountedPaginator([], PHOTOS_ON_A_PAGE, count=found.total)
    return SearchPage(
        asked=asked,
        cards=_cards(found.ids, language, asked),
        page=Page([], number, paginator),
        facets=_facets(found, asked, collections, opened),
        chosen=chosen_filters(asked, collections, found),
        years=found.years,
        opened=opened if opened in FACETS else "",
    )


def standing(asked: Asked, language: str, photo_id: int) -> Standing | None:
    """Where a photograph stands among the answers; None if it is not one. Three queries at most."""
    keys = Collections(language).keys if "collection" in asked.chosen else {}
    return stand(criteria_of(asked, keys), photo_id)


def list_parameter(asked: Asked) -> str:
    """What a photograph's address carries, so that its page knows the list one came from."""
    return f"{LIST}={quote(asked.address() or 'sort=accession', safe='')}"


def _cards(ids: list[int], language: str, asked: Asked) -> list[PhotoCard]:
    parameter = list_parameter(asked)
    return [replace(card, url=f"{card.url}?{parameter}") for card in cards_in_order(ids, language)]


def _facets(found, asked, collections, opened) -> list[FacetChoices]:
    shown = []
    for name, facet in FACETS.items():
        counts, chosen = found.counts[name], asked.chosen.get(name, ())
        if name == "collection":
            counts = Counter({collections.slugs.get(key, key): n for key, n in counts.items()})
        values = sorted({*counts, *chosen}, key=lambda each: (-counts[each], each))
        if not values:
            continue
        listed = values if name == opened else _first(values, chosen)
        address = asked.address()
        shown.append(
            FacetChoices(
                facet=facet,
                values=[
                    FacetValue(each, _label(name, each, collections), counts[each], each in chosen)
                    for each in listed
                ],
                total=len(values),
                all_address=f"{address}{'&' if address else ''}all={name}#facet-{name}",
            )
        )
    return shown


def _first(values: list[str], chosen: tuple[str, ...]) -> list[str]:
    """The most frequent, and whatever is chosen."""
    return [
        value for place, value in enumerate(values) if place < SHOWN_AT_FIRST or value in chosen
    ]


def chosen_filters(asked: Asked, collections: Collections, found: Found) -> list[ChosenFilter]:
    filters = []
    if asked.query:
        filters.append(ChosenFilter(gettext("Words"), asked.query, asked.without_words().address()))
    if asked.has_period:
        years = f"{asked.year_from or '…'}–{asked.year_to or '…'}"
        filters.append(ChosenFilter(gettext("Years"), years, asked.without_period().address()))
    for name, values in asked.chosen.items():
        total = found.total_without.get(name) if len(values) == 1 else None
        filters += [
            ChosenFilter(
                FACETS[name].label,
                _label(name, value, collections),
                asked.without(name, value).address(),
                total,
            )
            for value in values
        ]
    return filters


def _label(name: str, value: str, collections: Collections) -> str | Promise:
    if name == "rights" and value in RightsStatement.values:
        return RightsStatement(value).label
    if name == "caption" and value in TextLanguage.values:
        return TextLanguage(value).label
    if name == "collection":
        return collections.titles.get(value, value)
    return value
