"""A photograph that a warning covers is not even fetched before its reader decides."""

import pytest
from playwright.sync_api import expect

from tests.factories.pages import build_site
from tests.factories.photos import CollectionFactory, PhotoFactory
from tests.journeys.axe import axe_violations
from tests.journeys.browser import record

PICTURE = ".photo__figure img"
LISTED = ".collection-grid__frame .picture__image"


@pytest.fixture
def photos(transactional_db):
    build_site()
    collection = CollectionFactory()
    return [
        PhotoFactory(
            accession=f"SP-{number}", collection=collection, content_warning="death", published=True
        )
        for number in (1, 2)
    ]


def media_of(page) -> list[str]:
    """The names of the picture files that a page fetches from now on."""
    fetched = []
    page.on(
        "request",
        lambda request: (
            fetched.append(request.url.rpartition("/")[2]) if "/media/" in request.url else None
        ),
    )
    return fetched


def test_choice_holds_for_the_visit_without_a_cookie_until_it_is_taken_back(photos, visitor):
    context = visitor()
    page = context.new_page()
    fetched = media_of(page)
    page.goto("/en/photo/sp-1/", wait_until="networkidle")
    assert set(fetched) == {"blurred.jpg"}

    page.locator("[data-cover-show]").first.click()
    expect(page.locator(PICTURE)).to_be_visible()
    page.locator("a[rel=next]").first.click()
    expect(page.locator(PICTURE)).to_be_visible()
    assert context.cookies() == []

    page.locator("[data-cover-again]").click()
    expect(page.locator(".cover").first).to_be_visible()
    page.goto("/en/photo/sp-1/", wait_until="networkidle")
    expect(page.locator(".cover").first).to_be_visible()


def test_list_is_blurred_until_the_choice_and_again_after_it(photos, visitor, live_server):
    context = visitor(width=360, height=740, language="ru")
    page = context.new_page()
    fetched, kept = media_of(page), record(page, live_server.url)
    page.goto("/ru/photos/", wait_until="networkidle")
    assert set(fetched) == {"blurred.jpg"}
    assert axe_violations(page) == []

    page.locator("[data-cover-show-all]").press("Enter")
    expect(page.locator(LISTED)).to_have_count(2)
    expect(page.locator("[data-cover-again]")).to_be_focused()
    page.goto("/ru/search/?q=markers", wait_until="networkidle")
    expect(page.locator(LISTED)).to_have_count(2)
    page.locator("[data-cover-again]").press("Enter")
    expect(page.locator(LISTED)).to_have_count(0)
    page.reload()

    expect(page.locator(".blurred")).to_have_count(2)
    expect(page.locator(LISTED)).to_have_count(0)
    assert kept.faults(page, context) == {}


def test_close_view_is_blurred_and_leads_to_the_choice(photos, visitor):
    page = visitor().new_page()
    fetched = media_of(page)
    page.goto("/en/photo/sp-1/", wait_until="networkidle")

    page.locator("[data-zoom-open]").press("Enter")
    expect(page.locator("dialog .blurred")).to_be_visible()
    assert set(fetched) == {"blurred.jpg"}
    page.locator("dialog [data-cover-show]").press("Enter")

    expect(page.locator(PICTURE)).to_be_visible()
    assert page.url.endswith("#closely")


def test_each_photograph_asks_for_itself_without_script(photos, visitor):
    page = visitor(script=False).new_page()
    page.goto("/en/photo/sp-1/")

    page.locator("[data-cover-show]").first.click()
    expect(page.locator(PICTURE)).to_be_visible()
    page.locator("a[rel=next]").first.click()

    expect(page.locator(".cover").first).to_be_visible()
    page.goto("/en/photos/")
    expect(page.locator(".blurred")).to_have_count(2)
    expect(page.locator("[data-cover-show-all]")).to_be_hidden()
