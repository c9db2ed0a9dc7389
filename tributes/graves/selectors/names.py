"""Under which name a reader meets somebody, and all forms of that name side by side."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from commemoration.names.enums import NameRole, Script
from commemoration.names.models.forms import NameForm
from commemoration.names.shown import language_of, listed_form, script_of_reader, spoken_form
from tributes.graves.enums import UNKNOWN_PEOPLE, BurialKind, Confidence, InscribedBasis, Role
from tributes.graves.models.burials import Burial

ORDER = (NameRole.IDENTIFIED, NameRole.INSCRIBED, NameRole.REGISTERED, NameRole.FAMILY)


@dataclass(frozen=True)
class ShownName:
    """`listed` has the surname first, `spoken` as one says it. `language` is "" if not known.

    Somebody without a name has the number of the record in `listed`, so that no two are alike.
    """

    listed: str
    spoken: str
    language: str = ""
    is_name: bool = True

    def __str__(self):
        return self.spoken


class NameLayer(NamedTuple):
    """One form of a name: whose it is, the name, its language or "", where it stands."""

    label: str
    name: str
    language: str
    source: str


def forms_of(burial: Burial) -> list[NameForm]:
    """The forms of a name, without a query where they were fetched with the burial."""
    return list(burial.named_person.forms.all()) if burial.named_person else []


def shown_name(burial: Burial, language: str) -> ShownName:
    """The form in the reader's script, else the identified one, else that of the stone."""
    form = _best(forms_of(burial), language)
    if form is None:
        return _nameless(burial)
    return ShownName(listed_form(form), spoken_form(form), language_of(form))


def stone_name(burial: Burial) -> str:
    """What stands on the stone, "" if nobody says it."""
    forms = [form for form in forms_of(burial) if form.role == NameRole.INSCRIBED]
    return listed_form(forms[-1]) if forms else ""


def name_at_the_place(burial: Burial) -> str:
    """What people in Belgium read: the stone's form, else another in Latin letters; "" for none."""
    order = (NameRole.INSCRIBED, NameRole.IDENTIFIED, NameRole.REGISTERED)
    forms = sorted(
        forms_of(burial),
        key=lambda form: (
            form.script == Script.CYRILLIC,
            order.index(form.role) if form.role in order else len(order),
            -form.pk,
        ),
    )
    return spoken_form(forms[0]) if forms else ""


def name_layers(burial: Burial, language: str) -> list[NameLayer]:
    """Every form: the stone's first, then who it is in Latin letters, in Russian, then others."""
    order = {NameRole.INSCRIBED: 0, NameRole.IDENTIFIED: 1, NameRole.REGISTERED: 3}
    forms = sorted(
        forms_of(burial),
        key=lambda form: (
            order.get(form.role, 4) + (form.role == NameRole.IDENTIFIED and _is_russian(form)),
            form.pk,
        ),
    )
    return [_layer(burial, form) for form in forms]


def _layer(burial: Burial, form: NameForm) -> NameLayer:
    label, source = form.get_role_display(), form.source
    if form.role == NameRole.INSCRIBED:
        label = _("On the stone")
        basis = burial.inscribed_basis and InscribedBasis(burial.inscribed_basis).label
        source = " ".join(filter(None, [basis and str(basis), source]))
    elif form.role == NameRole.IDENTIFIED:
        label = _("In Russian") if _is_russian(form) else _("Identified as")
        if _is_russian(form) and burial.russian_confidence and not source:
            source = str(Confidence(burial.russian_confidence).label)
    elif form.role == NameRole.ALIAS:
        label = _("Also written")
    source = source or _("It is not noted where this form comes from.")
    return NameLayer(str(label), listed_form(form), language_of(form), source)


def _best(forms: Iterable[NameForm], language: str) -> NameForm | None:
    script = script_of_reader(language)

    def rank(form: NameForm) -> tuple:
        place = ORDER.index(form.role) + 1 if form.role in ORDER else len(ORDER) + 1
        in_script = form.role == NameRole.IDENTIFIED and form.script == script
        return (0 if in_script else place, -form.pk)

    return min(forms, key=rank, default=None)


def _nameless(burial: Burial) -> ShownName:
    if burial.kind == BurialKind.COUNT:
        count = burial.people_count
        words = ngettext("%(count)d unknown person", "%(count)d unknown people", count)
        text = words % {"count": count}
    else:
        text = str(UNKNOWN_PEOPLE[Role(burial.role)])
    if burial.number is None:
        return ShownName(text, text, is_name=False)
    numbered = _("%(name)s, record %(number)d") % {"name": text, "number": burial.number}
    return ShownName(numbered, text, is_name=False)


def _is_russian(form: NameForm) -> bool:
    return form.language == "ru" or form.script == Script.CYRILLIC
