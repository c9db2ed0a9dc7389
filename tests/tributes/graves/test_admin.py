"""Staff change burials on a form; what it shows was read before, and others work meanwhile."""

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from wagtail.users.models import UserProfile

from commemoration.core.accounts.groups import EMBASSY_EDITORS
from tests.factories.graves import burial_site, buried
from tests.factories.pages import build_site
from tests.factories.staff import signed_in, staff_account, superuser
from tests.filled_forms import filled_form
from tributes.graves.enums import SiteState
from tributes.graves.forms.records import BurialForm
from tributes.graves.models import Burial, BurialSite, ConditionEntry
from tributes.graves.services.burials import withdraw_burial

pytestmark = pytest.mark.django_db


@pytest.fixture
def burial():
    build_site()
    return buried(burial_site())


@pytest.fixture
def staff(burial):
    return signed_in(staff_account("anna", EMBASSY_EDITORS))


def test_change_is_saved_and_the_rest_stays(staff, burial):
    address = f"/admin/snippets/graves/burial/edit/{burial.pk}/"
    before = Burial.objects.values().get(pk=burial.pk)

    response = staff.post(address, filled_form(staff, address) | {"grave_reference": ["A 12"]})

    assert response.status_code == 302, response.context["form"].errors
    after = Burial.objects.values().get(pk=burial.pk)
    changed = {name for name in after if after[name] != before[name]}
    assert changed - {"latest_revision_id"} == {"grave_reference", "modified_at"}


def test_withdrawal_meanwhile_is_not_undone(staff, burial, monkeypatch):
    address = f"/admin/snippets/graves/burial/edit/{burial.pk}/"
    form = filled_form(staff, address)
    is_valid = BurialForm.is_valid

    def withdraw_first(self):
        withdraw_burial(Burial.objects.get(pk=burial.pk))
        return is_valid(self)

    monkeypatch.setattr(BurialForm, "is_valid", withdraw_first)

    assert staff.post(address, form).status_code == 302
    burial.refresh_from_db()
    assert (burial.live, burial.withdrawn_at is None) == (False, False)
    assert burial.named_person.is_public is False


def test_half_a_word_is_not_saved_while_somebody_types(burial):
    staff = signed_in(superuser())
    paths = (
        "photos/photo/add",
        "graves/burial/add",
        f"graves/burial/edit/{burial.pk}",
        f"graves/burialsite/edit/{burial.site_id}",
        "veterans/veteran/add",
        "veterans/medal/add",
    )

    saved_while_typing = [
        path
        for path in paths
        if b"w-autosave-interval-value" in staff.get(f"/admin/snippets/{path}/").content
    ]

    # Photographs have drafts: what is saved there, no visitor reads.
    assert saved_while_typing == ["photos/photo/add"]


def test_refused_site_says_beside_the_field_what_is_missing(staff, burial):
    address = f"/admin/snippets/graves/burialsite/edit/{burial.site_id}/"
    form = filled_form(staff, address)
    wrong = {
        "precision": [""],
        "gate_latitude": ["50.1"],
        "graves_total": ["1"],
        "unknown_total": ["5"],
        "located_year": ["99999"],
        "restored_years": ["1990, soon"],
    }
    right = {"latitude": ["50.12345678901234"], "restored_years": ["1990; 2000"]}

    refused = staff.post(address, form | wrong).context["form"].errors
    saved = staff.post(address, form | right)

    fields = {"precision", "gate_longitude", "unknown_total", "located_year", "restored_years"}
    assert set(refused) == fields
    assert saved.status_code == 302, saved.context["form"].errors
    site = BurialSite.objects.get(pk=burial.site_id)
    assert (str(site.latitude), site.restored_years) == ("50.123457", [1990, 2000])


def test_visit_that_has_yet_to_come_is_refused(burial):
    with pytest.raises(ValidationError) as refused:
        ConditionEntry(site=burial.site, visited="2099-05", state=SiteState.GOOD).full_clean()

    ConditionEntry(site=burial.site, visited="2019-05", state=SiteState.GOOD).full_clean()
    assert set(refused.value.message_dict) == {"visited"}


def test_choosing_a_site_is_asked_in_the_language_of_the_user(staff):
    asked = {}
    for language in ("en", "ru"):
        UserProfile.objects.update_or_create(
            user=get_user_model().objects.get(), defaults={"preferred_language": language}
        )
        asked[language] = staff.get("/admin/snippets/graves/burial/add/").content.decode()

    assert "Choose burial site" in asked["en"]
    assert "Choose burial site" not in asked["ru"]
    assert "Выбрать: место захоронения" in asked["ru"]
