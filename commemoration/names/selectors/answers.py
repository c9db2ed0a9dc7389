"""What a search shows: each person's card, the reasons, and how much the lists cover."""

from dataclasses import dataclass, replace

from django.db import connection
from django.db.models import Count
from django.utils.translation import get_language

from commemoration.core.edtf import in_words
from commemoration.core.languages.sort_keys import natural_key
from commemoration.names.enums import NameRole
from commemoration.names.kinds import PersonCard, PersonKind, all_kinds, kind_of
from commemoration.names.models.forms import NameForm, SurnameSound
from commemoration.names.models.people import NamedPerson
from commemoration.names.reasons import band_in_words, reasons_of
from commemoration.names.selectors.cards import cards_of
from commemoration.names.selectors.finding import Found, find_people
from commemoration.names.selectors.matching import Band, Match
from commemoration.names.selectors.sounding import nearest
from commemoration.names.shown import language_of, listed_form, script_of_reader
from commemoration.names.sounds import sounds_of
from commemoration.names.words import surname_sounds

# Where nobody was found, the nearest names of so small an index are looked for one by one.
MOST_COMPARED = 5_000
NEAREST_SHOWN = 6
MOST_READ = 60  # of them the different ones are shown
FARTHEST_SHOWN = 0.75


@dataclass(frozen=True)
class Layer:
    """One form of a name as a card shows it; `language` is that of its letters, "" if unknown.

    `label` says whose form it is; "" where the layer before it says the same.
    """

    name: str
    role: str
    label: str
    language: str


@dataclass(frozen=True)
class Answer:
    """One person found, ready to be shown."""

    person: NamedPerson
    forms: list[NameForm]
    kind: PersonKind
    card: PersonCard
    headline: Layer
    layers: list[Layer]
    band: Band
    band_in_words: str
    reasons: list[str]

    @property
    def born(self) -> str:
        """The date of birth in words of the active language, "" where none is known."""
        return in_words(self.person.birth) if self.person.birth else ""

    @property
    def died(self) -> str:
        """The date of death in words of the active language, "" where none is known."""
        return in_words(self.person.death) if self.person.death else ""


@dataclass(frozen=True)
class Coverage:
    """How many people of one list the index holds."""

    kind: PersonKind
    people: int


def answer(query: str, *, kind: str = "", limit: int) -> tuple[Found, list[Answer]]:
    """Who may be meant by a query, and the cards of the first `limit`; a bounded number of queries.

    A person whose list no longer shows them is left out.
    """
    found = find_people(query, kind=kind)
    matches = found.matches[:limit]
    cards = cards_of(match.person for match in matches)
    return found, [
        _answer(match, cards[match.person.pk]) for match in matches if match.person.pk in cards
    ]


def coverage() -> list[Coverage]:
    """How many public people each list holds, in the order of the lists. One query."""
    counts = dict(
        NamedPerson.objects.filter(is_public=True)
        .values_list("kind")
        .annotate(people=Count("pk"))
        .order_by()
    )
    return [Coverage(kind, counts[kind.slug]) for kind in all_kinds() if counts.get(kind.slug)]


@dataclass(frozen=True)
class UnknownList:
    """Where a list shows people without a name."""

    kind: PersonKind
    url: str


def lists_of_unknown() -> list[UnknownList]:
    """The lists that have people without a name, for who asks for "unknown". One query for each."""
    found = [(kind, kind.unknown_url()) for kind in all_kinds() if kind.unknown_url]
    return [UnknownList(kind, url) for kind, url in found if url]


def nearest_names(query_surnames: list[str]) -> list[str]:
    """For somebody who is not there: names of the lists that come nearest, for another try.

    For one letter those that begin with it. Two queries; nothing nearer in an index of more than
    `MOST_COMPARED` names, where keys find more.
    """
    letters = "".join(query_surnames)
    if len(letters) == 1:
        return _beginning_with(letters)
    sounds = [each for surname in query_surnames for each in surname_sounds(surname)]
    with connection.cursor() as cursor:
        cursor.execute("SELECT sounds FROM names_surnamesound LIMIT %s", [MOST_COMPARED + 1])
        names = [each for (each,) in cursor.fetchall()]
    if not sounds or len(names) > MOST_COMPARED:
        return []
    near = sorted(
        (name for each in sounds for name in nearest(each, names, farthest=FARTHEST_SHOWN)),
        key=lambda name: name.distance,
    )
    order = list(dict.fromkeys(name.sounds for name in near))[: 2 * NEAREST_SHOWN]
    forms = NameForm.objects.filter(surname_sounds__overlap=order, person__is_public=True)
    by_sounds = {form.surname_sounds[0]: form.surname for form in forms.order_by("-pk")}
    shown = [by_sounds[each] for each in order if each in by_sounds]
    return list(dict.fromkeys(shown))[:NEAREST_SHOWN]


def _beginning_with(letter: str) -> list[str]:
    """The first surnames in the order of the alphabet that begin with a letter, in either script:
    as they are written or, where none is, as they sound. At most two queries."""
    forms = NameForm.objects.filter(person__is_public=True).exclude(surname="")
    written = forms.filter(sort_key__startswith=natural_key(letter)).order_by("sort_key")
    shown = dict.fromkeys(written.values_list("surname", flat=True)[:MOST_READ])
    if not shown and (sounds := sounds_of(letter)):
        heard = SurnameSound.objects.filter(sounds__startswith=sounds).order_by("sounds")
        near = list(heard.values_list("sounds", flat=True)[:MOST_READ])
        alike = forms.filter(surname_sounds__overlap=near).order_by("sort_key")
        shown = dict.fromkeys(alike.values_list("surname", flat=True)[:MOST_READ])
    return list(shown)[:NEAREST_SHOWN]


def layers_of(forms: list[NameForm]) -> list[Layer]:
    """The forms of a name as they are shown, the one in the reader's script first."""
    layers = [_layer(form) for form in forms]
    mine = script_of_reader(get_language())
    first = next((place for place, form in enumerate(forms) if form.script == mine), 0)
    return [*layers[first : first + 1], *layers[:first], *layers[first + 1 :]]


def _layer(form: NameForm) -> Layer:
    return Layer(listed_form(form), form.role, NameRole(form.role).label, language_of(form))


def _answer(match: Match, card: PersonCard) -> Answer:
    headline, *others = _labelled_once(_distinct(layers_of(match.forms)))
    return Answer(
        person=match.person,
        forms=match.forms,
        kind=kind_of(match.person.kind),
        card=card,
        headline=headline,
        layers=others,
        band=match.band,
        band_in_words=band_in_words(match.band),
        reasons=reasons_of(match),
    )


def _distinct(layers: list[Layer]) -> list[Layer]:
    """Without forms that only repeat another one in the same words."""
    return list({natural_key(layer.name): layer for layer in reversed(layers)}.values())[::-1]


def _labelled_once(layers: list[Layer]) -> list[Layer]:
    former = [None, *(layer.role for layer in layers)]
    return [
        replace(layer, label="") if layer.role == role else layer
        for role, layer in zip(former, layers, strict=False)
    ]
