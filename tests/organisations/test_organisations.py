"""The records of organisations: their page, their publication, who may change them."""

import re

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from wagtail.models import ModelLogEntry

from commemoration.core.accounts.groups import EMBASSY_EDITORS
from commemoration.organisations.models import Organisation, OrganisationRelation
from commemoration.organisations.services import publish_organisation, withdraw_organisation
from tests.factories.organisations import organisation
from tests.factories.pages import build_site
from tests.factories.staff import signed_in, staff_account, superuser
from tests.filled_forms import filled_form

pytestmark = pytest.mark.django_db
PAGE = "/ru/organisation/example-front/"


@pytest.fixture(autouse=True)
def site():
    return build_site()


def test_page_names_it_in_the_readers_language(client):
    organisation(years="1941/1944")

    page = client.get(PAGE).content.decode()

    assert "Фронт-образец" in page
    assert "с 1941 по 1944" in page
    assert '<dd class="terms__text" lang="en">Example Front</dd>' in page


def test_page_links_only_to_what_is_public(client):
    front, draft = organisation(), organisation("draft", names={"en": "Draft"}, published=False)
    public = organisation("public", names={"en": "Public"})
    for other in (draft, public):
        OrganisationRelation.objects.create(organisation=front, kind="part_of", other=other)

    page = client.get(PAGE).content.decode()

    assert '<dd class="terms__text">Draft</dd>' in page
    assert '<a href="/ru/organisation/public/">Public</a>' in page


def test_sitemap_names_the_public_only(client):
    organisation()
    organisation("draft", published=False)
    withdraw_organisation(organisation("gone"))

    sitemap = client.get("/sitemap-organisations-1.xml").content.decode()

    assert re.findall(r"<loc>[^<]*/ru/organisation/([\w-]+)/</loc>", sitemap) == ["example-front"]


def test_address_tells_missing_from_withdrawn(client):
    made = organisation(published=False)
    before = client.get(PAGE).status_code
    publish_organisation(made)
    public = client.get(PAGE).status_code

    withdraw_organisation(made, reason="example")

    assert (before, public, client.get(PAGE).status_code) == (404, 200, 410)


def test_address_without_language_leads_to_the_readers(client):
    made = organisation()
    address = "/organisation/example-front/"

    led = client.get(address, headers={"accept-language": "ru"})
    withdraw_organisation(made)

    assert (led.status_code, led["Location"]) == (302, PAGE)
    assert client.get(address).status_code == 410


def test_publication_needs_a_name():
    made = organisation(names={}, published=False)

    with pytest.raises(ValidationError):
        publish_organisation(made)

    assert not Organisation.objects.published().exists()


def test_database_keeps_the_withdrawn_from_being_public():
    made = organisation()
    withdraw_organisation(made)

    with (
        pytest.raises(IntegrityError, match="organisation_withdrawn_is_not_live"),
        transaction.atomic(),
    ):
        Organisation.objects.filter(pk=made.pk).update(live=True)


def test_staff_publish_and_withdraw_and_history_tells_it():
    made = organisation(published=False)
    browser = signed_in(staff_account("editor", EMBASSY_EDITORS))
    base = "/admin/snippets/organisations/organisation"

    assert browser.get(f"{base}/publish/{made.pk}/").status_code == 200
    browser.post(f"{base}/publish/{made.pk}/")
    browser.post(f"{base}/withdraw/{made.pk}/")

    made.refresh_from_db()
    actions = ModelLogEntry.objects.for_instance(made).values_list("action", flat=True)
    assert not made.live
    assert {"records.publish", "records.withdraw"} <= set(actions)


def test_staff_of_other_work_may_not_publish():
    made = organisation(published=False)
    guest = staff_account("guest")
    guest.user_permissions.add(Permission.objects.get(codename="access_admin"))
    browser = signed_in(guest)

    browser.post(f"/admin/snippets/organisations/organisation/publish/{made.pk}/")

    made.refresh_from_db()
    assert browser.get("/admin/").status_code == 200  # the door to this work alone is shut
    assert not made.live


def test_address_changes_until_it_has_been_public():
    made = organisation(published=False)
    browser = signed_in(superuser())
    address = f"/admin/snippets/organisations/organisation/edit/{made.pk}/"

    before = browser.post(address, filled_form(browser, address) | {"slug": ["renamed"]})
    made.refresh_from_db()
    publish_organisation(made)
    after = browser.post(address, filled_form(browser, address) | {"slug": ["once-more"]})

    made.refresh_from_db()
    assert (before.status_code, after.status_code) == (302, 200)
    assert "The address has been public and does not change any more." in after.content.decode()
    assert made.slug == "renamed"


def test_what_was_public_is_not_deleted():
    made, browser = organisation(), signed_in(superuser())

    browser.post(f"/admin/snippets/organisations/organisation/delete/{made.pk}/")

    assert Organisation.objects.filter(pk=made.pk).exists()


def test_screens_of_staff_open():
    made, browser = organisation(), signed_in(superuser())
    base = "/admin/snippets/organisations/organisation"

    answers = [
        browser.get(f"{base}/{path}").status_code
        for path in ("", "add/", f"edit/{made.pk}/", f"history/{made.pk}/")
    ]

    assert answers == [200, 200, 200, 200]
