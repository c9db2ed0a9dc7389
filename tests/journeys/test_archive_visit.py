"""A visit to the archive by keyboard alone, in Russian, on a phone: found, seen, taken along."""

import io
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import expect

from photos.enums import RightsStatement
from photos.models import ArchiveImage
from photos.services.pictures import read_picture
from photos.services.tiles import make_tiles_of
from tests.factories.pages import build_site
from tests.factories.photos import PhotoFactory
from tests.factories.pictures import foliage
from tests.journeys.axe import axe_violations
from tests.journeys.browser import record


@pytest.fixture
def photos(transactional_db):
    """Two photographs of birches, one of them by a photographer who is known."""
    build_site()
    texts = {"ru": {"title": "Берёзовая роща"}}
    image = ArchiveImage(title="A scan")
    image.pending = read_picture(io.BytesIO(foliage(1200, 800)), "scan.jpg")
    image.save()
    known = PhotoFactory(
        accession="SP-1",
        image=image,
        photographer="A. Specimen",
        credit="Specimen archive",
        rights=RightsStatement.PUBLIC_DOMAIN,
        texts=texts,
        published=True,
    )
    PhotoFactory(accession="SP-2", texts=texts, published=True)
    assert make_tiles_of(known.image_id)


def press_on(page, selector: str, key: str = "Enter") -> None:
    """Tab to what the selector means, as a reader without a mouse does, and press the key."""
    wanted = page.locator(selector).first
    for _ in range(90):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            page.keyboard.press(key)
            return
    pytest.fail(f"No Tab leads to {selector}")


def test_found_looked_at_downloaded_and_cited(photos, visitor, live_server):
    context = visitor(width=360, height=740, language="ru")
    page = context.new_page()
    kept = record(page, live_server.url)
    page.goto("/ru/photos/", wait_until="networkidle")

    press_on(page, "#id_q", "End")
    page.keyboard.type("березовые")
    page.keyboard.press("Enter")
    expect(page.locator(".collection-grid__item")).to_have_count(2)
    press_on(page, "#filters summary")
    press_on(page, "input[name='photographer']", "Space")
    press_on(page, "#filters button[type='submit']")
    expect(page.locator(".collection-grid__item")).to_have_count(1)
    violations = axe_violations(page)
    press_on(page, ".card__link")
    expect(page.locator("h1")).to_have_text("Берёзовая роща")
    press_on(page, "[data-zoom-open]")
    expect(page.locator("[data-zoom-status]")).to_contain_text("%")
    page.keyboard.press("Escape")
    with page.expect_download() as download:
        press_on(page, "a[href='/photo/sp-1/1200.jpg']")
    press_on(page, ".photo__use summary")

    assert violations == axe_violations(page) == []
    with Image.open(Path(download.value.path())) as taken:
        xmp = taken.info["xmp"].decode()
    assert download.value.suggested_filename == "sp-1-1200.jpg"
    assert "Specimen archive" in xmp
    assert "http://creativecommons.org/publicdomain/mark/1.0/" in xmp
    expect(page.locator(".photo__citation")).to_contain_text("Берёзовая роща [фотография]")
    assert kept.faults(page, context) == {}


def test_period_is_set_by_sliders_and_fields_alike(transactional_db, visitor, live_server):
    build_site()
    for number, year in enumerate(("1941", "1943", "1945"), start=1):
        PhotoFactory(accession=f"SP-{number}", date=year, published=True)
    page = visitor(width=360, height=740, language="ru").new_page()
    page.goto("/ru/photos/", wait_until="networkidle")
    first, last = page.locator("#id_from"), page.locator("#id_to")
    sliders = page.locator("[data-year-slider]")
    press_on(page, "#filters summary")

    press_on(page, "[data-year-slider='id_from']", "ArrowRight")
    page.keyboard.press("ArrowRight")
    moved = first.input_value()
    press_on(page, "[data-year-slider='id_to']", "Home")
    stopped = last.input_value()
    last.fill("1944")
    followed = sliders.nth(1).input_value()
    last.fill("abc")
    at_rest = sliders.nth(1).input_value()
    last.fill("1944")
    last.press("Enter")

    assert (moved, stopped, followed, at_rest) == ("1943", "1943", "1944", "1945")
    expect(page.locator(".collection-grid__item")).to_have_count(1)
    assert "from=1943&to=1944" in page.url
    # What the address says, both show.
    assert [each.input_value() for each in (first, last)] == ["1943", "1944"]
    assert [sliders.nth(place).input_value() for place in (0, 1)] == ["1943", "1944"]
