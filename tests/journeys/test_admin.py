"""A first day in the admin, in a real browser: what is asked, and that nobody else is asked."""

import pytest
from django.urls import reverse

from commemoration.core.accounts.groups import SITE_MANAGERS
from commemoration.core.accounts.services import set_up_groups
from commemoration.core.enums import Section
from photos.models import ArchiveImage
from tests.factories.pages import build_site, standard_page
from tests.factories.pictures import jpeg
from tests.factories.staff import PASSWORD, secret_code, staff_account
from tests.journeys.browser import record

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def page():
    site = build_site()
    set_up_groups()
    return standard_page(site.sections[Section.EMBASSY]["en"], "Opening", "opening")


def test_first_day_asks_no_other_host_and_breaks_no_policy(visitor, page, settings, live_server):
    settings.REQUIRE_2FA = True
    staff_account("maria", SITE_MANAGERS)
    tab = visitor().new_page()
    kept = record(tab, live_server.url)

    tab.goto("/admin/")
    tab.fill("#id_username", "maria")
    tab.fill("#id_password", PASSWORD)
    tab.click("button[type=submit]")
    tab.click("details summary")
    tab.fill("#id_code", secret_code(tab.inner_text(".secret")))
    tab.click("text=Use this phone")
    tab.wait_for_selector(".recovery-codes li:nth-child(10)")
    tab.click("text=I have printed or copied the codes")
    tab.wait_for_selector("text=Waiting for your approval")
    for path in [
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        reverse("wagtail_localize:submit_page_translation", args=[page.pk]),
        reverse("wagtailadmin_account"),
        reverse("wagtailusers_users:index"),
        reverse("wagtailsnippets:index"),
        reverse("imports:index"),
    ]:
        assert tab.goto(path).ok
        tab.wait_for_load_state("networkidle")
    tab.goto(reverse("wagtailimages:add"))
    picture = {"name": "plate.jpg", "mimeType": "image/jpeg", "buffer": jpeg()}
    tab.set_input_files("#id_file", picture)
    tab.click("text=Upload")
    tab.wait_for_url("**/admin/images/")
    tab.wait_for_load_state("networkidle")

    assert ArchiveImage.objects.count() == 1
    assert kept.foreign == []
    assert kept.errors == []
    assert tab.evaluate("window.__violations") == []
