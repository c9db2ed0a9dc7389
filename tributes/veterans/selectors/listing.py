"""The alphabetical roll of veterans with its filters, letters and counts."""

from dataclasses import dataclass

from django.core.paginator import Page
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import ExtractYear, Left

from commemoration.core.languages.sort_keys import natural_key
from commemoration.names.enums import Script
from commemoration.names.models.forms import NameForm
from commemoration.names.selectors.finding import Band, find_people
from commemoration.names.shown import readers_name, script_of_reader
from photos.selectors.listings import CountedPaginator
from tributes.veterans.enums import PERSON_KIND
from tributes.veterans.models.medals import Award, MedalPresentation
from tributes.veterans.models.veterans import Veteran
from tributes.veterans.selectors.asked import AskedVeterans
from tributes.veterans.selectors.counting import Counts, count_all

VETERANS_ON_A_PAGE = 60
PRESENTATIONS_SHOWN = 30


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
    town: str
    awards: list[AwardRow]
    is_example: bool
    may_be_living: bool
    letter: str = ""


@dataclass(frozen=True)
class Choice:
    value: str
    label: str
    count: int
    is_chosen: bool
    address: str = ""


@dataclass(frozen=True)
class PresentationRow:
    url: str
    title: str
    language: str
    date: str
    place: str
    is_example: bool


@dataclass(frozen=True)
class VeteranList:
    asked: AskedVeterans
    rows: list[VeteranRow]
    page: Page
    choices: dict[str, list[Choice]]
    letters: list[Choice]
    presentations: list[PresentationRow]
    counts: Counts

    @property
    def total(self) -> int:
        return self.page.paginator.count

    @property
    def names_living(self) -> bool:
        return any(row.may_be_living for row in self.rows)

    @property
    def has_examples(self) -> bool:
        rows = [*self.rows, *self.presentations]
        return any(row.is_example for row in rows)

    @property
    def page_numbers(self) -> list:
        return list(self.page.paginator.get_elided_page_range(self.page.number, on_each_side=1))

    @property
    def parameters(self) -> str:
        """What links to other pages of the list carry before the number of the page."""
        return f"{self.asked.address}&" if self.asked.address else ""


def veteran_list(asked: AskedVeterans, language: str, number: int | str = 1) -> VeteranList:
    """One page of the veterans who answer. Fourteen queries, and those of a search for a name."""
    found = matching_veterans(asked).by_name(language)
    letters = _letters(found, asked, language)
    if asked.letter:
        found = found.filter(shown_as__startswith=natural_key(asked.letter)[:1])
    total = sum(each.count for each in letters if each.is_chosen or not asked.letter)
    page = CountedPaginator(_with_all(found), VETERANS_ON_A_PAGE, count=total).get_page(number)
    presentations = list(MedalPresentation.objects.published().prefetch_related("texts"))
    return VeteranList(
        asked=asked,
        rows=_rows(page, language),
        page=page,
        choices=_choices(asked, language, presentations),
        letters=letters,
        presentations=[_presentation(each, language) for each in presentations][
            :PRESENTATIONS_SHOWN
        ],
        counts=count_all(),
    )


def matching_veterans(asked: AskedVeterans) -> QuerySet[Veteran]:
    """The public veterans who answer all filters but the letter."""
    veterans = Veteran.objects.published()
    if asked.town:
        veterans = veterans.filter(town=asked.town)
    if asked.presentation or asked.year:
        awards = Award.objects.filter(veteran=OuterRef("pk"), presentation__live=True)
        if asked.presentation:
            awards = awards.filter(presentation__slug=asked.presentation)
        if asked.year:
            awards = awards.filter(presentation__date_earliest__year=asked.year)
        veterans = veterans.filter(Exists(awards))
    if asked.name:
        veterans = veterans.filter(_named(asked.name))
    return veterans


def award_rows(veteran: Veteran, language: str) -> list[AwardRow]:
    """The awards of a veteran fetched with `_with_all`."""
    return [_award(award, language) for award in veteran.awards.all()]


def with_awards(veterans: QuerySet[Veteran]) -> QuerySet[Veteran]:
    """With all that `award_rows` says. Four more queries."""
    return veterans.prefetch_related("awards__medal__texts", "awards__presentation__texts")


