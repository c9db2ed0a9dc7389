"""Staff change burials on a form; what it shows was read before, and others work meanwhile."""

import pytest
from bs4 import BeautifulSoup

from commemoration.core.accounts.groups import EMBASSY_EDITORS
from tests.factories.graves import burial_site, buried
from tests.factories.pages import build_site
from tests.factories.staff import signed_in, staff_account
from tributes.graves.forms.records import BurialForm
from tributes.graves.models import Burial
from tributes.graves.services.burials import withdraw_burial

pytestmark = pytest.mark.django_db


@pytest.fixture
def burial():
    build_site()
    return buried(burial_site())


@pytest.fixture
def staff(burial):
    return signed_in(staff_account("anna", EMBASSY_EDITORS))


def filled_form(client, address: str) -> dict[str, list[str]]:
    """What a browser would send if nobody typed anything."""
    page = BeautifulSoup(client.get(address).content, "html.parser")
    values: dict[str, list[str]] = {}
    for field in page.select("form[method=POST i] :is(input, textarea, select)[name]"):
        if field.name == "select":
            chosen = [option["value"] for option in field.select("option[selected]")]
        elif field.get("type") in {"checkbox", "radio"}:
            chosen = [field.get("value", "on")] if field.has_attr("checked") else []
        else:
            chosen = [
                field.text.strip("\n") if field.name == "textarea" else field.get("value", "")
            ]
        values.setdefault(field["name"], []).extend(chosen)
    return values


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
