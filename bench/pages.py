"""Server time and queries of the public pages, with 100 and with 10,000 synthetic photographs.

    python -m bench.pages [--photos N …] [--rounds N]

Each request is a WSGI call of the whole application, all middleware included, in this process; the
database server runs beside it. What a browser and the network add is not in the figures. The
database is made for this run and removed after it. Writes var/bench/pages.json.

"Of processor" is the time this process itself was at work, without the database. The loop that is
timed with every size tells a slow or a busy machine from a slow page: compare the ratios.
"""

import argparse
import io
import os
import statistics
import sys
import time
import timeit
from dataclasses import dataclass, field
from wsgiref.util import setup_testing_defaults

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
django.setup()

from django.core.management import call_command  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.db import connection  # noqa: E402

from bench.database import own_database  # noqa: E402
from bench.reports import write_report  # noqa: E402
from commemoration.home.load_data.photos import SLUGS, accession_of  # noqa: E402
from photos.models import Photo, PhotoText  # noqa: E402
from photos.selectors.listings import PHOTOS_ON_A_PAGE  # noqa: E402

LANGUAGES = ("en", "fr", "nl", "ru")
READING, LIST = 12, 20  # the most queries of a page for reading, and of a list
TARGET = {"median": 60, "p95": 150}  # milliseconds
WITH_TARGET = {"home", "collection, first page", "collection, last page", "photograph"}
WARM_UP = 4


@dataclass
class Kind:
    """One kind of page, under the addresses that are asked for in turn."""

    name: str
    budget: int
    addresses: list[str]
    milliseconds: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    queries: set[int] = field(default_factory=set)
    sizes: list[int] = field(default_factory=list)


def main() -> int:
    options = _options()
    results = []
    with own_database():
        application = get_wsgi_application()
        for photos in options.photos:
            started = time.perf_counter()
            call_command("make_load_data", photos=photos, stdout=io.StringIO())
            call_command("update_index", verbosity=0, stdout=io.StringIO())
            _vacuum()
            made_in = time.perf_counter() - started
            kinds = _kinds(photos)
            _measure(application, kinds, options.rounds)
            results.append(_result(kinds, made_in))
            _print(results[-1])
    _print_ratios(results)
    broken = _broken_promises(results)
    write_report("pages", target_ms=TARGET, results=results, not_kept=broken)
    for line in broken:
        print(f"NOT KEPT: {line}")
    return 1 if broken else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--photos", type=int, nargs="+", default=[100, 10_000])
    parser.add_argument("--rounds", type=int, default=60, help="requests of each kind of page")
    return parser.parse_args()


