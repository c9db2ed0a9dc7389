"""The list of burial sites with its filters, counts and orders. The map shows the same."""

from collections import Counter
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum

from commemoration.core.languages.sort_keys import natural_key
from commemoration.names.models.forms import NameForm
from commemoration.names.selectors.finding import find_people
from commemoration.names.selectors.matching import Band
from commemoration.organisations.models import Organisation
from tributes.graves.enums import (
    PERSON_KIND,
    BurialKind,
    Nationality,
    PositionPrecision,
    Province,
    Role,
    SiteKind,
)
from tributes.graves.models.burials import Burial
from tributes.graves.models.sites import BurialSite
from tributes.graves.models.texts import BurialSiteText
from tributes.graves.selectors.asked import AskedSites
from tributes.graves.selectors.chosen import ChosenFilter, chosen_filters
from tributes.graves.selectors.drawing import drawn_places
from tributes.graves.selectors.orders import in_order, with_distance, with_people
from tributes.graves.selectors.places import Place, find_place

SITES_ON_A_PAGE = 50


@dataclass(frozen=True)
class SiteRow:
    """One line of the list. `people` are those who answer the filters, `precision` is in words.

    `kilometres` are those from the place that was asked for, as the crow flies.
    """

    url: str
    name: str
    language: str
    place: str
    province: str
    kind: str
    people: int
    graves: int | None
    position: str
    precision: str
    is_protected: bool
    kilometres: int | None
    is_exact: bool


@dataclass(frozen=True)
class Choice:
    value: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class SiteList:
    """`near` is the place that was asked for; None if none was, or if it is not known.

    `places` are where all that answer lie, not only those of this page, for a drawing.
    """

    asked: AskedSites
    near: Place | None
    rows: list[SiteRow]
    places: list[tuple[float, float]]
    page: Page
    people: int
    choices: dict[str, list[Choice]]
    all_sites: int
    all_people: int

    @property
    def total(self) -> int:
        return self.page.paginator.count

    @property
    def chosen(self) -> list[ChosenFilter]:
        labels = {
            name: choice.label
            for name, choices in self.choices.items()
            for choice in choices
            if choice.is_chosen
        }
        return chosen_filters(self.asked, labels)

    @property
    def page_numbers(self) -> list:
        return list(self.page.paginator.get_elided_page_range(self.page.number, on_each_side=1))

    @property
    def parameters(self) -> str:
        """What links to other pages of the list carry before the number of the page."""
        return f"{self.asked.address}&" if self.asked.address else ""


def site_list(asked: AskedSites, language: str, number: int | str = 1) -> SiteList:
    """One page of the sites that answer, and how many lie there. Eleven queries, and those
    of a search for a name, and two for a place that is no town."""
    people = matching_people(asked)
    sites = matching_sites(asked, people)
    near = find_place(asked.near) if asked.near else None
    shown = with_distance(with_people(sites, people), near).prefetch_related("texts")
    ordered = in_order(shown, asked.order, language)
    page = Paginator(ordered, SITES_ON_A_PAGE).get_page(number)
    return SiteList(
        asked=asked,
        near=near,
        rows=[site_row(site, language) for site in page],
        places=drawn_places(sites, page.paginator.count),
        page=page,
        people=_number_of(people.filter(site__in=sites.values("pk"))),
        choices=_choices(asked, language),
        all_sites=BurialSite.objects.published().count(),
        all_people=_number_of(Burial.objects.published()),
    )


def matching_people(asked: AskedSites) -> QuerySet[Burial]:
    """The public people who answer the filters on people."""
    people = Burial.objects.published()
    for name in ("role", "nationality"):
        if value := getattr(asked, name):
            people = people.filter(**{name: value})
    if asked.movement:
        people = people.filter(movement__slug=asked.movement)
    if asked.unknown:
        people = people.exclude(kind=BurialKind.PERSON)
    if asked.year_from or asked.year_to:
        people = people.died_between(asked.first_day, asked.last_day)
    return people


