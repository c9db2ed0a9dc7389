"""Fixtures of the browser tests: one browser for each worker, one context for each visitor."""

import os
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect, sync_playwright

from tests.journeys import browser as browsers

# Playwright's synchronous interface runs an event loop in this thread; Django would refuse queries.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
PATIENCE = 30_000  # milliseconds; a busy machine is slow, not wrong
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        started = browsers.launch(playwright)
        yield started
        started.close()


@pytest.fixture
def visitor(browser, live_server) -> Callable[..., BrowserContext]:
    """Makes a browser context: width in CSS pixels, density in screen pixels for each."""
    contexts = []

    def make(
        *,
        width=1280,
        height=800,
        density=1,
        dark=False,
        language="en",
        script=True,
        past_csp=False,
    ):
        context = browser.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": height},
            device_scale_factor=density,
            color_scheme="dark" if dark else "light",
            locale=language,
            java_script_enabled=script,
            bypass_csp=past_csp,
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        return context

    yield make
    for context in contexts:
        context.close()
