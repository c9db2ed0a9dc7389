"""The map of burial sites by keyboard alone: into clusters, to a site, to its facts and back."""

from urllib.parse import urlparse

import pytest
from playwright.sync_api import expect

from commemoration.core.enums import Section
from commemoration.settings.maps import MapGround
from tests.factories.graves import burial_site, buried, grave_map_page
from tests.factories.pages import build_site, translation
from tests.factories.tiles import ARCHIVE, TILE, tile_server
from tests.journeys.axe import axe_violations
from tests.journeys.walking import FOCUSED_MARK, barriers, open_page, tab_to_mark

VIEW = "/ru/embassy/graves/#map=11/50.1267/5.1862"
OF_THE_MAP = """performance.getEntriesByType("resource").map(({ name }) =>
    new URL(name).pathname.split("/").pop())
  .filter((name) => /^leaflet|^map_|^points|^belgium/.test(name))"""
CHOSEN = "Убрать:\nПровинция: провинция Намюр"  # the first word is for those who listen
FAILED = "Карту не удалось загрузить. В списке ниже есть всё; попробуйте позже."
HOSTILE = "<img src=x onerror=alert(1)> &amp; Example"


@pytest.fixture
def sites(transactional_db):
    """Two places that share a point, others near and far, one without a position."""
    page = grave_map_page(build_site().sections[Section.EMBASSY]["en"])
    translation(page, "ru")
    for number, (latitude, longitude) in enumerate(
        [("50.12674", "5.18623"), ("50.12674", "5.18623"), ("50.2", "5.2"), ("51.06", "3.72")]
    ):
        site = burial_site(
            f"place-{number}", latitude=latitude, longitude=longitude, commune=f"Commune {number}"
        )
        buried(site)
    burial_site("hostile", latitude="50.89", longitude="2.7", texts={"ru": {"name": HOSTILE}})
    burial_site("lost", latitude=None, longitude=None, precision="")


def test_keyboard_goes_through_clusters_to_the_facts_and_back(sites, visitor, live_server):
    context, page, kept = open_page(visitor, live_server, "/ru/embassy/graves/", width=360)
    page.locator("[data-map-open]").press("Enter")
    expect(page.locator("[data-map-ready]")).to_be_visible()
    expect(page.locator("#grave-map")).to_be_focused()
    status = page.locator("[data-map-status]").inner_text()

    # A cluster gives its focus to what comes out of it, however often it is pressed.
    tab_to_mark(page, "Commune 0")
    for _ in range(8):
        if page.locator(".map-mark:focus:not(.map-mark--cluster)").count():
            break
        before = page.evaluate("document.activeElement.getAttribute('aria-label')")
        page.keyboard.press("Enter")
        page.wait_for_function(
            "before => document.activeElement.getAttribute('aria-label') !== before", arg=before
        )
        page.wait_for_timeout(400)
        assert page.evaluate(FOCUSED_MARK)
    name = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("Enter")
    link = page.locator(".map-popup__name a")
    expect(link).to_be_focused()
    shared = page.locator(".map-popup").inner_text()
    violations = axe_violations(page)
    page.keyboard.press("Escape")

    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == name
    expect(link).to_have_count(0)
    assert "2" in shared
    assert violations == []
    assert ("5" in status, "1" in status) == (True, True)
    assert page.evaluate("location.hash").startswith("#map=13/50.1")
    page.keyboard.press("-")
    page.wait_for_function("() => location.hash.startsWith('#map=12/')")
    page.wait_for_timeout(400)
    assert page.evaluate(FOCUSED_MARK)
    assert kept.faults(page, context) == {}


