"""One veteran, or one presentation, with all that its page shows."""

from dataclasses import dataclass
from uuid import UUID

from commemoration.core.languages.texts import DisplayText, pick, reading_order
from commemoration.core.ribbons.drawing import Ribbon
from commemoration.names.enums import NameRole
from commemoration.names.shown import (
    ReadersName,
    language_of,
    listed_form,
    readers_name,
)
from photos.pictures import PublishedPicture
from tributes.veterans.models.presentations import MedalPresentation, ReportPhoto
from tributes.veterans.models.veterans import Portrait, Veteran
from tributes.veterans.selectors.counting import Counts, count_at
from tributes.veterans.selectors.pictures import (
    portraits_to_show,
    report_photos_to_show,
    shown_picture,
)
from tributes.veterans.selectors.rows import (
    VeteranRow,
    award_rows,
    for_rows,
    shown_town,
    veteran_row,
    with_awards,
)

VETERANS_NAMED = 500  # of one presentation, on its page


@dataclass(frozen=True)
class ShownPortrait:
    picture: PublishedPicture | None
    taken: str
    credit: str


@dataclass(frozen=True)
class ShownAward:
    """One medal: what it is, and how it came to the veteran."""

    medal: DisplayText
    ribbon: DisplayText | None
    drawing: Ribbon | None
    ribbon_source: str
    description: DisplayText | None
    decree: str
    source: str
    source_url: str
    state: str
    presentation: str
    presentation_url: str


@dataclass(frozen=True)
class ShownReportPhoto:
    picture: PublishedPicture | None
    caption: DisplayText | None
    credit: str


@dataclass(frozen=True)
class VeteranPage:
    """`other_names` are (whose form, the name, its language, its source)."""

    veteran: Veteran
    name: ReadersName
    town: DisplayText
    other_names: list[tuple[str, str, str, str]]
    biography: DisplayText | None
    awards: list[ShownAward]
    portraits: list[ShownPortrait]

    @property
    def may_be_living(self) -> bool:
        return not self.veteran.has_died


@dataclass(frozen=True)
class PresentationPage:
    presentation: MedalPresentation
    title: DisplayText
    occasion: DisplayText | None
    presenter: DisplayText | None
    report: DisplayText | None
    veterans: list[VeteranRow]
    photos: list[ShownReportPhoto]
    counts: Counts

    @property
    def shows_living(self) -> bool:
        """Pictures count as such: who else is on them, nobody can say for certain."""
        return bool(self.photos) or any(row.may_be_living for row in self.veterans)


def veteran_by_number(number: int, language: str) -> Veteran | None:
    """The record, public or not, with `agrees`: whether a consent stands, or none is needed.

    Eight queries.
    """
    found = Veteran.objects.with_agreement().with_town(language).filter(number=number)
    found = found.select_related("named_person")
    related = ("texts", "named_person__forms", "awards__medal__stripes")
    return with_awards(found).prefetch_related(*related).first()


def veteran_by_key(key: UUID) -> Veteran | None:
    """Whom a consent names by this key. One query."""
    return Veteran.objects.filter(key=key).first()


def veteran_page(veteran: Veteran, language: str) -> VeteranPage:
    """All that the page shows of a veteran as `veteran_by_number` gives it. One query."""
    name, forms = readers_name(veteran.named_person.forms.all(), language), []
    for form in veteran.named_person.forms.all():
        if listed_form(form) != name.listed:
            role = str(NameRole(form.role).label)
            forms.append((role, listed_form(form), language_of(form), form.source))
    portraits = portraits_to_show().filter(veteran=veteran).select_related("image")
    return VeteranPage(
        veteran=veteran,
        name=name,
        town=shown_town(veteran, language),
        other_names=forms,
        biography=pick(veteran.texts.all(), "biography", reading_order(language)),
        awards=_awards(veteran, language),
        portraits=[_portrait(each) for each in portraits],
    )


def presentation_by_slug(slug: str) -> MedalPresentation | None:
    """The record, public or not. Two queries."""
    return MedalPresentation.objects.filter(slug=slug).prefetch_related("texts").first()


def presentation_page(presentation: MedalPresentation, language: str) -> PresentationPage:
    """All that the page shows. Eleven queries."""
    texts, order = list(presentation.texts.all()), reading_order(language)
    veterans = Veteran.objects.published().filter(awards__presentation=presentation).distinct()
    listed = for_rows(veterans, language)[:VETERANS_NAMED]
    photos = report_photos_to_show().filter(presentation=presentation).select_related("image")
    return PresentationPage(
        presentation=presentation,
        title=presentation.title_in(language),
        occasion=pick(texts, "occasion", order),
        presenter=pick(texts, "presenter", order),
        report=pick(texts, "report", order),
        veterans=[veteran_row(veteran, language) for veteran in listed],
        photos=[_report_photo(photo, order) for photo in photos.prefetch_related("texts")],
        counts=count_at(presentation.pk),
    )


def _awards(veteran: Veteran, language: str) -> list[ShownAward]:
    order, found = reading_order(language), []
    rows = zip(veteran.awards.all(), award_rows(veteran, language), strict=True)
    for award, row in rows:
        texts = list(award.medal.texts.all())
        found.append(
            ShownAward(
                medal=award.medal.name_in(language),
                ribbon=pick(texts, "ribbon", order),
                drawing=award.medal.drawing,
                ribbon_source=award.medal.ribbon_source,
                description=pick(texts, "description", order),
                decree=award.medal.decree,
                source=award.medal.source,
                source_url=award.medal.url,
                state=row.state,
                presentation=row.presentation,
                presentation_url=row.url,
            )
        )
    return found


def _portrait(portrait: Portrait) -> ShownPortrait:
    return ShownPortrait(shown_picture(portrait.image), portrait.taken, portrait.credit)


def _report_photo(photo: ReportPhoto, order: list[str]) -> ShownReportPhoto:
    caption = pick(photo.texts.all(), "caption", order)
    return ShownReportPhoto(shown_picture(photo.image), caption, photo.credit)
