"""What veterans are to the parts of the site that know none: to consents, names and imports."""

from django.utils.translation import gettext_lazy as _

from commemoration.core.accounts.groups import EMBASSY_EDITORS, register_group_permissions
from commemoration.core.consent.purposes import ConsentPurpose, register_purpose
from commemoration.core.enums import Section
from commemoration.core.imports import register_importer
from commemoration.names.kinds import PersonKind, register_kind
from commemoration.submissions.pages import pages_of
from tributes.veterans.enums import CONSENT, PERSON_KIND, Scope
from tributes.veterans.importers.veterans import VeteranImporter
from tributes.veterans.invariants import register_veteran_invariants
from tributes.veterans.own_data import register_data_of_veterans
from tributes.veterans.permissions import may_handle_consents
from tributes.veterans.selectors.cards import edit_url, edit_urls, person_cards
from tributes.veterans.selectors.records import veteran_by_key
from tributes.veterans.services.people import note_names_changed
from tributes.veterans.services.veterans import narrow, take_down

EDITORS_MAY = ("add", "change", "delete", "view")
MODELS = ("veteran", "medal", "medalpresentation")
PERMISSIONS = (
    *(f"veterans.{may}_{model}" for model in MODELS for may in EDITORS_MAY),
    *(f"core.{may}_consenttext" for may in ("add", "change", "view")),
)
PURPOSE = ConsentPurpose(
    slug=CONSENT,
    title=_("Veterans on this site"),
    scopes=dict(Scope.choices),
    required=(Scope.PAGE.value,),
    subject_of=veteran_by_key,
    edit_url=edit_url,
    take_down=take_down,
    narrow=narrow,
    may_handle=may_handle_consents,
)
KIND = PersonKind(
    slug=PERSON_KIND,
    title=_("Veterans in Belgium"),
    cards=person_cards,
    edit_urls=edit_urls,
    change_permission="veterans.change_veteran",
    names_changed=note_names_changed,
    covers=_(
        "Veterans who live or lived in Belgium and agreed to be named here, and those who have "
        "died; others are not named."
    ),
)


def register_veterans() -> None:
    """Once, when all models are there."""
    register_group_permissions((EMBASSY_EDITORS,), PERMISSIONS)
    register_purpose(PURPOSE)
    register_kind(KIND)
    pages_of(Section.EMBASSY, "veteran", "medal-presentation", "veteran-pictures")
    register_importer(VeteranImporter())
    register_veteran_invariants()
    register_data_of_veterans()
