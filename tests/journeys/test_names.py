"""From a name as the family writes it to the person and the grave: by keyboard, on a phone."""

import pytest

from commemoration.core.enums import Section
from tests.factories.graves import burial_site, buried, grave_map_page
from tests.factories.organisations import organisation
from tests.factories.pages import build_site, translation
from tests.journeys.walking import barriers, follow, open_page

ASKED = "Образцов"
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


@pytest.mark.parametrize("language", ["ru", "nl"])
def test_keyboard_alone_leads_from_a_name_to_the_grave(graves, visitor, live_server, language):
    _context, page, _kept = open_page(visitor, live_server, f"/{language}/", width=360)

    page.locator("#find-field").focus()
    page.keyboard.type(ASKED)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    reasons = page.locator(".people__why").inner_text()
    follow(page, f"/{language}/person/{graves.number}/")
    person = page.locator("main").inner_text()
    follow(page, f"/{language}/burial-site/example/")

    assert "Obrazzow" in reasons
    assert "Obrazzow" in person
    assert str(graves.site.name_in(language)) in page.locator("h1").inner_text()


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
