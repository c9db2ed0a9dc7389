"""The alphabetical roll of veterans that answers the filters of an address."""

from dataclasses import dataclass

from django.core.paginator import Page
from django.db.models import Exists, OuterRef, Q, QuerySet

from commemoration.core.languages.sort_keys import natural_key
from commemoration.names.models.forms import NameForm
from commemoration.names.selectors.finding import Band, find_people
from photos.selectors.listings import CountedPaginator
from tributes.veterans.enums import PERSON_KIND
from tributes.veterans.models.medals import Award
from tributes.veterans.models.veterans import Veteran
from tributes.veterans.selectors.asked import AskedVeterans
from tributes.veterans.selectors.choices import Choice, filter_choices, letters_of
from tributes.veterans.selectors.counting import Counts, count_all
from tributes.veterans.selectors.occasions import PresentationList, presentation_list
from tributes.veterans.selectors.rows import VeteranRow, for_rows, veteran_row

VETERANS_ON_A_PAGE = 60


@dataclass(frozen=True)
class VeteranList:
    """`page` and `presentations.page` are Django's page objects, for the numbers of pages."""

    asked: AskedVeterans
    rows: list[VeteranRow]
    page: Page
    choices: dict[str, list[Choice]]
    letters: list[Choice]
    presentations: PresentationList
    counts: Counts

    @property
    def total(self) -> int:
        return self.page.paginator.count

    @property
    def tells_of_living(self) -> bool:
        """Whatever is asked: letters, towns and numbers are those of everybody listed."""
        return bool(self.counts.living)

    @property
    def has_examples(self) -> bool:
        rows = [*self.rows, *self.presentations.rows]
        return any(row.is_example for row in rows)

    @property
    def page_numbers(self) -> list:
        return list(self.page.paginator.get_elided_page_range(self.page.number, on_each_side=1))

    @property
    def parameters(self) -> str:
        """What links to other pages of the list carry before the number of the page."""
        return f"{self.asked.address}&" if self.asked.address else ""


def veteran_list(
    asked: AskedVeterans, language: str, number: int | str = 1, occasions: int | str = 1
) -> VeteranList:
    """Page `number` of the veterans who answer, beside page `occasions` of the presentations.

    At most eighteen queries, and those of a search for a name.
    """
    found = matching_veterans(asked).by_name(language)
    letters = letters_of(found, asked, language)
    if asked.letter:
        found = found.filter(shown_as__startswith=natural_key(asked.letter)[:1])
    total = sum(each.count for each in letters if each.is_chosen or not asked.letter)
    shown = for_rows(found, language)
    page = CountedPaginator(shown, VETERANS_ON_A_PAGE, count=total).get_page(number)
    return VeteranList(
        asked=asked,
        rows=_rows(page, language),
        page=page,
        choices=filter_choices(asked, language),
        letters=letters,
        presentations=presentation_list(language, occasions),
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
