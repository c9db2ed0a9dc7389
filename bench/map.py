"""The map of burial sites in a real browser, beside leaflet.markercluster with the same points.

    python -m bench.map [--sites N …] [--rounds N]

Synthetic sites on a database of their own, scattered around the towns of Belgium. Each round opens
three pages in turn, in an empty cache: the map alone (the scripts of the site, without a list), a
bare page with Leaflet and markercluster that fetches the same points when Leaflet is there, as its
own examples do, and the page of the site itself, where a pointer moves as soon as it is loaded.
No page has ground when the time stops; the map of the site then draws its own. Time runs from the
start of the navigation until the first clusters can be pressed; the longest block is the longest
task of the page's thread (browsers tell of those from 50 milliseconds on). Server, browser and
database share the processors: a busy machine stretches every block, so compare with plain
markercluster of the same run. Medians. Writes var/bench/map.json.
"""

import argparse
import os
import random
import statistics
import sys
import threading

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # the browser's driver runs a loop in this thread
django.setup()

from django.core.servers.basehttp import ThreadedWSGIServer  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.test.testcases import QuietWSGIRequestHandler  # noqa: E402
from django.utils import timezone  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

from bench.database import own_database  # noqa: E402
from bench.map_pages import pages  # noqa: E402
from bench.reports import write_report  # noqa: E402
from commemoration.core.basemap.gazetteer import known_positions  # noqa: E402
from commemoration.core.enums import Section  # noqa: E402
from tests.factories.graves import grave_map_page  # noqa: E402
from tests.factories.pages import build_site  # noqa: E402
from tests.journeys.browser import launch, record  # noqa: E402
from tributes.graves.enums import Province, SiteKind  # noqa: E402
from tributes.graves.models import BurialSite  # noqa: E402
from tributes.graves.models.positions import EAST, NORTH, SOUTH, WEST  # noqa: E402

SITES = (10_000, 100_000)
ROUNDS = 5
SCATTER = 0.06  # degrees: how far from a town, as a standard deviation
SHARE, BLOCK, LATEST = 0.5, 50, 3_000  # aims: of markercluster's time with 10,000; ms; ms
WATCH = """
window.__longest = 0;
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) {
    window.__longest = Math.max(window.__longest, duration);
  }
}).observe({ type: "longtask", buffered: true });
"""
USABLE = "performance.getEntriesByName('map-usable')[0]?.startTime"
MINE, PLAIN, WHOLE = "the map alone", "plain markercluster", "the page of the site"


def main() -> int:
    options = _options()
    results = {}
    with own_database():
        grave_map_page(build_site().sections[Section.EMBASSY]["en"])
        for number in options.sites:
            _make_sites(number)
            results[number] = _measure(options.rounds)
            _print(number, results[number])
    broken = _broken_promises(results)
    for line in broken:
        print(f"NOT KEPT: {line}")
    write_report("map", rounds=options.rounds, sites=results, not_kept=broken)
    return 1 if broken else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sites", type=int, nargs="+", default=SITES)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    return parser.parse_args()


def _make_sites(number: int) -> None:
    """So many public sites in all; the same at every run."""
    chance = random.Random(number)
    towns = sorted(known_positions())
    now = timezone.now()
    present = BurialSite.objects.count()
    BurialSite.objects.bulk_create(
        (
            BurialSite(
                slug=f"synthetic-{i}",
                kind=chance.choice(SiteKind.values),
                commune=f"Synthetic commune {chance.randrange(581)}",
                province=chance.choice(Province.values),
                latitude=_near(chance, town[0], SOUTH, NORTH),
                longitude=_near(chance, town[1], WEST, EAST),
                precision="grave",
                live=True,
                first_published_at=now,
            )
            for i in range(present, number)
            for town in [chance.choice(towns)]
        ),
        batch_size=2_000,
    )


def _near(chance: random.Random, degrees: float, least, most) -> float:
    return round(min(max(chance.gauss(degrees, SCATTER), float(least)), float(most)), 5)


def _measure(rounds: int) -> dict:
    application = get_wsgi_application()
    own = pages()

    def answer(environ, start_response):
        if page := own.get(environ["PATH_INFO"]):
            start_response("200 OK", [("Content-Type", page.kind)])
            return [page.content]
        return application(environ, start_response)

    addresses = {MINE: "/bench/map", PLAIN: "/bench/plain", WHOLE: "/en/embassy/graves/"}
    found = {name: [] for name in addresses}
    with (
        ThreadedWSGIServer(("127.0.0.1", 0), QuietWSGIRequestHandler) as server,
        sync_playwright() as playwright,
    ):
        server.set_app(answer)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = launch(playwright)
        for number in range(rounds + 1):
            for name, address in addresses.items():
                one = _open(browser, f"http://localhost:{server.server_port}", address)
                if number:  # the first round fills the caches of the server
                    found[name].append(one)
        browser.close()
        server.shutdown()
    return {name: _medians(each) for name, each in found.items()}


def _open(browser, base_url: str, address: str) -> dict:
    context = browser.new_context(base_url=base_url, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.add_init_script(WATCH)
    kept = record(page, base_url)
    points = []
    page.on("requestfinished", lambda request: points.append(request))
    page.goto(address)
    page.mouse.move(9, 9)  # the page of the site waits for somebody
    page.wait_for_function(f"() => {USABLE} !== undefined", timeout=120_000)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)  # the outline, and what a block would still hold back
    fetched = [each for each in points if "points.json" in each.url]
    found = {
        "usable_ms": page.evaluate(USABLE),
        "longest_block_ms": page.evaluate("window.__longest"),
        "points_bytes": fetched[0].sizes()["responseBodySize"],
        "all_bytes": sum(kept.bytes_by_kind.values()),
        "points_ms": fetched[0].timing["responseEnd"] - fetched[0].timing["requestStart"],
    }
    if kept.errors:
        raise SystemExit(f"{address}: {kept.errors}")
    context.close()
    return found


def _medians(rounds: list[dict]) -> dict:
    return {key: round(statistics.median(each[key] for each in rounds)) for key in rounds[0]}


def _print(number: int, result: dict) -> None:
    print(f"The map with {number:,} synthetic sites")
    for name, each in result.items():
        print(
            f"  {name:22} usable after {each['usable_ms']:5} ms, longest block "
            f"{each['longest_block_ms'] or '<50':>5} ms, "
            f"points {each['points_bytes'] / 1000:6.1f} kB in {each['points_ms']} ms, "
            f"all {each['all_bytes'] / 1000:6.1f} kB"
        )


def _broken_promises(results: dict) -> list[str]:
    broken = []
    for number, result in results.items():
        mine, plain = result[MINE], result[PLAIN]
        if number <= SITES[0] and mine["usable_ms"] > SHARE * plain["usable_ms"]:
            broken.append(f"{number:,} sites in {SHARE:.0%} of markercluster's time")
        if mine["longest_block_ms"] > BLOCK:
            broken.append(f"{number:,} sites: no block over {BLOCK} ms")
        if mine["usable_ms"] > LATEST:
            broken.append(f"{number:,} sites usable in {LATEST / 1000:.0f} s")
    return broken


if __name__ == "__main__":
    sys.exit(main())
