"""How the browser tests walk: open a page, press Tab, follow a link, look who is kept out."""

import pytest

from tests.journeys.axe import COLOURS, RULES, axe_violations
from tests.journeys.browser import record

FOCUSED_MARK = "document.activeElement.classList.contains('map-mark')"
WIDER_THAN_THE_WINDOW = (
    "document.documentElement.scrollWidth - document.documentElement.clientWidth"
)


def open_page(visitor, live_server, path, **options):
    context = visitor(**options)
    page = context.new_page()
    kept = record(page, live_server.url)
    page.goto(path, wait_until="networkidle")
    return context, page, kept


def tab_to(page, address_end):
    """Press Tab until the focus is on a visible link whose address ends so; fails after 60."""
    for _ in range(60):
        page.keyboard.press("Tab")
        href = page.evaluate("document.activeElement.getAttribute('href') || ''")
        if href.endswith(address_end):
            return
    pytest.fail(f"No Tab leads to a link that ends with {address_end}")


def tab_to_field(page, name: str) -> None:
    """Press Tab until the field of this id has the focus; fails after 60."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == name:
            return
    pytest.fail(f"No Tab leads to the field {name}")


def tab_to_mark(page, name: str) -> None:
    """Press Tab until a mark of the map whose name has this in it has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        label = page.evaluate("document.activeElement.getAttribute('aria-label') || ''")
        if page.evaluate(FOCUSED_MARK) and name in label:
            return
    pytest.fail(f"No Tab leads to a mark named {name}")


def follow(page, address_end):
    tab_to(page, address_end)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def barriers(page, path):
    """What of an open page keeps somebody out, in both widths and colours.

    Darkness changes colours alone, so only the rules about colours are asked again, and in one
    width: the other one has the same colours.
    """
    found = {}
    for width, colours, rules in (
        (360, "light", RULES),
        (1280, "light", RULES),
        (1280, "dark", COLOURS),
    ):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=colours)
        if page.evaluate(WIDER_THAN_THE_WINDOW):
            found[f"{path} is wider than the window"] = width
        if violations := axe_violations(page, rules=rules):
            found[f"{path} {width} {colours}"] = violations
    return found
