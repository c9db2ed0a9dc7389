"""Every component in a real browser: nobody kept out, no other host asked, nothing cut off."""

import pytest

from tests.journeys.walking import WIDER_THAN_THE_WINDOW, barriers, open_page

TARGETS = """() => [...document.querySelectorAll("a, button, input, select, textarea, summary")]
  .filter((element) => !element.closest("p, li:not([class]), .picture__caption, .skip-link, label"))
  .filter((element) => element.offsetHeight > 0 && element.offsetHeight < 24)
  .map((element) => `${element.className || element.id} ${element.offsetHeight}`)"""


def _open(visitor, live_server, language="en", **options):
    return open_page(visitor, live_server, f"/{language}/dev/components/", **options)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_components_keep_nobody_out_and_fit_every_window(visitor, live_server, language):
    _context, page, _kept = _open(visitor, live_server, language)

    found = barriers(page, language)
    too_wide = {}
    for width in (320, 768, 1920):
        page.set_viewport_size({"width": width, "height": 800})
        too_wide[width] = page.evaluate(WIDER_THAN_THE_WINDOW)

    assert found == {}
    assert too_wide == {320: 0, 768: 0, 1920: 0}


def test_components_ask_no_other_host_and_set_no_cookie(visitor, live_server):
    context, page, kept = _open(visitor, live_server)

    assert kept.faults(page, context) == {}


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