def _vacuum() -> None:
    """What PostgreSQL does by itself within minutes of a large change."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _kinds(photos: int) -> list[Kind]:
    entrance = "/{language}/embassy/photo-archive/"
    large = f"{entrance}{SLUGS[0]}/"
    listed = Photo.objects.published().filter(collection__slug=SLUGS[0]).count()
    last = -(-listed // PHOTOS_ON_A_PAGE)
    step = max(photos // 20, 1)
    slugs = [accession_of(number).lower() for number in range(1, photos + 1, step)]
    return [
        _kind("home", READING, "/{language}/"),
        _kind("archive entrance", READING, entrance),
        _kind("collection, first page", LIST, large),
        _kind("collection, last page", LIST, f"{large}?page={last}"),
        _kind("photograph", READING, *(f"/{{language}}/photo/{slug}/" for slug in slugs)),
        _kind("search, one found", LIST, "/{language}/search/?q=000077"),
        _kind("search, some found", LIST, "/{language}/search/?q=Photographer+17"),
        _kind("search, all found", LIST, "/{language}/search/?q=synthetic"),
    ]


def _kind(name: str, budget: int, *addresses: str) -> Kind:
    spread = [
        address.format(language=LANGUAGES[(place + turn) % len(LANGUAGES)])
        for turn in range(len(LANGUAGES))
        for place, address in enumerate(addresses)
    ]
    return Kind(name, budget, spread)


def _measure(application, kinds: list[Kind], rounds: int) -> None:
    """All kinds in turn, so that what disturbs the machine disturbs all of them.

    The number of queries may differ between addresses (a search without results needs fewer).
    """
    for place in range(WARM_UP + rounds):
        for kind in kinds:
            address = kind.addresses[place % len(kind.addresses)]
            started, worked = time.perf_counter(), time.process_time()
            body = _ask(application, address)
            if place >= WARM_UP:
                kind.milliseconds.append((time.perf_counter() - started) * 1000)
                kind.processor.append((time.process_time() - worked) * 1000)
                kind.sizes.append(len(body))
    for kind in kinds:
        for address in kind.addresses:
            kind.queries.add(_counted(application, address))


def _counted(application, address: str) -> int:
    asked = []

    def count(execute, sql, *arguments):
        asked.append(sql)
        return execute(sql, *arguments)

    with connection.execute_wrapper(count):
        _ask(application, address)
    return len(asked)


def _ask(application, address: str) -> bytes:
    path, _mark, query = address.partition("?")
    environ = {
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "HTTP_HOST": "localhost",
        "HTTP_ACCEPT_ENCODING": "gzip",
        "REMOTE_ADDR": "127.0.0.1",
    }
    setup_testing_defaults(environ)
    answer = {}

    def start_response(status, headers, exc_info=None):
        answer["status"] = status

    body = application(environ, start_response)
    try:
        content = b"".join(body)
    finally:
        body.close()
    if answer["status"] != "200 OK":
        raise SystemExit(f"{address} answered {answer['status']}")
    return content


def _result(kinds: list[Kind], made_in: float) -> dict:
    return {
        "data": {
            "photos": Photo.objects.count(),
            "texts": PhotoText.objects.count(),
            "database_bytes": _database_bytes(),
            "made_in_seconds": round(made_in, 1),
        },
        "load": round(os.getloadavg()[0], 1),
        "loop_ms": round(_loop(), 1),
        "pages": {
            kind.name: {
                "queries": sorted(kind.queries),
                "budget": kind.budget,
                "median_ms": round(statistics.median(kind.milliseconds), 1),
                "p95_ms": round(statistics.quantiles(kind.milliseconds, n=20)[-1], 1),
                "processor_ms": round(statistics.median(kind.processor), 1),
                "fastest_ms": round(min(kind.milliseconds), 1),
                "gzip_bytes": round(statistics.median(kind.sizes)),
                "requests": len(kind.milliseconds),
            }
            for kind in kinds
        },
    }


def _loop() -> float:
    """Milliseconds for a million additions: how fast this machine is at this moment."""
    return min(timeit.repeat("sum(range(1_000_000))", number=1, repeat=15)) * 1000


def _database_bytes() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        return cursor.fetchone()[0]


def _broken_promises(results: list[dict]) -> list[str]:
    broken = []
    for name, first in results[0]["pages"].items():
        for result in results:
            page, photos = result["pages"][name], result["data"]["photos"]
            if page["queries"] != first["queries"]:
                broken.append(f"{name}: other numbers of queries with {photos} photographs")
            if page["queries"][-1] > page["budget"]:
                broken.append(f"{name}: more than {page['budget']} queries")
            for figure, most in TARGET.items():
                if name in WITH_TARGET and page[f"{figure}_ms"] >= most:
                    broken.append(f"{name}: {figure} under {most} ms with {photos} photographs")
    return broken


def _print(result: dict) -> None:
    data = result["data"]
    print(
        f"Pages with {data['photos']:,} photographs, {data['texts']:,} texts, database of "
        f"{data['database_bytes'] / 1e6:.0f} MB (made in {data['made_in_seconds']:.0f} s)"
    )
    for name, page in result["pages"].items():
        queries = "/".join(str(number) for number in page["queries"])
        print(
            f"  {name:23} {queries:>2} of {page['budget']} queries"
            f"  median {page['median_ms']:6.1f} ms  95% {page['p95_ms']:6.1f} ms"
            f"  fastest {page['fastest_ms']:6.1f} ms"
            f"  {page['processor_ms']:5.1f} ms of processor  {page['gzip_bytes'] / 1024:4.1f} kB"
        )
    print(
        f"  the machine: load {result['load']} on {os.cpu_count()} processors, "
        f"{result['loop_ms']} ms for a million additions"
    )


def _print_ratios(results: list[dict]) -> None:
    few, many = results[0], results[-1]
    machine = many["loop_ms"] / few["loop_ms"]
    print(f"Median with the most photographs to that with the fewest (the machine: {machine:.2f})")
    for name, page in many["pages"].items():
        print(f"  {name:23} {page['median_ms'] / few['pages'][name]['median_ms']:.2f}")


if __name__ == "__main__":
    sys.exit(main())
