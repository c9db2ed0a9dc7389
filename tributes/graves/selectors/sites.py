"""The page of a burial site: what it is, and who lies there."""

from dataclasses import dataclass

from django.core.paginator import Page
from django.db.models import Exists, F, OuterRef, prefetch_related_objects

from commemoration.core.languages.texts import DisplayText, pick, reading_order
from photos.models.records import Photo
from photos.selectors.cards import PhotoCard, cards_of
from photos.selectors.listings import CountedPaginator
from tributes.graves.models.burials import Burial
from tributes.graves.models.ceremonies import Ceremony
from tributes.graves.models.sites import BurialSite
from tributes.graves.models.texts import BurialText
from tributes.graves.selectors.names import shown_name, stone_name
from tributes.graves.selectors.records import ceremonies_at

PEOPLE_ON_A_PAGE = 100
ORDERS = ("name", "birth", "death", "role")


@dataclass(frozen=True)
class PersonRow:
    """`name` has the surname first; `stone` is what the stone reads, if it is another form."""

    url: str
    name: str
    language: str
    stone: str
    birth: str
    death: str
    role: str
    has_conflict: bool


@dataclass(frozen=True)
class ShownCeremony:
    ceremony: Ceremony
    title: DisplayText | None
    description: DisplayText | None
    organiser: str
    photos: list[PhotoCard]


@dataclass(frozen=True)
class PeopleCounts:
    """How many people are public: with a name, and unknown."""

    named: int
    unknown: int

    @property
    def total(self) -> int:
        return self.named + self.unknown


@dataclass(frozen=True)
class SitePage:
    site: BurialSite
    name: DisplayText
    description: DisplayText | None
    inscriptions: DisplayText | None
    way_there: DisplayText | None
    opening_hours: DisplayText | None
    caretaker: str
    caretaker_url: str
    counts: PeopleCounts
    people: list[PersonRow]
    page: Page
    order: str
    is_descending: bool
    photos: list[PhotoCard]
    ceremonies: list[ShownCeremony]

    @property
    def page_numbers(self) -> list:
        return list(self.page.paginator.get_elided_page_range(self.page.number, on_each_side=1))

    @property
    def lists_other_number(self) -> bool:
        """Whether the source counts more or fewer graves than people are listed here."""
        return bool(self.site.graves_total) and self.counts.total != self.site.graves_total


def site_page(
    site: BurialSite, language: str, *, order: str = "", number: int | str = 1
) -> SitePage:
    """All that the page shows of a site as `site_by_slug` gives it; up to six queries.

    `order` is one of `ORDERS`, with a minus before it for the other way round.
    """
    texts, languages = list(site.texts.all()), reading_order(language)
    key = order.removeprefix("-")
    key = key if key in ORDERS else "name"
    is_descending = order == f"-{key}"
    people = ordered_people(site, language, key, is_descending=is_descending)
    page = CountedPaginator(people, PEOPLE_ON_A_PAGE, count=site.records).get_page(number)
    caretaker, ceremonies = site.caretaker, ceremonies_at(site)
    _name_organisations(site, ceremonies)
    cards = _cards(site, ceremonies, language)
    return SitePage(
        site=site,
        name=site.name_in(language),
        description=pick(texts, "description", languages),
        inscriptions=pick(texts, "inscription", languages),
        way_there=pick(texts, "way_there", languages),
        opening_hours=pick(texts, "opening_hours", languages),
        caretaker=caretaker.name_in(language) if caretaker else "",
        caretaker_url=caretaker.get_absolute_url() if caretaker and caretaker.live else "",
        counts=PeopleCounts(site.named, site.unknown),
        people=[person_row(burial, language) for burial in page],
        page=page,
        order=key,
        is_descending=is_descending,
        photos=[cards[pk] for pk in site.photo_ids if pk in cards],
        ceremonies=[_shown(each, languages, cards) for each in ceremonies],
    )


def ordered_people(site: BurialSite, language: str, key: str, *, is_descending: bool):
    """Those who lie there and are public, in one of `ORDERS`; who lacks the date comes last."""
    conflicts = BurialText.objects.filter(burial=OuterRef("pk")).exclude(conflict="")
    people = Burial.objects.published().filter(site=site).annotate(disputed=Exists(conflicts))
    people = people.select_related("named_person").prefetch_related("named_person__forms")
    if key == "name":
        return people.by_name(language, descending=is_descending)
    column = F("role") if key == "role" else F(f"{key}_earliest")
    order = column.desc(nulls_last=True) if is_descending else column.asc(nulls_last=True)
    return people.order_by(order, "pk")


def person_row(burial: Burial, language: str) -> PersonRow:
    name, stone = shown_name(burial, language), stone_name(burial)
    return PersonRow(
        url=burial.get_absolute_url(),
        name=name.listed,
        language=name.language,
        stone=stone if stone != name.listed else "",
        birth=burial.birth,
        death=burial.death,
        role=burial.get_role_display(),
        has_conflict=burial.disputed,
    )


def _name_organisations(site: BurialSite, ceremonies: list[Ceremony]) -> None:
    """Fetch the names of all organisations that the page tells of. One query, or none."""
    visits = [visit.restored_by for visit in site.conditions.all()]
    organisers = [ceremony.organiser for ceremony in ceremonies]
    named = [each for each in (site.caretaker, *visits, *organisers) if each]
    prefetch_related_objects(named, "texts")


def _cards(site: BurialSite, ceremonies: list[Ceremony], language: str) -> dict[int, PhotoCard]:
    """The public photographs of the site and of its ceremonies. Two queries, or none."""
    ids = {*site.photo_ids, *(pk for each in ceremonies for pk in each.photo_ids)}
    if not ids:
        return {}
    return {
        card.pk: card for card in cards_of(Photo.objects.published().filter(pk__in=ids), language)
    }


def _shown(ceremony: Ceremony, languages: list[str], cards: dict[int, PhotoCard]) -> ShownCeremony:
    organiser = ceremony.organiser
    return ShownCeremony(
        ceremony=ceremony,
        title=pick(ceremony.said, "title", languages),
        description=pick(ceremony.said, "description", languages),
        organiser=organiser.name_in(languages[0]) if organiser else ceremony.organiser_name,
        photos=[cards[pk] for pk in ceremony.photo_ids if pk in cards],
    )
