"""What is kept of veterans, who may be living, for the register of personal data."""

from django.conf import settings
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from commemoration.submissions.personal_data import (
    Basis,
    PersonalData,
    Responsible,
    register_personal_data,
)

STAFF = _("the staff who look after the veterans")


def register_data_of_veterans() -> None:
    register_personal_data(VETERAN)
    register_personal_data(LISTS)


def _kept() -> str:
    return _now(
        "It can be read as long as your consent stands, and is taken down at once when you "
        "withdraw it. The record itself stays with the staff until it is deleted; ask for that."
    )


def _while_it_can_be_undone() -> str:
    days = settings.IMPORT_KEEP_DAYS
    text = ngettext(
        "%(days)s day after the list was taken in.",
        "%(days)s days after the list was taken in.",
        days,
    )
    return text % {"days": days}


VETERAN = PersonalData(
    slug="veterans",
    title=_("What is told of a living veteran, with portraits"),
    fields=(
        "veterans.Veteran.town",
        "veterans.Veteran.death",
        "veterans.Veteran.death_source",
        "veterans.Veteran.source",
        "veterans.VeteranText.town",
        "veterans.VeteranText.biography",
        "veterans.Portrait.taken",
        "veterans.Portrait.credit",
        "names.NamedPerson.birth",
        "names.NamedPerson.death",
        "names.NamedPerson.birthplace",
        "names.NameForm.surname",
        "names.NameForm.given_name",
        "names.NameForm.patronymic",
        "names.NameForm.source",
        "names.NameForm.dated",
        "names.FormerName.surname",
        "names.FormerName.given_name",
        "names.FormerName.patronymic",
        "names.FormerName.source",
        "names.FormerName.dated",
    ),
    purpose=_("To honour the veterans who live in Belgium, as they have agreed to."),
    basis=Basis.CONSENT,
    responsible=Responsible.EMBASSY,
    seen_by=_("everybody, as far as you have agreed to it; the staff"),
    kept=_kept,
)
LISTS = PersonalData(
    slug="lists",
    title=_("Rows of a list of veterans that the staff take in"),
    fields=(
        "core.ImportRow.cells",
        "core.ImportRow.key",
        "core.ImportRow.errors",
        "core.ImportRow.warnings",
        "core.ImportRow.changes",
        "core.ImportRow.memo",
        "core.ImportRow.note",
    ),
    purpose=_("To correct what was taken in, or to undo it."),
    basis=Basis.CONSENT,
    responsible=Responsible.EMBASSY,
    seen_by=STAFF,
    kept=_while_it_can_be_undone,
)
