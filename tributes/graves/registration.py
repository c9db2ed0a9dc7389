"""What graves are to the parts of the site that know none: to names, imports, submissions and the
register of personal data."""

from django.utils.translation import gettext_lazy as _

from commemoration.core.accounts.groups import EMBASSY_EDITORS, register_group_permissions
from commemoration.core.enums import Section
from commemoration.core.imports import register_importer
from commemoration.names.kinds import PersonKind, register_kind
from commemoration.submissions.pages import pages_of
from commemoration.submissions.registration import register_kind_and_consent
from photos.picture_users import register_picture_user
from tributes.graves.caretakers.jobs import register_caretaker_jobs
from tributes.graves.caretakers.kind import caretaker_kind
from tributes.graves.caretakers.own_data import register_caretakers
from tributes.graves.contributions.kinds import grave_kinds
from tributes.graves.contributions.own_data import register_contributions
from tributes.graves.contributions.selectors.told import told_pictures
from tributes.graves.enums import PERSON_KIND
from tributes.graves.importers.extras import ExtraImporter
from tributes.graves.importers.people import PeopleImporter
from tributes.graves.importers.sites import SiteImporter
from tributes.graves.invariants import register_grave_invariants
from tributes.graves.selectors.cards import edit_urls, person_cards
from tributes.graves.selectors.slips import burial_slips
from tributes.graves.selectors.visit_pictures import public_pictures
from tributes.graves.services.people import note_names_changed
from tributes.graves.views.trails import address_of_unknown

EDITORS_MAY = ("add", "change", "delete", "view")
MODELS = ("burialsite", "burial", "ceremony", "caretaker")
PERMISSIONS = tuple(f"graves.{may}_{model}" for model in MODELS for may in EDITORS_MAY)
KIND = PersonKind(
    slug=PERSON_KIND,
    title=_("Buried in Belgium"),
    cards=person_cards,
    edit_urls=edit_urls,
    change_permission="graves.change_burial",
    names_changed=note_names_changed,
    slips=burial_slips,
    unknown_url=address_of_unknown,
    covers=_(
        "Soviet prisoners of war, forced labourers and partisans whose burial place in "
        "Belgium is known to us; many graves and names are not."
    ),
)


def register_graves() -> None:
    """Once, when all models are there."""
    register_group_permissions((EMBASSY_EDITORS,), PERMISSIONS)
    register_kind(KIND)
    for importer in (SiteImporter(), PeopleImporter(), ExtraImporter()):
        register_importer(importer)
    register_grave_invariants()
    pages_of(Section.EMBASSY, "burial-site", "person")
    _register_what_is_told()
    _register_caretakers()


def _register_what_is_told() -> None:
    for kind in grave_kinds():
        register_kind_and_consent(kind)
    register_picture_user(told_pictures)
    register_contributions()


def _register_caretakers() -> None:
    register_kind_and_consent(caretaker_kind())
    register_picture_user(public_pictures)
    register_caretakers()
    register_caretaker_jobs()
