"""A real browser, and a record of what a page does in it."""

import os
import shutil
from dataclasses import dataclass, field
from urllib.parse import urlparse

from playwright.sync_api import BrowserContext, Page, Playwright

NAMES = (
    "chromium-headless-shell",  # draws the same pages for a quarter of the work
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)

# Collects what the page itself can see: refused policies and what moved after it was drawn.
WATCH = """
window.__violations = [];
window.__shift = 0;
document.addEventListener("securitypolicyviolation", (event) =>
  window.__violations.push(`${event.violatedDirective} ${event.blockedURI}`));
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.__shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""


class BrowserMissingError(RuntimeError):
    """Raised instead of skipping: a journey without a browser proves nothing."""


def browser_path() -> str:
    """The path of the system's Chromium; `BROWSER_PATH` names another."""
    found = os.environ.get("BROWSER_PATH") or next(filter(None, map(shutil.which, NAMES)), None)
    if not found:
        raise BrowserMissingError(
            "The browser tests need Chromium: install the package `chromium`, or set BROWSER_PATH."
        )
    return found


def launch(playwright: Playwright):
    """A headless browser that asks nobody on the network for anything of its own."""
    flags = ["--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    if os.geteuid() == 0:
        flags.append("--no-sandbox")
    return playwright.chromium.launch(executable_path=browser_path(), args=flags)


@dataclass
class Record:
    """What one page did: requests by host, refused policies, errors, bytes by kind."""

    host: str
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    bytes_by_kind: dict[str, int] = field(default_factory=dict)

    def faults(self, page: Page, context: BrowserContext) -> dict[str, object]:
        """Everything that must be empty on a page that a visitor reads."""
        found = {
            "foreign requests": self.foreign,
            "policy violations": page.evaluate("window.__violations"),
            "errors": self.errors,
            "cookies": [cookie["name"] for cookie in context.cookies()],
            # A twentieth of what counts as good: a font that comes late may move one line's end.
            "layout shift": round(page.evaluate("window.__shift"), 2),
        }
        return {name: value for name, value in found.items() if value}


def record(page: Page, base_url: str) -> Record:
    """Start recording what `page` does; its own site is `base_url`."""
    kept = Record(host=urlparse(base_url).netloc)
    kinds: dict[str, str] = {}

    def on_request(request):
        url = urlparse(request.url)
        if url.scheme not in {"data", "blob", "about"} and url.netloc != kept.host:
            kept.foreign.append(request.url)

    def on_console(message):
        if message.type == "error":
            kept.errors.append(message.text)

    def on_finished(event):
        kind = kinds.get(event["requestId"], "Other")
        size = int(event["encodedDataLength"])
        kept.bytes_by_kind[kind] = kept.bytes_by_kind.get(kind, 0) + size

    page.add_init_script(WATCH)
    page.on("request", on_request)
    page.on("console", on_console)
    page.on("pageerror", lambda error: kept.errors.append(str(error)))
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    network.on(
        "Network.responseReceived",
        lambda event: kinds.update({event["requestId"]: event["type"]}),
    )
    network.on("Network.loadingFinished", on_finished)
    return kept
