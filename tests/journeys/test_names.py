"""From a name as the family writes it to the person and the grave: by keyboard, on a phone."""

import pytest
from playwright.sync_api import expect

from commemoration.core.enums import Section
from tests.factories.graves import burial_site, buried, grave_map_page
from tests.factories.organisations import organisation
from tests.factories.pages import build_site, translation
from tests.journeys.walking import (
    WIDER_THAN_THE_WINDOW,
    barriers,
    follow,
    open_page,
    tab_to_field,
    tab_to_mark,
)

ASKED, STONE = "Образцов", "Obrazzow"
LOOKED_AT = ["en", "ru"]


@pytest.fixture
def graves(transactional_db):
    """One cemetery with one person, under a stone that spells the name its own way."""
    site = build_site()
    place = burial_site("example", caretaker=organisation("example-front"))
    person = buried(place, birth="1912", death="1944-04-02")
    page = grave_map_page(site.sections[Section.EMBASSY]["en"])
    for language in ("fr", "nl", "ru"):
        translation(page, language)
    return person


@pytest.mark.parametrize(("language", "asked"), [("ru", ASKED), ("nl", "OBRAZZOW")])
def test_keyboard_alone_leads_from_a_name_to_the_grave_the_map_and_the_sheet(
    graves, visitor, live_server, language, asked
):
    """As the family writes the name, and as the stone does."""
    context, page, kept = open_page(visitor, live_server, f"/{language}/", width=360)
    site_name = str(graves.site.name_in(language))

    tab_to_field(page, "find-field")
    page.keyboard.type(asked)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    reasons = page.locator(".people__why").inner_text()
    follow(page, f"/{language}/person/{graves.number}/")
    person = page.locator("main").inner_text()
    follow(page, f"/{language}/burial-site/example/")
    headings = [page.locator("h1").inner_text()]
    follow(page, f"#map=12/{graves.site.latitude}/{graves.site.longitude}")
    expect(page.locator("[data-map-ready]")).to_be_visible()
    tab_to_mark(page, site_name)
    page.keyboard.press("Enter")
    expect(page.locator(".map-popup__name a")).to_be_focused()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    headings.append(page.locator("h1").inner_text())
    follow(page, f"/{language}/burial-site/example/sheet/")
    headings.append(page.locator("h1").inner_text())
    faults = kept.faults(page, context)
    too_wide = page.evaluate(WIDER_THAN_THE_WINDOW)
    page.emulate_media(media="print")

    assert reasons != ""
    assert STONE in person
    assert headings == [site_name] * 3
    assert page.locator(".sheet__drawing").is_visible()
    assert not page.locator(".sheet__hint").is_visible()
    assert too_wide == 0
    assert faults == {}


@pytest.mark.parametrize("language", LOOKED_AT)
def test_names_and_graves_keep_nobody_out(graves, visitor, live_server, language):
    found = {}
    for path in (
        "/names/",
        f"/names/?q={ASKED}",
        "/names/?q=Nobody",
        "/embassy/graves/",
        "/burial-site/example/",
        "/burial-site/example/sheet/",
        f"/person/{graves.number}/",
        f"/person/{graves.number}/sheet/",
        "/organisation/example-front/",
    ):
        context, page, kept = open_page(visitor, live_server, f"/{language}{path}")
        if faults := kept.faults(page, context):
            found[path] = faults
        found |= barriers(page, path)
        context.close()

    assert found == {}
