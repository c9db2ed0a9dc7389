"""The page of somebody who is buried."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from commemoration.core.languages.texts import DisplayText, pick, reading_order
from photos.models.records import Photo
from photos.selectors.cards import PhotoCard, cards_of
from tributes.graves.enums import BurialKind, SourceSubject
from tributes.graves.models.burials import Burial
from tributes.graves.models.sites import BurialSite
from tributes.graves.selectors.names import NameLayer, ShownName, name_layers, shown_name


@dataclass(frozen=True)
class PersonPage:
    """`texts` fall back each by itself; None where nobody has written any."""

    burial: Burial
    name: ShownName
    layers: list[NameLayer]
    site_name: DisplayText
    site_url: str
    way_there: DisplayText | None
    opening_hours: DisplayText | None
    note: DisplayText | None
    conflict: DisplayText | None
    rank: DisplayText | None
    occupation: DisplayText | None
    movement: str
    movement_url: str
    photos: list[PhotoCard]
    sources: list[tuple[str, str, str]]

    @property
    def site(self) -> BurialSite:
        return self.burial.site

    @property
    def is_unknown(self) -> bool:
        return self.burial.kind != BurialKind.PERSON


def person_page(burial: Burial, language: str) -> PersonPage:
    """All that the page shows, of a burial as `burial_by_number` gives it, for a reader of
    `language`. Three queries, or one, and those of the records that tell of the same person."""
    texts, order = list(burial.texts.all()), reading_order(language)
    movement = burial.movement
    return PersonPage(
        burial=burial,
        name=shown_name(burial, language),
        layers=name_layers(burial, language),
        site_name=burial.site.name_in(language),
        site_url=burial.site.get_absolute_url() if burial.site.live else "",
        way_there=pick(burial.site.texts.all(), "way_there", order),
        opening_hours=pick(burial.site.texts.all(), "opening_hours", order),
        note=pick(texts, "note", order),
        conflict=pick(texts, "conflict", order),
        rank=pick(texts, "rank", order),
        occupation=pick(texts, "occupation", order),
        movement=movement.name_in(language) if movement else "",
        movement_url=movement.get_absolute_url() if movement and movement.live else "",
        photos=_photos(burial, language),
        sources=[(_subject(row.subject), row.text, row.url) for row in burial.sources.all()],
    )


def _subject(subject: str) -> str:
    if subject == SourceSubject.RECORD:
        return ""
    return _("On %(subject)s:") % {"subject": SourceSubject(subject).label}


def _photos(burial: Burial, language: str) -> list[PhotoCard]:
    """The public photographs of the stone, in the order of the record. Two queries, or none."""
    if not burial.photo_ids:
        return []
    cards = {
        card.pk: card
        for card in cards_of(Photo.objects.published().filter(pk__in=burial.photo_ids), language)
    }
    return [cards[pk] for pk in burial.photo_ids if pk in cards]
