"""The presentations that the roll lists, the newest first."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator

from tributes.veterans.models.presentations import MedalPresentation

PRESENTATIONS_ON_A_PAGE = 30


@dataclass(frozen=True)
class PresentationRow:
    url: str
    title: str
    language: str
    date: str
    place: str
    is_example: bool


@dataclass(frozen=True)
class PresentationList:
    rows: list[PresentationRow]
    page: Page

    @property
    def page_numbers(self) -> list:
        return list(self.page.paginator.get_elided_page_range(self.page.number, on_each_side=1))


def presentation_list(language: str, number: int | str = 1) -> PresentationList:
    """One page of the public presentations. Three queries."""
    presentations = MedalPresentation.objects.published().with_titles()
    page = Paginator(presentations, PRESENTATIONS_ON_A_PAGE).get_page(number)
    return PresentationList([_row(each, language) for each in page], page)


def _row(presentation: MedalPresentation, language: str) -> PresentationRow:
    title = presentation.title_in(language)
    return PresentationRow(
        url=presentation.get_absolute_url(),
        title=str(title),
        language=title.language,
        date=presentation.date,
        place=presentation.place,
        is_example=presentation.is_example,
    )
