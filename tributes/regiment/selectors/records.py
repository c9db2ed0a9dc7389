"""One entry with all that its page shows."""

from dataclasses import dataclass
from types import SimpleNamespace

from django.utils.translation import gettext as _

from commemoration.core.languages.texts import DisplayText, pick, reading_order
from commemoration.names.enums import NameRole
from commemoration.names.selectors.same import SameElsewhere, same_person_elsewhere
from commemoration.names.shown import ReadersName, language_of, listed_form, readers_name
from photos.pictures import PublishedPicture, public_root, published_picture
from tributes.regiment.models.entries import ErasedNumber, RegimentEntry
from tributes.veterans.selectors.ribbons import NamedRibbon, ribbons_by_name


@dataclass(frozen=True)
class LifeEvent:
    """One line of a life. `date` is EDTF, "" where it is not known; `lines` are words."""

    title: str
    date: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class ShownPicture:
    picture: PublishedPicture
    caption: str


@dataclass(frozen=True)
class ShownDecoration:
    """As the family writes it, with the ribbon if a medal of the site is called so."""

    name: str
    ribbon: NamedRibbon | None


@dataclass(frozen=True)
class EntryPage:
    """`other_names` are (whose form, the name, its language, its source)."""

    entry: RegimentEntry
    name: ReadersName
    other_names: list[tuple[str, str, str, str]]
    portrait: ShownPicture | None
    pictures: list[ShownPicture]
    events: list[LifeEvent]
    decorations: list[ShownDecoration]
    story: DisplayText | None
    belgium: DisplayText | None
    same: list[SameElsewhere]

    @property
    def told_by(self) -> str:
        """First name, relation and town, as far as the sender wants them to be read."""
        entry = self.entry
        relation = str(entry.get_relation_display())
        return ", ".join(filter(None, [entry.sender_name, relation, entry.sender_town]))


def entry_by_number(number: int) -> RegimentEntry | None:
    """The entry, public or not. Five queries."""
    found = RegimentEntry.objects.filter(number=number).select_related("named_person")
    return found.prefetch_related("named_person__forms", "translations", "pictures__image").first()


def is_erased(number: int) -> bool:
    return ErasedNumber.objects.filter(number=number).exists()


def entry_page(entry: RegimentEntry, language: str) -> EntryPage:
    """All that the page shows of an entry as `entry_by_number` gives it. One query, two for
    ribbons, and those of the records that tell of the same person."""
    forms = list(entry.named_person.forms.all())
    name = readers_name(forms, language)
    others = [
        (str(NameRole(form.role).label), listed_form(form), language_of(form), form.source)
        for form in forms
        if listed_form(form) != name.listed
    ]
    pictures = _pictures(entry)
    rows = [
        SimpleNamespace(language=entry.language, story=entry.story, belgium=entry.belgium),
        *(text for text in entry.translations.all() if text.language != entry.language),
    ]
    order = reading_order(language, entry.language)
    return EntryPage(
        entry=entry,
        name=name,
        other_names=others,
        portrait=pictures[0] if pictures else None,
        pictures=pictures[1:],
        events=_events(entry),
        decorations=_decorations(entry),
        story=pick(rows, "story", order),
        belgium=pick(rows, "belgium", order),
        same=same_person_elsewhere(entry.named_person_id),
    )


def _pictures(entry: RegimentEntry) -> list[ShownPicture]:
    root = public_root()
    shown = [(published_picture(each.image, root), each.caption) for each in entry.pictures.all()]
    return [ShownPicture(picture, caption) for picture, caption in shown if picture]


def _decorations(entry: RegimentEntry) -> list[ShownDecoration]:
    ribbons = ribbons_by_name(entry.decorations)
    return [ShownDecoration(name, ribbons.get(name)) for name in entry.decorations]


def _events(entry: RegimentEntry) -> list[LifeEvent]:
    """The life in the order in which it is lived; what nobody knows is left out."""
    events = []
    if entry.birth or entry.birthplace:
        events.append(LifeEvent(_("Born"), entry.birth, _lines(entry.birthplace)))
    if entry.called_up_from:
        events.append(LifeEvent(_("Called up"), "", _lines(entry.called_up_from)))
    if entry.rank or entry.unit:
        events.append(LifeEvent(_("Served"), "", _lines(entry.rank, entry.unit)))
    events.append(LifeEvent(_("In the war"), "", (str(entry.get_fate_display()),)))
    if entry.death:
        events.append(LifeEvent(_("Died"), entry.death))
    return events


def _lines(*lines: str) -> tuple[str, ...]:
    return tuple(filter(None, lines))
