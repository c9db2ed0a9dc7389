"""A first day in the admin, in a real browser: two factors, a picture, a translation, published."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from commemoration.core.accounts.groups import CENTRE_EDITORS, EMBASSY_EDITORS, SITE_MANAGERS
from commemoration.core.enums import Section
from commemoration.home.services.staff import set_up_staff
from photos.models import ArchiveImage
from tests.factories.pages import build_site, standard_page
from tests.factories.pictures import jpeg
from tests.factories.staff import PASSWORD, secret_code, staff_account
from tests.journeys.browser import record

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def opening(settings):
    """A page of the embassy, in a house where everybody needs two factors."""
    settings.REQUIRE_2FA = True
    site = build_site()
    set_up_staff()
    embassy = site.sections[Section.EMBASSY]["en"]
    return standard_page(embassy, "Opening", "opening", lead="Open every day")


def _first_sign_in(tab, name):
    """Sign in, give the phone its secret, put the recovery codes away."""
    tab.goto("/admin/")
    tab.fill("#id_username", name)
    tab.fill("#id_password", PASSWORD)
    tab.click("button[type=submit]")
    tab.click("details summary")
    tab.fill("#id_code", secret_code(tab.inner_text(".secret")))
    tab.click("text=Use this phone")
    tab.wait_for_selector(".recovery-codes li:nth-child(10)")
    tab.click("text=I have printed or copied the codes")
    tab.wait_for_selector("main h1, main h2")


def _translate_next(tab, words):
    """Type the translation of the first segment that has none, and wait until it is stored."""
    waiting = tab.get_by_role("button", name="Translate", exact=True)
    expect(waiting.first).to_be_visible()
    before = waiting.count()
    waiting.first.click()
    tab.locator("#main textarea:visible").fill(words)
    tab.get_by_role("button", name="Save", exact=True).click()
    expect(waiting).to_have_count(before - 1)


def test_editor_uploads_translates_and_publishes(visitor, opening, live_server):
    staff_account("anna", EMBASSY_EDITORS)
    tab = visitor().new_page()
    kept = record(tab, live_server.url)
    _first_sign_in(tab, "anna")

    tab.goto(reverse("wagtailimages:add"))
    tab.set_input_files(
        "#id_file", {"name": "plate.jpg", "mimeType": "image/jpeg", "buffer": jpeg()}
    )
    tab.fill("#id_title", "A plate")
    tab.get_by_role("button", name="Upload").click()
    tab.wait_for_url("**/admin/images/")
    tab.goto(reverse("wagtail_localize:submit_page_translation", args=[opening.pk]))
    tab.get_by_label("French").check()
    tab.locator("main [type=submit]").click()
    _translate_next(tab, "Ouverture")
    _translate_next(tab, "Ouvert tous les jours")
    tab.get_by_role("button", name="Publish in French").click()
    tab.wait_for_selector("text=Published")
    published = visitor().new_page()
    published.goto("/fr/embassy/opening/")

    assert [image.title for image in ArchiveImage.objects.all()] == ["A plate"]
    assert published.locator("h1").inner_text() == "Ouverture"
    assert "Ouvert tous les jours" in published.locator("main").inner_text()
    assert (kept.foreign, kept.errors) == ([], [])
    assert tab.evaluate("window.__violations") == []


def test_editor_of_the_other_section_is_turned_away(visitor, opening):
    staff_account("boris", CENTRE_EDITORS)
    tab = visitor().new_page()
    _first_sign_in(tab, "boris")

    tab.goto(reverse("wagtailadmin_pages:edit", args=[opening.pk]))
    refused_to_edit = tab.locator(".messages").inner_text()
    tab.goto(reverse("wagtail_localize:submit_page_translation", args=[opening.pk]))

    assert "you do not have permission" in refused_to_edit
    assert "you do not have permission" in tab.locator(".messages").inner_text()


def test_screens_of_a_manager_ask_nobody_else(visitor, opening, live_server):
    staff_account("maria", SITE_MANAGERS)
    tab = visitor().new_page()
    kept = record(tab, live_server.url)
    _first_sign_in(tab, "maria")

    for path in [
        reverse("wagtailadmin_home"),
        reverse("wagtailadmin_pages:edit", args=[opening.pk]),
        reverse("wagtailadmin_account"),
        reverse("wagtailusers_users:index"),
        reverse("wagtailsnippets:index"),
        reverse("imports:index"),
    ]:
        assert tab.goto(path, wait_until="networkidle").ok
        assert tab.evaluate("window.__violations") == []

    assert (kept.foreign, kept.errors) == ([], [])
