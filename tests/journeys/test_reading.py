"""A visitor's way through the site: by keyboard, without script, in every language and width."""

import functools
import io

import pytest

from commemoration.core.enums import Section
from photos.models import ArchiveImage
from photos.services.pictures import read_picture
from photos.services.records import withdraw_photo
from tests.factories.pages import LANGUAGES, build_site, standard_page, translation
from tests.factories.photos import CollectionFactory, PhotoFactory, archive_page, collection_page
from tests.factories.pictures import foliage
from tests.journeys.walking import barriers, follow, open_page

TEXTS = {
    "en": {"title": "Birch wood", "caption": "A wood in winter.", "alt_text": "White trunks."},
    "ru": {"title": "Берёзовая роща", "caption": "Лес зимой.", "alt_text": "Белые стволы."},
}
PHOTOS = 12
COLLECTION = "/embassy/photo-archive/specimens/"
READING = [
    "/",
    "/embassy/",
    "/imprint/",
    "/embassy/photo-archive/",
    COLLECTION,
    "/photo/sp-0001/",
    "/photos/",
    "/photos/?q=wood&rights=NKC&from=1940",
    "/photos/?place=Nowhere&to=abc",
    "/photo/sp-0001/?list=q%3Dwood",
    "/search/?q=wood",
    "/search/?q=nothing+of+the+kind",
]
OTHERS = ["/feedback/", "/nowhere/", f"/photo/sp-{PHOTOS + 1:04d}/"]


@pytest.fixture
def archive(transactional_db):
    """A site with one collection; its texts are English and Russian, its last photo withdrawn."""
    site = build_site()
    imprint = standard_page(site.homes["en"])
    collection = CollectionFactory(slug="specimens")
    for number in range(1, PHOTOS + 2):
        photo = PhotoFactory(
            accession=f"SP-{number:04d}",
            image=_scan(),
            collection=collection,
            date="1944-09~",
            texts=TEXTS,
            published=True,
        )
    withdraw_photo(photo, reason="A test of its address")
    entrance = archive_page(site.sections[Section.EMBASSY]["en"])
    page = collection_page(entrance, collection)
    for language in LANGUAGES[1:]:
        for each in (imprint, entrance, page):
            translation(type(each).objects.get(pk=each.pk), language, f"{each.title} ({language})")
    return site


def _scan() -> ArchiveImage:
    image = ArchiveImage(title="A scan")
    image.pending = _pending_scan()
    image.save()
    return image


@functools.cache
def _pending_scan():
    """As large in bytes as a scan of a wood is, since an even surface weighs nothing."""
    return read_picture(io.BytesIO(foliage(960, 720)), "scan.jpg")


def test_keyboard_alone_leads_from_home_to_a_photograph_in_another_language(
    archive, visitor, live_server
):
    _context, page, _kept = open_page(visitor, live_server, "/en/")

    follow(page, "/embassy/photo-archive/specimens/")
    follow(page, "/en/photo/sp-0001/")
    english = page.locator("h1").inner_text()
    follow(page, "/ru/photo/sp-0001/")

    assert english == "Birch wood"
    assert page.locator("h1").inner_text() == "Берёзовая роща"
    assert "около сентября 1944 года" in page.locator("main").inner_text()


def test_everything_can_be_reached_without_script(archive, visitor, live_server):
    context = visitor(script=False)
    page = context.new_page()
    page.goto("/en/")

    page.locator("main a[href$='/specimens/']").first.click()
    page.locator("main a[href$='/en/photo/sp-0002/']").first.click()
    shown = page.locator("h1").inner_text()
    page.locator("a[rel=next]").first.click()

    assert shown == "Birch wood"
    assert page.url.endswith("/en/photo/sp-0003/")


@pytest.mark.parametrize(("looked_at", "other"), [("en", "fr"), ("ru", "nl")])
def test_pages_ask_nobody_else_keep_no_cookie_do_not_move_and_keep_nobody_out(
    archive, visitor, live_server, looked_at, other
):
    """Of the languages, two have all the letters that there are: their pages are looked at."""
    found = {}
    for path in [f"/{language}{path}" for language in (looked_at, other) for path in READING]:
        context, page, kept = open_page(visitor, live_server, path)
        if faults := kept.faults(page, context):
            found[path] = faults
        if path.startswith(f"/{looked_at}/"):
            found |= barriers(page, path)
        context.close()
    for path in OTHERS:
        page = visitor().new_page()
        page.goto(f"/{looked_at}{path}")
        found |= barriers(page, path)

    assert found == {}


def test_form_keeps_one_cookie_that_guards_it(visitor, live_server):
    context, page, kept = open_page(visitor, live_server, "/en/feedback/")

    assert kept.faults(page, context) == {"cookies": ["csrftoken"]}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_first_view_of_the_home_page_is_light(archive, visitor, live_server, language):
    _context, _page, kept = open_page(visitor, live_server, f"/{language}/", width=360)

    beside_pictures = sum(size for kind, size in kept.bytes_by_kind.items() if kind != "Image")
    assert set(kept.bytes_by_kind) >= {"Document", "Stylesheet", "Font", "Image"}
    assert beside_pictures <= 120_000


def test_first_screen_of_a_list_fetches_few_pictures(archive, visitor, live_server):
    _context, page, kept = open_page(visitor, live_server, f"/en{COLLECTION}", width=360, density=2)

    assert page.locator("main picture").count() == PHOTOS
    assert 0 < kept.bytes_by_kind["Image"] <= 300_000
