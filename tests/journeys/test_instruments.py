"""The instruments of the browser tests find what they are there to find."""

import pytest

from tests.journeys.axe import COLOURS, axe_violations
from tests.journeys.browser import BrowserMissingError, browser_path, record

GOOD = (
    "<!doctype html><html lang='en'><title>Good</title><main><h1>Good</h1><p>Text</p></main></html>"
)


def _serve(context, html, headers=None):
    context.route(
        "**/made-up/",
        lambda route: route.fulfill(body=html, content_type="text/html", headers=headers or {}),
    )


def _open(visitor, live_server, html, headers=None, **options):
    context = visitor(**options)
    _serve(context, html, headers)
    page = context.new_page()
    kept = record(page, live_server.url)
    page.goto("/made-up/")
    page.wait_for_load_state("networkidle")
    return context, page, kept


def test_axe_finds_a_picture_without_description(visitor, live_server):
    html = GOOD.replace("<p>Text</p>", "<img src='/none.png'>")
    _context, page, _kept = _open(visitor, live_server, html, past_csp=True)

    assert [line.split(":")[0] for line in axe_violations(page)] == ["image-alt"]


def test_axe_finds_colours_that_darkness_alone_spoils(visitor, live_server):
    grey_on_black = "@media (prefers-color-scheme: dark) { body { background: #000; color: #333 } }"
    html = GOOD.replace("<main>", f"<style>{grey_on_black}</style><main>")
    _context, page, _kept = _open(visitor, live_server, html)

    light = axe_violations(page, rules=COLOURS)
    page.emulate_media(color_scheme="dark")
    dark = {line.split(":")[0] for line in axe_violations(page, rules=COLOURS)}

    assert (light, dark) == ([], {"color-contrast"})


def test_axe_finds_nothing_on_a_good_page(visitor, live_server):
    _context, page, _kept = _open(visitor, live_server, GOOD, past_csp=True)

    assert axe_violations(page) == []


def test_record_finds_nothing_on_a_good_page(visitor, live_server):
    context, page, kept = _open(visitor, live_server, GOOD)

    faults = kept.faults(page, context)
    faults.pop("errors", None)  # the browser asks for /favicon.ico, which this page does not have
    assert faults == {}


def test_record_finds_a_request_to_another_host(visitor, live_server):
    html = GOOD.replace("Text", "<img alt='' src='http://127.0.0.1:9/pixel.png'>")
    context, page, kept = _open(visitor, live_server, html)

    assert kept.faults(page, context)["foreign requests"] == ["http://127.0.0.1:9/pixel.png"]


def test_record_finds_a_refused_inline_style(visitor, live_server):
    html = GOOD.replace("<p>", "<p style='color: red'>")
    headers = {"Content-Security-Policy": "default-src 'none'"}
    context, page, kept = _open(visitor, live_server, html, headers)

    assert kept.faults(page, context)["policy violations"] == ["style-src-attr inline"]


def test_record_finds_a_cookie(visitor, live_server):
    context, page, kept = _open(visitor, live_server, GOOD, {"Set-Cookie": "trace=1; Path=/"})

    assert kept.faults(page, context)["cookies"] == ["trace"]


def test_record_finds_what_moves(visitor, live_server):
    late = (
        "<script>setTimeout(() => document.body.prepend(Object.assign("
        "document.createElement('div'), {textContent: 'late', style: 'height:300px'}"
        ")), 300)</script>"
    )
    context, page, kept = _open(visitor, live_server, GOOD.replace("</main>", f"</main>{late}"))
    page.wait_for_timeout(800)

    assert kept.faults(page, context)["layout shift"] > 0.05


def test_missing_browser_is_said_not_skipped(monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("BROWSER_PATH", raising=False)

    with pytest.raises(BrowserMissingError, match="install the package"):
        browser_path()
