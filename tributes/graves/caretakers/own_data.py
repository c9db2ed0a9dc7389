"""What is kept of caretakers, for the register of personal data."""

from collections.abc import Iterator

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from commemoration.submissions.personal_data import (
    Basis,
    PersonalData,
    Responsible,
    register_personal_data,
)
from tributes.graves.caretakers.services.access import erase_caretaker
from tributes.graves.caretakers.services.restored import close_links_again, erase_caretakers_again
from tributes.graves.models.caretakers import Caretaker


def register_caretakers() -> None:
    register_personal_data(CARETAKER)


def caretakers_of(email: str) -> Iterator[str]:
    for caretaker in Caretaker.objects.filter(email=email.strip().lower()):
        yield f"caretaker {caretaker.handle}, {caretaker.places.count()} sites"


def erase_caretakers_of(email: str) -> int:
    found = list(Caretaker.objects.filter(email=email.strip().lower()))
    for caretaker in found:
        erase_caretaker(caretaker)
    return len(found)


def _kept() -> str:
    days = settings.SUBMISSION_KEEP_DAYS
    text = ngettext(
        "As long as your link holds, then %(days)s day; at once if you ask for it.",
        "As long as your link holds, then %(days)s days; at once if you ask for it.",
        days,
    )
    return text % {"days": days}


CARETAKER = PersonalData(
    slug="caretakers",
    title=_("Name and e-mail address of who looks after a burial site"),
    fields=("graves.Caretaker.email", "graves.Caretaker.name"),
    purpose=_("To send you the link by which you report from the site."),
    basis=Basis.REQUEST,
    responsible=Responsible.EMBASSY,
    seen_by=_("the staff who look after the burial sites"),
    kept=_kept,
    find=caretakers_of,
    erase=erase_caretakers_of,
    erase_again=erase_caretakers_again,
    end_again=close_links_again,
)
