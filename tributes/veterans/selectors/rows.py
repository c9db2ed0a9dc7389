"""Veterans and their awards as the roll, and the page of a presentation, list them."""

from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from commemoration.core.languages.texts import DisplayText
from commemoration.names.shown import readers_name
from tributes.veterans.models.medals import Award
from tributes.veterans.models.presentations import PresentationText
from tributes.veterans.models.veterans import Veteran


@dataclass(frozen=True)
class AwardRow:
    """One award in the roll; `url` leads to the presentation, "" if that is not public."""

    medal: str
    state: str
    presentation: str
    url: str


@dataclass(frozen=True)
class VeteranRow:
    """`letter` is set on the first row of each letter."""

    url: str
    name: str
    language: str
    birth_year: int | None
    town: DisplayText
    awards: list[AwardRow]
    is_example: bool
    may_be_living: bool
    letter: str = ""


def with_awards(veterans: QuerySet[Veteran]) -> QuerySet[Veteran]:
    """With all that `award_rows` says. Three more queries."""
    awards = Award.objects.select_related("medal", "presentation")
    titles = Prefetch("awards__presentation__texts", PresentationText.objects.titles())
    return veterans.prefetch_related(Prefetch("awards", awards), "awards__medal__texts", titles)


def for_rows(veterans: QuerySet[Veteran], language: str) -> QuerySet[Veteran]:
    """With all that `veteran_row` says, in the reader's order. Five queries."""
    found = with_awards(veterans.by_name(language).with_town(language))
    return found.select_related("named_person").prefetch_related("named_person__forms")


def award_rows(veteran: Veteran, language: str) -> list[AwardRow]:
    """The awards of a veteran fetched `with_awards`."""
    return [_award(award, language) for award in veteran.awards.all()]


def veteran_row(veteran: Veteran, language: str, letter: str = "") -> VeteranRow:
    """A veteran fetched `for_rows`."""
    name = readers_name(veteran.named_person.forms.all(), language)
    return VeteranRow(
        url=veteran.get_absolute_url(),
        name=name.listed,
        language=name.language,
        birth_year=veteran.birth_year,
        town=shown_town(veteran, language),
        awards=award_rows(veteran, language),
        is_example=veteran.is_example,
        may_be_living=not veteran.has_died,
        letter=letter,
    )


def shown_town(veteran: Veteran, language: str) -> DisplayText:
    """The town of a veteran fetched `with_town`: in the reader's language, else as it is recorded,
    without a claim which language that is."""
    if veteran.town_text:
        return DisplayText(veteran.town_text, language)
    return DisplayText(veteran.town, "")


def _award(award: Award, language: str) -> AwardRow:
    presentation = award.presentation
    is_public = bool(presentation and presentation.live)
    return AwardRow(
        medal=str(award.medal.name_in(language)),
        state=award.get_state_display(),
        presentation=str(presentation.title_in(language)) if is_public else "",
        url=presentation.get_absolute_url() if is_public else "",
    )
