"""What a caretaker reads about the sites: the photographs that families ask for, the way there as
it is known, the last visit, what was sent."""

from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator

from commemoration.core.languages.texts import DisplayText, pick, reading_order
from commemoration.submissions.enums import STAFF_STATES
from commemoration.submissions.models.records import Submission
from commemoration.submissions.selectors.stages import stage_in_words
from tributes.graves.caretakers.enums import WRITING
from tributes.graves.contributions.selectors.requests import open_requests
from tributes.graves.models.burials import Burial
from tributes.graves.models.caretakers import Caretaker, CaretakerReport, CaretakerSite
from tributes.graves.models.contributions import PhotoRequest
from tributes.graves.models.sites import BurialSite, ConditionEntry
from tributes.graves.selectors.names import shown_name, stone_name

REPORTS_ON_A_PAGE = 20


@dataclass(frozen=True)
class AskedPhoto:
    """A photograph that a family asks for: of whom, how the stone names them ("" if that is the
    same or not known), where the grave is, and what helps to find it, in `language`. `name` is ""
    where the whole site is meant."""

    name: str
    name_language: str
    stone: str
    grave: str
    url: str
    note: str
    language: str
    asked_at: datetime


@dataclass(frozen=True)
class PlaceInCare:
    """`last_visit` is the newest entry of the log; `is_begun` says that a report is being
    written."""

    site: BurialSite
    name: DisplayText
    way_there: DisplayText | None
    opening_hours: DisplayText | None
    last_visit: ConditionEntry | None
    asked: list[AskedPhoto]
    is_begun: bool


@dataclass(frozen=True)
class SentReport:
    """`stage` says in a sentence where it stands."""

    submission: Submission
    place: DisplayText
    stage: str


@dataclass(frozen=True)
class SentReports:
    rows: list[SentReport]
    page: Page

    @property
    def page_numbers(self) -> list:
        return list(self.page.paginator.get_elided_page_range(self.page.number, on_each_side=1))


def places_in_care(caretaker: Caretaker, language: str) -> list[PlaceInCare]:
    """All sites of a caretaker, by their names. Up to eight queries, however many there are."""
    begun = set(
        CaretakerReport.objects.filter(
            caretaker=caretaker, submission__state__in=WRITING
        ).values_list("site_id", flat=True)
    )
    places = CaretakerSite.objects.filter(caretaker=caretaker).select_related("site")
    places = list(places.prefetch_related("site__texts", "site__conditions"))
    asked = asked_photos([place.site for place in places], language)
    shown = [
        _shown(
            place.site,
            language,
            asked=asked.get(place.site_id, []),
            is_begun=place.site_id in begun,
        )
        for place in places
    ]
    return sorted(shown, key=lambda place: str(place.name))


def place_in_care(place: CaretakerSite, language: str) -> PlaceInCare:
    """One of them, as a page of its own shows it."""
    asked = asked_photos([place.site], language).get(place.site_id, [])
    return _shown(place.site, language, asked=asked, is_begun=False)


def asked_photos(sites: list[BurialSite], language: str) -> dict[int, list[AskedPhoto]]:
    """By the id of the site, what families ask for there, the oldest first. Three queries."""
    found: dict[int, list[AskedPhoto]] = {}
    for request in open_requests(*sites):
        burial = request.burial
        place = burial.site_id if burial else request.site_id
        found.setdefault(place, []).append(_asked(request, burial, language))
    return found


def report_in_writing(caretaker: Caretaker, site: BurialSite) -> CaretakerReport | None:
    """What has been begun about this site. One query."""
    own = CaretakerReport.objects.filter(caretaker=caretaker, site=site)
    return own.filter(submission__state__in=WRITING).select_related("submission__words").first()


def reports_sent(caretaker: Caretaker, language: str, number: int | str = 1) -> SentReports:
    """One page of what the caretaker has sent and may still look at, the newest first. Three
    queries."""
    reports = (
        CaretakerReport.objects.filter(
            caretaker=caretaker,
            submission__state__in=STAFF_STATES,
            submission__sent_at__isnull=False,
        )
        .select_related("submission__words", "site")
        .prefetch_related("site__texts")
    )
    page = Paginator(reports, REPORTS_ON_A_PAGE).get_page(number)
    rows = [
        SentReport(each.submission, each.site.name_in(language), stage_in_words(each.submission))
        for each in page
    ]
    return SentReports(rows, page)


def _asked(request: PhotoRequest, burial: Burial | None, language: str) -> AskedPhoto:
    name = shown_name(burial, language) if burial else None
    stone = stone_name(burial) if burial else ""
    return AskedPhoto(
        name=name.listed if name else "",
        name_language=name.language if name else "",
        stone="" if name and stone == name.listed else stone,
        grave=burial.grave_reference if burial else "",
        url=burial.get_absolute_url() if burial else "",
        note=request.note,
        language=request.language,
        asked_at=request.asked_at,
    )


def _shown(
    site: BurialSite, language: str, *, asked: list[AskedPhoto], is_begun: bool
) -> PlaceInCare:
    texts, languages = list(site.texts.all()), reading_order(language)
    return PlaceInCare(
        site=site,
        name=site.name_in(language),
        way_there=pick(texts, "way_there", languages),
        opening_hours=pick(texts, "opening_hours", languages),
        last_visit=next(iter(site.conditions.all()), None),
        asked=asked,
        is_begun=is_begun,
    )