def matching_sites(asked: AskedSites, people: QuerySet[Burial]) -> QuerySet[BurialSite]:
    """The public sites that answer all filters; `people` as `matching_people` gives them."""
    sites = BurialSite.objects.published()
    for name in ("province", "commune", "kind"):
        if value := getattr(asked, name):
            sites = sites.filter(**{name: value})
    if asked.protected:
        sites = sites.exclude(protected_status="")
    if asked.asks_of_people:
        sites = sites.filter(Exists(people.filter(site=OuterRef("pk"))))
    if asked.name:
        sites = sites.filter(_named(asked.name, people))
    return sites


def _named(name: str, people: QuerySet[Burial]) -> Q:
    """Somebody lies there whose name begins or sounds so, or the place is called so."""
    forms = NameForm.objects.filter(person=OuterRef("named_person"))
    for word in natural_key(name).split():
        forms = forms.filter(Q(sort_key__startswith=word) | Q(sort_key__contains=f" {word}"))
    is_named = Q(Exists(forms)) | Q(named_person__in=_sounding_like(name))
    here = people.filter(site=OuterRef("pk")).filter(is_named)
    texts = BurialSiteText.objects.filter(site=OuterRef("pk"), name__icontains=name)
    return Exists(here) | Exists(texts) | Q(place__icontains=name) | Q(commune__icontains=name)


def _sounding_like(name: str) -> list[int]:
    """The people whom the search for names is sure enough of; a bounded number of queries."""
    matches = find_people(name, kind=PERSON_KIND).matches
    return [match.person.pk for match in matches if match.band != Band.POSSIBLE]


def site_row(site: BurialSite, language: str) -> SiteRow:
    """Of a site as `with_people` and `with_distance` give them, its texts fetched."""
    name = site.name_in(language)
    return SiteRow(
        url=site.get_absolute_url(),
        name=str(name),
        language=name.language if name.language != language else "",
        place=site.place_and_commune,
        province=site.get_province_display(),
        kind=site.get_kind_display(),
        people=site.people,
        graves=site.graves_total,
        position=site.position,
        precision=str(PositionPrecision(site.precision).label) if site.precision else "",
        is_protected=bool(site.protected_status),
        is_exact=site.is_exact,
        kilometres=None if site.kilometres is None else round(site.kilometres),
    )


def _choices(asked: AskedSites, language: str) -> dict[str, list[Choice]]:
    """What can be chosen, each with how many public sites, or records of people, there are in all.

    Four queries.
    """
    movements = Organisation.objects.filter(burials__live=True).distinct()
    labels = {
        "province": dict(Province.choices),
        "kind": dict(SiteKind.choices),
        "role": dict(Role.choices),
        "nationality": dict(Nationality.choices),
        "movement": {
            each.slug: each.name_in(language) for each in movements.prefetch_related("texts")
        },
    }
    counts = {
        **_counts(BurialSite.objects.published(), province="", commune="", kind=""),
        **_counts(Burial.objects.published(), role="", nationality="", movement="__slug"),
    }
    return {
        name: _choices_of(counts[name], getattr(asked, name), labels.get(name, {}))
        for name in counts
    }


def _counts(rows: QuerySet, **columns: str) -> dict[str, Counter]:
    """For each column how many rows have which value; the look-up follows its name. One query."""
    found = {name: Counter() for name in columns}
    paths = [f"{name}{rest}" for name, rest in columns.items()]
    for *values, number in rows.order_by().values_list(*paths).annotate(number=Count("pk")):
        for name, value in zip(columns, values, strict=True):
            found[name][value] += number
    return found


def _choices_of(counts: Counter, chosen: str, labels: dict) -> list[Choice]:
    """What is chosen stays in the list, even if nothing has it."""
    if chosen:
        counts.setdefault(chosen, 0)
    found = [
        Choice(value, str(labels.get(value, value)), number, value == chosen)
        for value, number in counts.items()
        if value
    ]
    return sorted(found, key=lambda choice: natural_key(choice.label))


def _number_of(people: QuerySet[Burial]) -> int:
    return people.order_by().aggregate(number=Sum("people_count", default=0))["number"]
