"""What entries keep of people, for the register of personal data."""

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from commemoration.submissions.personal_data import (
    Basis,
    PersonalData,
    Responsible,
    register_personal_data,
)


def register_entries() -> None:
    register_personal_data(ENTRY)


def _kept() -> str:
    return _now("As long as you leave it published; taken down at once when you withdraw it.")


ENTRY = PersonalData(
    slug="regiment",
    title=_("An entry of the Immortal Regiment: what you tell of your family, and who tells it"),
    fields=(
        "regiment.RegimentEntry.sender_name",
        "regiment.RegimentEntry.sender_town",
        "regiment.RegimentEntry.relation",
        "regiment.RegimentEntry.birth",
        "regiment.RegimentEntry.death",
        "regiment.RegimentEntry.birthplace",
        "regiment.RegimentEntry.called_up_from",
        "regiment.RegimentEntry.rank",
        "regiment.RegimentEntry.unit",
        "regiment.RegimentEntry.decorations",
        "regiment.RegimentEntry.story",
        "regiment.RegimentEntry.belgium",
        "regiment.RegimentPicture.caption",
        "regiment.StoryTranslation.story",
        "regiment.StoryTranslation.belgium",
    ),
    purpose=_("To remember your relative publicly, as you have asked us to."),
    basis=Basis.CONSENT,
    responsible=Responsible.CENTRE,
    seen_by=_("everybody: it is published"),
    kept=_kept,
)
