"""Looking closely at a photograph, with the keyboard alone; the page does without it."""

import functools
import io

import pytest
from PIL import Image
from playwright.sync_api import expect

from photos.enums import RightsStatement
from photos.models import ArchiveImage
from photos.services.pictures import read_picture, store_picture
from photos.services.tiles import make_tiles_of
from tests.factories.pages import build_site
from tests.factories.photos import PhotoFactory
from tests.factories.pictures import encoded, foliage
from tests.journeys.axe import axe_violations
from tests.journeys.browser import record

TEXTS = {"en": {"title": "Birch wood"}, "ru": {"title": "Берёзовая роща"}}
ADDRESS = "/ru/photo/sp-1/"


@pytest.fixture
def photo(transactional_db):
    build_site()
    photo = PhotoFactory(
        accession="SP-1",
        image=_scan(1200),
        verso=_scan(900),
        rights=RightsStatement.PUBLIC_DOMAIN,
        texts=TEXTS,
        published=True,
    )
    assert make_tiles_of(photo.image_id)
    assert make_tiles_of(photo.verso_id)
    return photo


def _scan(width: int) -> ArchiveImage:
    image = ArchiveImage(title="A scan")
    image.pending = _pending(width)
    image.save()
    return image


@functools.cache
def _pending(width: int):
    return read_picture(io.BytesIO(foliage(width, 800)), "scan.jpg")


FRONT_GREY, BACK_GREY = 90, 160


@pytest.fixture
def sides(transactional_db):
    """A photograph whose front and back are each of one grey."""
    build_site()
    front, back = (
        store_picture(
            file=io.BytesIO(encoded(Image.new("L", (600, 400), grey))), original_name=f"{grey}.jpg"
        )
        for grey in (FRONT_GREY, BACK_GREY)
    )
    PhotoFactory(accession="SP-2", image=front, verso=back, published=True)
    for image in (front, back):
        assert make_tiles_of(image.pk)


def percent(page) -> int:
    """The size that the view announces."""
    words = page.locator("[data-zoom-status]").inner_text()
    return int("".join(sign for sign in words if sign.isdigit()))


def test_keyboard_opens_enlarges_moves_and_comes_back(photo, visitor, live_server):
    context = visitor(width=360, height=740, language="ru")
    page = context.new_page()
    kept = record(page, live_server.url)
    page.goto(ADDRESS, wait_until="networkidle")
    opener, status = page.locator("[data-zoom-open]"), page.locator("[data-zoom-status]")

    opener.focus()
    page.keyboard.press("Enter")
    expect(status).to_contain_text("%")
    whole = percent(page)
    page.keyboard.press("+")
    expect(status).not_to_contain_text(f" {whole} ")
    larger = percent(page)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("0")
    expect(status).to_contain_text(f" {whole} ")
    page.locator("[data-zoom-do='both']").press("Enter")
    expect(page.locator("[data-zoom-do='both']")).to_have_attribute("aria-pressed", "true")
    expect(status).not_to_contain_text(f" {whole} ")
    violations = axe_violations(page)
    page.keyboard.press("Escape")

    assert larger > whole
    assert violations == []
    expect(page.locator("dialog.zoom")).to_be_hidden()
    expect(opener).to_be_focused()
    assert kept.faults(page, context) == {}


@pytest.mark.parametrize(
    ("width", "height", "first", "second"),
    [(1280, 800, (0.25, 0.5), (0.75, 0.5)), (360, 740, (0.5, 0.25), (0.5, 0.75))],
)
def test_front_and_back_stand_side_by_side_or_one_above_the_other(
    sides, visitor, width, height, first, second
):
    page = visitor(width=width, height=height).new_page()
    page.goto("/en/photo/sp-2/", wait_until="networkidle")

    page.locator("[data-zoom-open]").press("Enter")
    expect(page.locator("[data-zoom-status]")).to_contain_text("%")
    page.locator("[data-zoom-do='both']").press("Enter")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)

    shown = Image.open(io.BytesIO(page.locator("[data-zoom-picture]").screenshot())).convert("L")
    found = [
        shown.getpixel((int(shown.width * x), int(shown.height * y))) for x, y in (first, second)
    ]
    assert found == [pytest.approx(FRONT_GREY, abs=4), pytest.approx(BACK_GREY, abs=4)]


def test_without_script_the_largest_picture_is_a_link(photo, visitor):
    page = visitor(script=False).new_page()
    page.goto(ADDRESS)

    assert page.locator("[data-zoom-open]").is_hidden()
    assert page.locator(".photo__largest").get_attribute("href").endswith(".jpg")


def test_viewer_is_fetched_only_when_it_is_asked_for(photo, visitor):
    page = visitor().new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(ADDRESS, wait_until="networkidle")
    assert not any("zoom_viewer" in url or "/iiif/" in url for url in asked)

    page.locator("[data-zoom-open]").click()
    expect(page.locator("[data-zoom-status]")).to_contain_text("%")

    assert any("zoom_viewer" in url for url in asked)
    assert any(url.endswith("info.json") for url in asked)


def test_picture_that_could_not_be_fetched_is_tried_again(photo, visitor):
    page = visitor().new_page()
    page.goto(ADDRESS, wait_until="networkidle")
    opener, status = page.locator("[data-zoom-open]"), page.locator("[data-zoom-status]")
    page.route("**/info.json", lambda route: route.abort())
    opener.click()
    expect(status).to_have_text(page.locator("[data-zoom]").get_attribute("data-failed"))
    page.locator("[data-zoom-do='close']").click()

    page.unroute("**/info.json")
    opener.click()

    expect(status).to_contain_text("%")
