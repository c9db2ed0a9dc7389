"""The sheet that somebody takes along: of a burial site, or of one who lies there."""

from dataclasses import dataclass

from commemoration.core.languages.texts import DisplayText, pick, reading_order
from tributes.graves.local_words import (
    LocalWords,
    languages_at,
    words_for_person,
    words_for_site,
)
from tributes.graves.models.burials import Burial
from tributes.graves.models.sites import BurialSite
from tributes.graves.selectors.names import name_at_the_place, shown_name
from tributes.graves.selectors.people import PersonPage, person_page
from tributes.graves.selectors.rows import (
    PeopleCounts,
    PersonRow,
    ordered_people,
    person_row,
    sorting_of,
)

PEOPLE_ON_A_SHEET = 500  # some fifteen pages


@dataclass(frozen=True)
class SiteSheet:
    """`local_name` is what the place is called there, if the reader's name is another one.
    `left_out` is how many records of people did not fit."""

    site: BurialSite
    name: DisplayText
    local_name: DisplayText | None
    way_there: DisplayText | None
    opening_hours: DisplayText | None
    inscriptions: DisplayText | None
    caretaker: str
    counts: PeopleCounts
    people: list[PersonRow]
    left_out: int
    words: LocalWords

    @property
    def has_graves_numbered(self) -> bool:
        return any(person.grave for person in self.people)


@dataclass(frozen=True)
class PersonSheet:
    page: PersonPage
    local_name: DisplayText | None
    words: LocalWords


def site_sheet(site: BurialSite, language: str, *, order: str = "") -> SiteSheet:
    """All that the sheet of a site shows, as `site_by_slug` gives it. Up to four queries."""
    texts, languages = list(site.texts.all()), reading_order(language)
    key, is_descending = sorting_of(order)
    people = ordered_people(site, language, key, is_descending=is_descending)
    people = list(people[:PEOPLE_ON_A_SHEET])
    return SiteSheet(
        site=site,
        name=site.name_in(language),
        local_name=local_name(site, language),
        way_there=pick(texts, "way_there", languages),
        opening_hours=pick(texts, "opening_hours", languages),
        inscriptions=pick(texts, "inscription", languages),
        caretaker=site.caretaker.name_in(language) if site.caretaker else "",
        counts=PeopleCounts(site.named, site.unknown),
        people=[person_row(burial, language) for burial in people],
        left_out=site.records - len(people),
        words=words_for_site(site, language, nationalities={each.nationality for each in people}),
    )


def person_sheet(burial: Burial, language: str) -> PersonSheet:
    """All that the sheet of a person shows. Three queries."""
    site, there = burial.site, name_at_the_place(burial)
    words = (
        words_for_person(site, language, name=str(shown_name(burial, language)), name_there=there)
        if there
        else words_for_site(site, language, nationalities={burial.nationality})
    )
    return PersonSheet(person_page(burial, language), local_name(site, language), words)


def local_name(site: BurialSite, language: str) -> DisplayText | None:
    """The name in the first language of the place that has one, if the reader's is another."""
    texts = list(site.texts.all())
    there = pick(texts, "name", [*languages_at(site.province, site.commune), "fr", "nl"])
    return there if there and there.text != str(site.name_in(language)) else None
