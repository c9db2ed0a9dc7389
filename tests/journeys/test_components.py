"""Every component in a real browser: nobody kept out, no other host asked, nothing cut off."""

import pytest

from tests.journeys.axe import axe_violations
from tests.journeys.browser import record

WIDER_THAN_THE_WINDOW = (
    "document.documentElement.scrollWidth - document.documentElement.clientWidth"
)
TARGETS = """() => [...document.querySelectorAll("a, button, input, select, textarea, summary")]
  .filter((element) => !element.closest("p, li:not([class]), .picture__caption, .skip-link, label"))
  .filter((element) => element.offsetHeight > 0 && element.offsetHeight < 24)
  .map((element) => `${element.className || element.id} ${element.offsetHeight}`)"""


def _open(visitor, live_server, language="en", **options):
    context = visitor(**options)
    page = context.new_page()
    kept = record(page, live_server.url)
    page.goto(f"/{language}/dev/components/")
    page.wait_for_load_state("networkidle")
    return context, page, kept


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_components_keep_nobody_out(visitor, live_server, language, width, dark):
    _context, page, _kept = _open(
        visitor, live_server, language, width=width, dark=dark, past_csp=True
    )

    assert axe_violations(page) == []


def test_components_ask_no_other_host_and_set_no_cookie(visitor, live_server):
    context, page, kept = _open(visitor, live_server)

    assert kept.faults(page, context) == {}


@pytest.mark.parametrize("width", [320, 768, 1920])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_components_fit_the_window(visitor, live_server, language, width):
    _context, page, _kept = _open(visitor, live_server, language, width=width)

    assert page.evaluate(WIDER_THAN_THE_WINDOW) == 0


def test_components_fit_the_window_with_text_twice_as_large(visitor, live_server):
    _context, page, _kept = _open(visitor, live_server, "ru", width=1280, past_csp=True)

    page.add_style_tag(content="html { font-size: 200% }")

    assert page.evaluate(WIDER_THAN_THE_WINDOW) == 0


def test_components_can_be_hit_with_a_finger(visitor, live_server):
    _context, page, _kept = _open(visitor, live_server, width=360)

    assert page.evaluate(TARGETS) == []


def test_menu_unfolds_without_script(visitor, live_server):
    _context, page, _kept = _open(visitor, live_server, width=360, script=False)
    films = page.locator(".menu__fold").get_by_role("link", name="Films")

    folded = films.is_visible()
    page.get_by_text("Menu", exact=True).press("Enter")

    assert (folded, films.is_visible()) == (False, True)


def test_escape_folds_the_menu_and_keeps_the_place(visitor, live_server):
    _context, page, _kept = _open(visitor, live_server, width=360)
    summary = page.locator(".menu__summary")

    summary.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")

    assert page.locator(".menu__fold").get_attribute("open") is None
    assert summary.evaluate("summary => summary === document.activeElement")


def test_first_stop_of_the_keyboard_leads_to_the_content(visitor, live_server):
    _context, page, _kept = _open(visitor, live_server)

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "content"