def test_link_to_a_view_opens_it_and_going_back_leaves_the_page(sites, visitor, live_server):
    context, page, kept = open_page(visitor, live_server, "/ru/embassy/graves/?province=namur")
    untouched = page.evaluate(OF_THE_MAP)
    page.mouse.move(20, 20)
    expect(page.locator("[data-map-ready]")).to_be_visible()
    touched = page.evaluate(OF_THE_MAP)
    page.goto("/ru/embassy/graves/#map=10/50.8900/2.7000")
    expect(page.locator("[data-map-ready]")).to_be_visible()
    mark = page.locator(".map-mark").first
    expect(mark).to_have_attribute("aria-label", HOSTILE)
    mark.click()
    expect(page.locator(".map-popup__name")).to_have_text(HOSTILE)
    expect(page.locator(".map-popup img")).to_have_count(0)
    found = barriers(page, "the map")
    page.locator("[data-map-do='in']").click()
    page.wait_for_function("() => location.hash.startsWith('#map=11/')")
    page.emulate_media(media="print")
    printed = (page.locator(".grave-map").is_visible(), page.locator(".site-table").is_visible())
    page.emulate_media(media="screen")
    page.go_back()

    assert (untouched, "points.json" in touched) == ([], True)
    assert page.url.endswith("?province=namur")
    assert found == {}
    assert printed == (False, True)
    assert kept.faults(page, context) == {}
    page.emulate_media(media="print")
    assert page.locator(".chosen li").all_inner_texts() == [CHOSEN]


def test_what_did_not_come_is_asked_for_again_and_the_ground_is_not_needed(
    sites, visitor, live_server
):
    """On a bad line, in a browser that keeps nothing for a page."""
    _context, page, _kept = open_page(visitor, live_server, "/ru/embassy/graves/", width=360)
    lost = ["points.json"]
    page.add_init_script(
        "delete window.sessionStorage; "
        "Object.defineProperty(window, 'sessionStorage', {get() { throw new Error('refused') }})"
    )
    page.route("**/belgium*", lambda route: route.abort())
    page.route("**/points.json*", lambda route: route.abort() if lost else route.continue_())
    page.reload()

    page.locator("[data-map-open]").press("Enter")
    expect(page.locator("[data-map-status]")).to_have_text(FAILED)
    expect(page.locator("[data-map-open]")).to_be_visible()
    lost.clear()
    page.locator("[data-map-open]").press("Enter")
    expect(page.locator("[data-map-ready]")).to_be_visible()

    expect(page.locator(".map-mark").first).to_be_visible()
    expect(page.locator("[data-map-open]")).to_be_hidden()
    assert "5" in page.locator("[data-map-status]").inner_text()


def test_tiles_come_from_the_one_host_that_is_set(sites, visitor, live_server, settings):
    """From a server, and out of an archive; a policy that leaves the host out keeps it out."""
    with tile_server() as tiles:
        server = f"{tiles.address}/{{z}}/{{x}}/{{y}}.png"
        file = f"{tiles.address}{ARCHIVE}"
        for ground, source in (
            (MapGround(server, "", "Example tiles", ""), f"img[src^='{tiles.address}']"),
            (MapGround("", file, "Example tiles", ""), "img[src^='blob:']"),
        ):
            tiles.asked.clear()
            settings.MAP_GROUND = ground
            context, page, kept = open_page(visitor, live_server, VIEW)
            shown = page.locator(f".leaflet-tile-pane {source}.leaflet-tile-loaded")
            expect(shown.first).to_be_visible()
            page.wait_for_load_state("networkidle")
            painted = shown.first.evaluate("tile => tile.naturalWidth")
            faults = kept.faults(page, context)
            foreign = faults.pop("foreign requests")

            assert painted == TILE
            assert {urlparse(each).netloc for each in foreign} == {urlparse(tiles.address).netloc}
            assert len(foreign) == len(tiles.asked)
            assert {referrer for _, referrer, _ in tiles.asked} == {f"{live_server.url}/"}
            assert faults == {}
            assert page.locator(".leaflet-control-attribution").inner_text() == "Example tiles"
            assert page.locator(".grave-map__line").count() == 0
            context.close()

        refusing = type("Refusing", (MapGround,), {"policy": {}})
        settings.MAP_GROUND = refusing(server, "", "", "")
        tiles.asked.clear()
        _context, page, kept = open_page(visitor, live_server, VIEW)
        expect(page.locator("[data-map-ready]")).to_be_visible()

        assert page.evaluate("window.__violations") != []
        assert tiles.asked == []
