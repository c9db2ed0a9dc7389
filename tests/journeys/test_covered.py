"""A photograph that a warning covers is not even fetched before its reader decides."""

import pytest
from playwright.sync_api import expect

from tests.factories.pages import build_site
from tests.factories.photos import CollectionFactory, PhotoFactory

PICTURE = ".photo__figure img"


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


def test_choice_holds_for_the_visit_without_a_cookie_until_it_is_taken_back(photos, visitor):
    context = visitor()
    page = context.new_page()
    pictures = []
    page.on(
        "request", lambda request: pictures.append(request.url) if "/media/" in request.url else 0
    )
    page.goto("/en/photo/sp-1/", wait_until="networkidle")
    assert not any("/media/" in address for address in pictures)

    page.locator("[data-cover-show]").click()
    expect(page.locator(PICTURE)).to_be_visible()
    page.locator("a[rel=next]").first.click()
    expect(page.locator(PICTURE)).to_be_visible()
    assert context.cookies() == []

    page.locator("[data-cover-again]").click()
    expect(page.locator(".cover")).to_be_visible()
    page.goto("/en/photo/sp-1/", wait_until="networkidle")
    expect(page.locator(".cover")).to_be_visible()


def test_each_photograph_asks_for_itself_without_script(photos, visitor):
    page = visitor(script=False).new_page()
    page.goto("/en/photo/sp-1/")

    page.locator("[data-cover-show]").click()
    expect(page.locator(PICTURE)).to_be_visible()
    page.locator("a[rel=next]").first.click()

    expect(page.locator(".cover")).to_be_visible()