def _with_all(veterans: QuerySet[Veteran]) -> QuerySet[Veteran]:
    return with_awards(veterans.select_related("named_person")).prefetch_related(
        "named_person__forms"
    )


def _named(name: str) -> Q:
    """The name begins so, or the search for names is sure enough that it is meant."""
    forms = NameForm.objects.filter(person=OuterRef("named_person"))
    for word in natural_key(name).split():
        forms = forms.filter(Q(sort_key__startswith=word) | Q(sort_key__contains=f" {word}"))
    matches = find_people(name, kind=PERSON_KIND).matches
    alike = [match.person.pk for match in matches if match.band != Band.POSSIBLE]
    return Q(Exists(forms)) | Q(named_person__in=alike)


def _rows(page: Page, language: str) -> list[VeteranRow]:
    rows, former = [], ""
    for veteran in page:
        letter = (veteran.shown_as or "")[:1].upper()
        rows.append(veteran_row(veteran, language, letter if letter != former else ""))
        former = letter
    return rows


def veteran_row(veteran: Veteran, language: str, letter: str) -> VeteranRow:
    name = readers_name(veteran.named_person.forms.all(), language)
    return VeteranRow(
        url=veteran.get_absolute_url(),
        name=name.listed,
        language=name.language,
        birth_year=veteran.birth_year,
        town=veteran.town,
        awards=award_rows(veteran, language),
        is_example=veteran.is_example,
        may_be_living=not veteran.has_died,
        letter=letter,
    )


def _award(award: Award, language: str) -> AwardRow:
    presentation = award.presentation
    is_public = bool(presentation and presentation.live)
    return AwardRow(
        medal=str(award.medal.name_in(language)),
        state=award.get_state_display(),
        presentation=str(presentation.title_in(language)) if is_public else "",
        url=presentation.get_absolute_url() if is_public else "",
    )


def _presentation(presentation: MedalPresentation, language: str) -> PresentationRow:
    title = presentation.title_in(language)
    return PresentationRow(
        url=presentation.get_absolute_url(),
        title=str(title),
        language=title.language,
        date=presentation.date,
        place=presentation.place,
        is_example=presentation.is_example,
    )


def _letters(veterans: QuerySet, asked: AskedVeterans, language: str) -> list[Choice]:
    """The first letters of the names that answer, the reader's script first. One query."""
    counted = veterans.order_by().values(first=Left("shown_as", 1))
    found = dict(counted.annotate(number=Count("pk")).values_list("first", "number"))
    others = script_of_reader(language) != Script.CYRILLIC
    return [
        Choice(
            value=letter,
            label=letter.upper(),
            count=found[letter],
            is_chosen=letter == natural_key(asked.letter)[:1],
            address=asked.parameters(letter=letter.upper()),
        )
        for letter in sorted(
            filter(None, found),
            key=lambda letter: (("а" <= letter <= "я") == others, natural_key(letter)),
        )
    ]


def _choices(
    asked: AskedVeterans, language: str, presentations: list[MedalPresentation]
) -> dict[str, list[Choice]]:
    """What can be chosen, each with how many public veterans there are in all. Three queries."""
    veterans = Veteran.objects.published()
    listed = Award.objects.filter(presentation__live=True, veteran__in=veterans.values("pk"))
    towns = veterans.order_by().values_list("town").annotate(number=Count("pk"))
    years = (
        listed.annotate(year=ExtractYear("presentation__date_earliest"))
        .order_by()
        .values_list("year")
        .annotate(number=Count("veteran", distinct=True))
    )
    at = (
        listed.order_by()
        .values_list("presentation__slug")
        .annotate(number=Count("veteran", distinct=True))
    )
    titles = {each.slug: str(each.title_in(language)) for each in presentations}
    return {
        "town": _choices_of(dict(towns), asked.town, {}),
        "presentation": _choices_of(dict(at), asked.presentation, titles),
        "year": _choices_of({str(y or ""): n for y, n in years}, str(asked.year or ""), {}),
    }


def _choices_of(counts: dict[str, int], chosen: str, labels: dict[str, str]) -> list[Choice]:
    """What is chosen stays in the list, even if nobody has it."""
    if chosen:
        counts.setdefault(chosen, 0)
    found = [
        Choice(value, labels.get(value, value), number, value == chosen)
        for value, number in counts.items()
        if value
    ]
    return sorted(found, key=lambda choice: natural_key(choice.label))
