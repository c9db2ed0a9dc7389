"""The wall, an entry, its placard and the procession in a real browser: nobody is kept out."""

import pytest

from commemoration.core.enums import Section
from tests.factories.pages import build_site
from tests.factories.pictures import jpeg
from tests.factories.regiment import entry, regiment_page
from tests.journeys.walking import barriers, open_page
from tributes.regiment.services.entries import publish_entry
from tributes.regiment.services.pictures import add_picture


@pytest.fixture
def someone(transactional_db, tmp_path):
    regiment_page(build_site().sections[Section.CENTRE]["ru"])
    found = entry(decorations=["Пример"], rank="Пример", belgium="Пример", sender_town="Пример")
    for number in range(2):
        path = tmp_path / f"{number}.jpg"
        path.write_bytes(jpeg(400 + number, 500))
        add_picture(found, path, caption="Пример")
    publish_entry(found)
    return found


def test_regiment_keeps_nobody_out_and_shows_its_pictures(someone, visitor, live_server):
    found, pictures = {}, {}
    for path in (
        "/ru/centre/immortal-regiment/",
        f"/ru/regiment/{someone.number}/",
        f"/ru/regiment/{someone.number}/placard/",
        "/ru/regiment/procession/",
    ):
        context, page, kept = open_page(visitor, live_server, path, width=360)
        if faults := kept.faults(page, context):
            found[path] = faults
        found |= barriers(page, path)
        pictures[path] = page.locator("main img").evaluate_all(
            "images => images.map(image => image.naturalWidth > 0)"
        )
        context.close()

    assert found == {}
    assert list(pictures.values())[1:3] == [[True, True], [True]]
    assert all(all(each) and each for each in pictures.values())


def test_entry_on_paper_has_its_portrait_beside_the_life_and_nothing_to_press(
    someone, visitor, live_server
):
    _context, page, _kept = open_page(visitor, live_server, f"/ru/regiment/{someone.number}/")
    page.set_viewport_size({"width": 660, "height": 900})  # A4 between its margins
    page.emulate_media(media="print")

    portrait, text = (
        page.locator(each).bounding_box() for each in (".entry__portrait", ".entry__text")
    )

    assert portrait["x"] + portrait["width"] <= text["x"]
    assert page.locator(".entry .button:visible, .entry__object:visible").count() == 0


def test_buttons_of_the_procession_stay_in_the_window(someone, visitor, live_server):
    _context, page, _kept = open_page(visitor, live_server, "/ru/regiment/procession/")

    box = page.locator("[data-procession-walk]").bounding_box()

    assert box["y"] + box["height"] <= 800
