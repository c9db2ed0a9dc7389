"""What contributions and requests keep of people, for the register of personal data."""

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from commemoration.submissions.personal_data import (
    Basis,
    PersonalData,
    Responsible,
    register_personal_data,
)


def register_contributions() -> None:
    register_personal_data(CONTRIBUTION)
    register_personal_data(REQUEST)


def _while_it_stands() -> str:
    return _now("As long as you leave it there; taken down at once when you withdraw it.")


def _while_it_is_open() -> str:
    return _now(
        "Until a photograph has arrived or you take the request back; what stands in the request "
        "is erased with your address."
    )


CONTRIBUTION = PersonalData(
    slug="grave-contribution",
    title=_("What you tell us of a grave, and who tells it"),
    fields=(
        "graves.Contribution.sender_name",
        "graves.Contribution.sender_town",
        "graves.Contribution.relation",
        "graves.Contribution.text",
        "graves.Contribution.source",
        "graves.ContributionPicture.caption",
        "graves.ConditionEntry.visited",
        "graves.ConditionEntry.note",
        "graves.ReportPicture.caption",
    ),
    purpose=_("To show beside the official record what families and visitors know."),
    basis=Basis.CONSENT,
    responsible=Responsible.EMBASSY,
    seen_by=_("everybody, as far as you have agreed to it; the staff"),
    kept=_while_it_stands,
)
REQUEST = PersonalData(
    slug="grave-photo-request",
    title=_("That you have asked for a photograph of a grave"),
    fields=("graves.PhotoRequest.note",),
    purpose=_("So that whoever looks after the grave can send the photograph."),
    basis=Basis.REQUEST,
    responsible=Responsible.EMBASSY,
    seen_by=_("the staff, and whoever looks after the grave; they do not learn who asks"),
    kept=_while_it_is_open,
)
