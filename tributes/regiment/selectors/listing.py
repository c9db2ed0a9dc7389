"""The wall of portraits with its filters and its counts."""

from dataclasses import dataclass, replace

from django.core.paginator import Page
from django.db.models import Count, QuerySet, Value
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from commemoration.names.models.forms import NameForm
from commemoration.names.selectors.beginnings import forms_beginning_with
from commemoration.names.selectors.finding import Band, find_people
from commemoration.names.sounds import sounds_of
from commemoration.names.words import words_of
from photos.selectors.listings import CountedPaginator
from tributes.regiment.enums import KIND, PERSON_KIND, BelgianLink, Fate
from tributes.regiment.models.entries import RegimentEntry
from tributes.regiment.selectors.asked import AskedEntries
from tributes.regiment.selectors.counting import (
    NO_DECORATIONS,
    NO_LINK,
    count_answers,
    count_entries,
)
from tributes.regiment.selectors.portraits import PortraitCard, portrait_cards

ENTRIES_ON_A_PAGE = 48
LABELS = {
    "name": _("Name of the person"),
    "birthplace": _("Place of birth"),
    "town": _("Town of the family"),
    "fate": _("What became of them"),
    "decorated": _("Decorations"),
    "decoration": _("A decoration"),
    "belgium": _("Link with Belgium"),
}


@dataclass(frozen=True)
class Choice:
    value: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class WayOn:
    """One filter that can be taken away: which, and the address without it."""

    label: str
    address: str
    count: int


@dataclass(frozen=True)
class Wall:
    """`listed` counts every public entry, whatever is asked; `ways_on` lead to people where
    nobody answers."""

    asked: AskedEntries
    cards: list[PortraitCard]
    page: Page
    fates: list[Choice]
    towns: list[Choice]
    decorations: list[Choice]
    links: list[Choice]
    decorated: dict[str, int]
    belgium: dict[str, int]
    listed: int
    ways_on: list[WayOn]
    form_url: str

    @property
    def total(self) -> int:
        return self.page.paginator.count

    @property
    def has_examples(self) -> bool:
        return any(card.is_example for card in self.cards)

    @property
    def page_numbers(self) -> list:
        return list(self.page.paginator.get_elided_page_range(self.page.number, on_each_side=1))

    @property
    def parameters(self) -> str:
        """What links to other pages of the list carry before the number of the page."""
        return f"{self.asked.address}&" if self.asked.address else ""


def wall(asked: AskedEntries, language: str, number: int | str = 1) -> Wall:
    """One page of the entries that answer. Three queries, and those of a search for a name."""
    counts = count_entries()
    meant = people_meant(asked.name)
    found = matching_entries(asked, meant)
    page, cards = _page_of(found, asked, language, number, counts.told["listed"])
    return Wall(
        asked=asked,
        cards=cards,
        page=page,
        fates=_choices(Fate, asked.fate, counts.told),
        towns=_named_choices(counts.towns, asked.town),
        decorations=_named_choices(counts.decorations, asked.decoration),
        links=_choices(BelgianLink, asked.belgium, counts.told, "link_"),
        decorated=_either(counts.told, "decorated"),
        belgium=_either(counts.told, "linked"),
        listed=counts.told["listed"],
        ways_on=_ways_on(asked, meant) if asked.address and not cards else [],
        form_url=reverse("submissions:start", args=[KIND]),
    )


def matching_entries(asked: AskedEntries, meant: list[int]) -> QuerySet[RegimentEntry]:
    """The public entries that answer all filters; `meant` are `people_meant` by the name."""
    entries = RegimentEntry.objects.published()
    if asked.fate:
        entries = entries.filter(fate=asked.fate)
    if asked.town:
        entries = entries.filter(sender_town=asked.town)
    if asked.decorated:
        entries = entries.filter(NO_DECORATIONS if asked.decorated == "no" else ~NO_DECORATIONS)
    if asked.decoration:
        entries = entries.filter(decorations__contains=[asked.decoration])
    if asked.belgium in BelgianLink:
        entries = entries.filter(belgian_link=asked.belgium)
    elif asked.belgium:
        entries = entries.filter(NO_LINK if asked.belgium == "no" else ~NO_LINK)
    if sounds := [sounds_of(word) for word in words_of(asked.birthplace)]:
        entries = entries.filter(named_person__birthplace_sounds__contains=sounds)
    if asked.name:
        entries = entries.filter(named_person__in=_named(asked.name, meant).values("person"))
    return entries


