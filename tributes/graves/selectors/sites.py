"""The page of a burial site: what it is, and who lies there."""

from dataclasses import dataclass

from django.core.paginator import Page
from django.db.models import prefetch_related_objects

from commemoration.core.languages.texts import DisplayText, pick, reading_order
from photos.models.records import Photo
from photos.selectors.cards import PhotoCard, cards_of
from photos.selectors.listings import CountedPaginator
from tributes.graves.models.ceremonies import Ceremony
from tributes.graves.models.sites import BurialSite, ConditionEntry
from tributes.graves.selectors.records import ceremonies_at
from tributes.graves.selectors.rows import (
    ORDERS,
    OrderLink,
    PeopleCounts,
    PersonRow,
    order_link,
    ordered_people,
    person_row,
    sorting_of,
)
from tributes.graves.selectors.visit_pictures import VisitPicture, pictures_of_visits

PEOPLE_ON_A_PAGE = 100


@dataclass(frozen=True)
class ShownCeremony:
    """`key` is what the address of the page ends with to lead there."""

    key: str
    ceremony: Ceremony
    title: DisplayText | None
    description: DisplayText | None
    organiser: str
    photos: list[PhotoCard]


@dataclass(frozen=True)
class ShownVisit:
    """An entry of the condition log; `cards` has its photograph, if that is public, `pictures`
    those of the caretaker who reported it. `language` is that of `note`, "" where nobody said."""

    visited: str
    state: str
    restored_by: str
    is_reported: bool
    reported_by: str
    note: str
    language: str
    cards: list[PhotoCard]
    pictures: list[VisitPicture]


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
    stones: list[PhotoCard]
    ceremonies: list[ShownCeremony]
    visits: list[ShownVisit]

    @property
    def has_graves_numbered(self) -> bool:
        """Whether it is said of anybody in which plot and row the grave lies."""
        return self.order == "grave" or any(person.grave for person in self.people)

    @property
    def sorting(self) -> str:
        """What the sheet and the other pages of the table carry to keep this order."""
        return f"-{self.order}" if self.is_descending else self.order

    @property
    def page_numbers(self) -> list:
        return list(self.page.paginator.get_elided_page_range(self.page.number, on_each_side=1))

    @property
    def parameters(self) -> str:
        """What links to other pages of the table carry before the number of the page."""
        return f"sort={self.sorting}&"

    @property
    def orders(self) -> list[OrderLink]:
        """The ways in which the table can be sorted; the present one leads to its reverse."""
        keys = [key for key in ORDERS if key != "grave" or self.has_graves_numbered]
        return [order_link(key, self.order, is_descending=self.is_descending) for key in keys]


def site_page(
    site: BurialSite, language: str, *, order: str = "", number: int | str = 1
) -> SitePage:
    """All that the page shows of a site as `site_by_slug` gives it; up to seven queries.

    `order` is one of `rows.ORDERS`, with a minus before it for the other way round.
    """
    texts, languages = list(site.texts.all()), reading_order(language)
    key, is_descending = sorting_of(order)
    people = ordered_people(site, language, key, is_descending=is_descending)
    page = CountedPaginator(people, PEOPLE_ON_A_PAGE, count=site.records).get_page(number)
    caretaker, ceremonies = site.caretaker, ceremonies_at(site)
    _name_organisations(site, ceremonies)
    cards = _cards(site, ceremonies, language)
    pictures = pictures_of_visits(site.conditions.all())
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
        stones=[cards[pk] for pk in dict.fromkeys(site.stone_ids) if pk in cards],
        visits=[
            _visit(each, language, cards, pictures.get(each.pk, []))
            for each in site.conditions.all()
        ],
        ceremonies=[_shown(each, languages, cards) for each in ceremonies],
    )


def _name_organisations(site: BurialSite, ceremonies: list[Ceremony]) -> None:
    """Fetch the names of all organisations that the page tells of. One query, or none."""
    visits = [by for each in site.conditions.all() for by in (each.restored_by, each.reported_by)]
    organisers = [ceremony.organiser for ceremony in ceremonies]
    named = [each for each in (site.caretaker, *visits, *organisers) if each]
    prefetch_related_objects(named, "texts")


def _cards(site: BurialSite, ceremonies: list[Ceremony], language: str) -> dict[int, PhotoCard]:
    """The public photographs of the site, its stones, ceremonies and visits. Two queries, or
    none."""
    ids = {*site.photo_ids, *site.stone_ids}
    ids.update(pk for each in ceremonies for pk in each.photo_ids)
    ids.update(visit.photo_id for visit in site.conditions.all() if visit.photo_id)
    if not ids:
        return {}
    return {
        card.pk: card for card in cards_of(Photo.objects.published().filter(pk__in=ids), language)
    }


def _shown(ceremony: Ceremony, languages: list[str], cards: dict[int, PhotoCard]) -> ShownCeremony:
    organiser = ceremony.organiser
    return ShownCeremony(
        key=str(ceremony.pk),
        ceremony=ceremony,
        title=pick(ceremony.said, "title", languages),
        description=pick(ceremony.said, "description", languages),
        organiser=organiser.name_in(languages[0]) if organiser else ceremony.organiser_name,
        photos=[cards[pk] for pk in ceremony.photo_ids if pk in cards],
    )


def _visit(
    entry: ConditionEntry,
    language: str,
    cards: dict[int, PhotoCard],
    pictures: list[VisitPicture],
) -> ShownVisit:
    restored_by, reported_by = entry.restored_by, entry.reported_by
    return ShownVisit(
        visited=entry.visited,
        state=entry.get_state_display(),
        restored_by=restored_by.name_in(language) if restored_by else "",
        is_reported=entry.is_reported,
        reported_by=reported_by.name_in(language) if reported_by else "",
        note=entry.note,
        language=entry.language,
        pictures=pictures,
        cards=[cards[entry.photo_id]] if entry.photo_id in cards else [],
    )
