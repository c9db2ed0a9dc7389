"""Under which form of the name a reader meets a person, and in which order its parts stand.

In lists to look somebody up the surname stands first. Wherever one person is shown (page, wall,
placard, picture of a link) a name in Latin letters begins with the given name, one in Cyrillic with
the surname, as Russian memorials have it: `surname_leads` is the one place that says so.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Case, OuterRef, QuerySet, Value, When

from commemoration.names.enums import NameRole, Script
from commemoration.names.models.forms import NameForm
from commemoration.names.scripts import script_of

SCRIPT_OF_READER = {"ru": Script.CYRILLIC}
ORDER = (NameRole.IDENTIFIED, NameRole.REGISTERED, NameRole.FAMILY, NameRole.INSCRIBED)


@dataclass(frozen=True)
class ReadersName:
    """`listed` has the surname first, `spoken` as one says it. `language` is "" if not known."""

    listed: str
    spoken: str
    language: str = ""

    def __str__(self):
        return self.spoken


def script_of_reader(language: str) -> str:
    return SCRIPT_OF_READER.get(language, Script.LATIN)


def forms_in_order(language: str, person: str = "named_person") -> QuerySet[NameForm]:
    """For a subquery: the forms of the outer row's person, the one for the reader first.

    A form in the reader's script comes before all others, then the surest role.
    """
    script = script_of_reader(language)
    roles = [When(role=role, then=Value(place)) for place, role in enumerate(ORDER)]
    return NameForm.objects.filter(person=OuterRef(person)).order_by(
        Case(When(script=script, then=Value(0)), default=Value(1)),
        Case(*roles, default=Value(len(ORDER))),
        "pk",
    )


def readers_name(forms: Iterable[NameForm], language: str) -> ReadersName:
    """The same choice among forms that were fetched; empty words where there is none."""
    script = script_of_reader(language)

    def rank(form: NameForm) -> tuple:
        role = ORDER.index(form.role) if form.role in ORDER else len(ORDER)
        return (form.script != script, role, form.pk)

    best = min(forms, key=rank, default=None)
    if best is None:
        return ReadersName("", "")
    return ReadersName(listed_form(best), spoken_form(best), language_of(best))


def listed_form(form: NameForm) -> str:
    """`Bobeltsov, Vassili`; `Бобельцов Василий`, since Russian puts no comma."""
    rest = " ".join(filter(None, [form.given_name, form.patronymic]))
    joint = " " if form.script == Script.CYRILLIC else ", "
    return joint.join(filter(None, [form.surname, rest]))


def spoken_form(form: NameForm) -> str:
    """`Vassili Bobeltsov`; in Russian the surname stays in front."""
    return spoken_name(form.surname, form.given_name, form.patronymic)


def spoken_name(surname: str, given_name: str, patronymic: str = "") -> str:
    """The same of a name that nobody has kept yet."""
    given = [given_name, patronymic]
    leads = surname_leads(surname + "".join(given))
    return " ".join(filter(None, [surname, *given] if leads else [*given, surname]))


def surname_leads(name: str) -> bool:
    """Whether the surname stands before the given name where one person is shown."""
    return script_of(name) == Script.CYRILLIC


def language_of(form: NameForm) -> str:
    """For `lang`: what the form says, Russian for Cyrillic letters, "" if nobody knows."""
    return form.language or ("ru" if form.script == Script.CYRILLIC else "")
