"""What a phone fetches for a first view, in a real browser: bytes as they travel, by kind.

    python -m bench.weight

An empty cache, a screen 360 pixels wide with two screen pixels for each, 100 synthetic photographs
on a database of their own. Writes var/bench/weight.json.
"""

import io
import os
import sys
import threading

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # the browser's driver runs a loop in this thread
django.setup()

from django.core.management import call_command  # noqa: E402
from django.core.servers.basehttp import ThreadedWSGIServer  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.test.testcases import QuietWSGIRequestHandler  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

from bench.database import own_database  # noqa: E402
from bench.reports import write_report  # noqa: E402
from commemoration.home.load_data.photos import SLUGS  # noqa: E402
from tests.journeys.browser import launch, record  # noqa: E402

PHOTOS = 100
SCREEN = {"viewport": {"width": 360, "height": 800}, "device_scale_factor": 2}
FIRST_VIEW, LIST_PICTURES = 120_000, 300_000  # bytes
LIST = f"/embassy/photo-archive/{SLUGS[0]}/"


def main() -> int:
    with own_database():
        call_command("make_load_data", photos=PHOTOS, stdout=io.StringIO())
        with ThreadedWSGIServer(("127.0.0.1", 0), QuietWSGIRequestHandler) as server:
            server.set_app(get_wsgi_application())
            threading.Thread(target=server.serve_forever, daemon=True).start()
            views = _weigh(f"http://localhost:{server.server_port}")
            server.shutdown()
    broken = []
    print(f"First views at 360 pixels with {PHOTOS} photographs, kB as they travel")
    for address, kinds in views.items():
        pictures = kinds.get("Image", 0)
        beside = sum(kinds.values()) - pictures
        print(f"  {address:40} {beside / 1000:6.1f} and {pictures / 1000:6.1f} of pictures")
        if beside > FIRST_VIEW:
            broken.append(f"{address}: at most {FIRST_VIEW / 1000:.0f} kB beside pictures")
        if address.endswith(LIST) and pictures > LIST_PICTURES:
            broken.append(f"{address}: at most {LIST_PICTURES / 1000:.0f} kB of pictures")
    for line in broken:
        print(f"NOT KEPT: {line}")
    write_report("weight", photos=PHOTOS, screen=SCREEN, views=views, not_kept=broken)
    return 1 if broken else 0


def _weigh(base_url: str) -> dict[str, dict[str, int]]:
    views = {}
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for address in ("/en/", "/ru/", f"/en{LIST}", f"/ru{LIST}"):
            context = browser.new_context(base_url=base_url, **SCREEN)
            page = context.new_page()
            kept = record(page, base_url)
            page.goto(address, wait_until="networkidle")
            views[address] = kept.bytes_by_kind
            context.close()
        browser.close()
    return views


if __name__ == "__main__":
    sys.exit(main())
