"""What a placard says, and on which paper."""

from dataclasses import dataclass
from datetime import date

from commemoration.names.models.forms import NameForm
from commemoration.names.shown import language_of, readers_name, spoken_form, surname_leads
from tributes.regiment.letters import in_capitals, what_can_be_set
from tributes.regiment.models.entries import RegimentEntry


@dataclass(frozen=True)
class Paper:
    """In millimetres. `cut` is how far from the edge the corners of the cut stand; `pixels` is the
    width of a picture of it."""

    width: int
    height: int
    cut: int
    pixels: int


PAPERS = {
    "a4": Paper(210, 297, 8, 840),
    "a3": Paper(297, 420, 10, 840),
    # Nine to sixteen, as the screen of a phone.
    "phone": Paper(90, 160, 0, 1080),
}


@dataclass(frozen=True)
class PlacardWords:
    """`surname` as it is set, `surname_leads` says whether it stands above `given`; `name` is both
    in their order."""

    name: str
    surname: str
    given: str
    surname_leads: bool
    rank: str
    years: str
    language: str


@dataclass(frozen=True)
class NameChoice:
    """One form of the name that the placard can bear; `value` is its number."""

    value: int
    label: str
    language: str
    is_chosen: bool


def chosen_form(forms: list[NameForm], wanted: str, language: str) -> NameForm | None:
    """The form that was asked for by its number; else that of the reader. None of none."""
    if found := next((form for form in forms if str(form.pk) == wanted), None):
        return found
    spoken = readers_name(forms, language).spoken
    return next((form for form in forms if spoken_form(form) == spoken), None)


def name_choices(forms: list[NameForm], chosen: NameForm | None) -> list[NameChoice]:
    return [
        NameChoice(form.pk, spoken_form(form), language_of(form), form == chosen) for form in forms
    ]


def placard_words(entry: RegimentEntry, form: NameForm, *, with_rank: bool) -> PlacardWords:
    given = " ".join(filter(None, [form.given_name, form.patronymic]))
    return PlacardWords(
        name=spoken_form(form),
        surname_leads=surname_leads(spoken_form(form)),
        surname=in_capitals(form.surname or given),
        given=given if form.surname else "",
        rank=what_can_be_set(entry.rank) if with_rank else "",
        years=years_of(entry),
        language=language_of(form) or "en",
    )


def years_of(entry: RegimentEntry) -> str:
    """`1915 – 1944`, with a question mark for what is not known; "" if nothing is."""
    born = _year(entry.birth_earliest, entry.birth_latest)
    died = _year(entry.death_earliest, entry.death_latest)
    return f"{born or '?'} – {died or '?'}" if born or died else ""


def _year(earliest: date | None, latest: date | None) -> str:
    if earliest is None or latest is None:
        return ""
    if earliest.year == latest.year:
        return str(earliest.year)
    return f"{earliest.year}/{latest.year}"
