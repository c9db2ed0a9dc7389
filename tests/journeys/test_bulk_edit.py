"""Many photographs are changed and put back by keyboard alone, on a phone, in a real browser."""

import pytest
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import expect

from commemoration.core.accounts.groups import EMBASSY_EDITORS
from photos.bulk_edits import services
from photos.models import Photo
from tests.factories.photos import CollectionFactory, PhotoFactory
from tests.factories.staff import signed_in, staff_account
from tests.journeys.axe import axe_violations
from tests.journeys.browser import record

pytestmark = pytest.mark.django_db(transaction=True)


def rights():
    return {photo.get_latest_revision_as_object().rights for photo in Photo.objects.all()}


def press(element, key="Enter"):
    element.focus()
    element.press(key)


def test_bulk_edit_and_the_way_back(visitor, live_server, monkeypatch):
    monkeypatch.setattr(services, "SECONDS", 120)  # a busy machine; no worker runs beside it
    collection = CollectionFactory()
    for _each in range(2):
        PhotoFactory(collection=collection)
    session = signed_in(staff_account("anna", EMBASSY_EDITORS)).cookies
    key = session[settings.SESSION_COOKIE_NAME].value
    context = visitor(width=360, past_csp=True)
    context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": live_server.url}]
    )
    tab = context.new_page()
    kept = record(tab, live_server.url)
    heading, faults = tab.locator("main h2").first, []

    tab.goto(reverse(Photo.snippet_viewset.get_url_name("list")))
    press(tab.locator("th [data-bulk-action-select-all-checkbox]"), "Space")
    press(tab.get_by_role("link", name="Change the selected photographs"))
    choice = tab.get_by_label("Rights", exact=True)
    choice.focus()
    choice.press_sequentially("In copy")
    faults += axe_violations(tab, "main form")
    press(tab.get_by_role("button", name="Show what would be changed"))
    expect(heading).to_have_text("Nothing is changed yet")
    faults += axe_violations(tab, "main")
    assert rights() == {"NKC"}
    press(tab.get_by_role("button", name="Change 2 photographs"))
    expect(heading).to_have_text("Changed")
    assert rights() == {"InC"}
    press(tab.get_by_role("button", name="Put back the former values"))
    expect(heading).to_have_text("The former values are back")

    assert rights() == {"NKC"}
    assert faults == []
    assert (kept.foreign, kept.errors) == ([], [])