def procession(after: int, language: str) -> tuple[list[PortraitCard], int]:
    """Those who walk next behind number `after`, in the order in which they came, and the number
    behind which it goes on: 0, from the beginning, after the last. One query."""
    entries = RegimentEntry.objects.published().filter(number__gt=after).order_by("number")
    cards = portrait_cards(entries[:ENTRIES_ON_A_PAGE], language)
    return cards, cards[-1].number if len(cards) == ENTRIES_ON_A_PAGE else 0


def _page_of(
    found: QuerySet[RegimentEntry],
    asked: AskedEntries,
    language: str,
    number: int | str,
    listed: int,
) -> tuple[Page, list[PortraitCard]]:
    """A page of what answers, with its cards. What fits on one page is not counted beforehand."""
    numbers = found.newest_first().values_list("number", flat=True)
    if asked.address and str(number) == "1":
        cards = _cards_of(numbers[:ENTRIES_ON_A_PAGE], language)
        if len(cards) < ENTRIES_ON_A_PAGE:
            few = [card.number for card in cards]
            return CountedPaginator(few, ENTRIES_ON_A_PAGE, count=len(few)).get_page(1), cards
        total = count_answers(asked, found, listed)
        return CountedPaginator(numbers, ENTRIES_ON_A_PAGE, count=total).get_page(1), cards
    total = count_answers(asked, found, listed) if asked.address else listed
    page = CountedPaginator(numbers, ENTRIES_ON_A_PAGE, count=total).get_page(number)
    return page, _cards_of(page.object_list, language)


def _cards_of(numbers: QuerySet, language: str) -> list[PortraitCard]:
    """In their order: an index alone tells which numbers are on a page, however far down."""
    on_page = RegimentEntry.objects.published().filter(number__in=numbers).newest_first()
    return portrait_cards(on_page, language)


def people_meant(name: str) -> list[int]:
    """Whom the search for names is sure of, whatever their names begin with."""
    matches = find_people(name, kind=PERSON_KIND).matches if name else []
    return [match.person.pk for match in matches if match.band != Band.POSSIBLE]


def _named(name: str, meant: list[int]) -> QuerySet[NameForm]:
    return forms_beginning_with(name) | NameForm.objects.filter(person__in=meant)


def _ways_on(asked: AskedEntries, meant: list[int]) -> list[WayOn]:
    """What each filter hides by itself: the same question without it. One query for all."""
    without = {name: replace(asked, **{name: ""}) for name in asked.given}
    counted = [
        matching_entries(each, meant).order_by().values(one=Value(1)).annotate(number=Count("pk"))
        .annotate(name=Value(name)).values_list("name", "number")
        for name, each in without.items()
        if each.address
    ]  # fmt: skip
    numbers = dict(counted[0].union(*counted[1:], all=True)) if counted else {}
    return [
        WayOn(str(LABELS[name]), without[name].address, number)
        for name, number in numbers.items()
        if number
    ]


def _choices(choices, chosen: str, counts: dict[str, int], prefix: str = "") -> list[Choice]:
    """Those that somebody has, and the one that is chosen."""
    return [
        Choice(each.value, str(each.label), counts[f"{prefix}{each.value}"], each.value == chosen)
        for each in choices
        if counts[f"{prefix}{each.value}"] or each.value == chosen
    ]


def _either(counts: dict[str, int], told: str) -> dict[str, int]:
    return {"yes": counts[told], "no": counts["listed"] - counts[told]}


def _named_choices(counted: dict[str, int], chosen: str) -> list[Choice]:
    """What is chosen stays in the list, even if nobody has it."""
    counts = {chosen: 0, **counted} if chosen and chosen not in counted else counted
    return [Choice(name, name, number, name == chosen) for name, number in counts.items()]
