"""The Immortal Regiment with many published entries: the wall, its filters, pages of entries.

    python -m bench.regiment [--entries N] [--rounds N]

Each page is asked as in `bench.pages`: the whole application in this process, the database server
beside it. At most 12 queries for every page, and a median under 60 ms. Writes
var/bench/regiment.json.

"Counted anew" is the wall when its counts are older than they are kept, as one request of each
process meets it every half minute; no promise is made of it.
"""

import argparse
import io
import statistics
import sys
import time

from bench.pages import (  # sets Django up
    READING,
    _ask,
    _kind,
    _measure,
    _result,
    _vacuum,
    call_command,
    get_wsgi_application,
    own_database,
    write_report,
)
from commemoration.core.enums import Section
from commemoration.home.load_data.entries import synthetic_entries
from commemoration.home.services.foundation import lay_foundation
from tributes.regiment.models import RegimentPage
from tributes.regiment.selectors.counting import forget_counts

MEDIAN = 60  # the most milliseconds
SLUG = "immortal-regiment"
PAGES_OF_ENTRIES = 20  # asked in turn


def main() -> int:
    options = _options()
    with own_database():
        application = get_wsgi_application()
        started = time.perf_counter()
        plant_walls()
        call_command("make_load_data", entries=options.entries, stdout=io.StringIO())
        _vacuum()
        made_in = time.perf_counter() - started
        kinds = _kinds(options.entries)
        _measure(application, kinds, options.rounds)
        result = _result(kinds, made_in)
        result["data"]["entries"] = synthetic_entries().count()
        result["counted_anew_ms"] = round(_counted_anew(application), 1)
    broken = _broken_promises(result["pages"])
    _print(result)
    write_report("regiment", target_ms=MEDIAN, **result, not_kept=broken)
    for line in broken:
        print(f"NOT KEPT: {line}")
    return 1 if broken else 0


def plant_walls() -> None:
    """The wall in each language, below the page of the cultural centre."""
    for parent in lay_foundation().sections[Section.CENTRE].values():
        page = RegimentPage(title="Immortal Regiment", slug=SLUG, locale=parent.locale)
        type(parent).objects.get(pk=parent.pk).add_child(instance=page)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=40, help="requests of each kind of page")
    return parser.parse_args()


def _kinds(entries: int) -> list:
    wall = f"/{{language}}/centre/{SLUG}/"
    form = synthetic_entries().earliest("pk").named_person.forms.first()
    step = max(entries // PAGES_OF_ENTRIES, 1)
    numbers = list(synthetic_entries().order_by("number").values_list("number", flat=True)[::step])
    return [
        _kind("wall", READING, wall),
        _kind("wall, a page in the middle", READING, f"{wall}?page={entries // 96}"),
        _kind("by a name", READING, f"{wall}?name={form.surname}"),
        _kind("by two words of a name", READING, f"{wall}?name={form.surname}+{form.given_name}"),
        _kind("by beginnings of a name", READING, f"{wall}?name={form.surname[:3]}"),
        _kind("by a rare birthplace", READING, f"{wall}?birthplace=village+077"),
        _kind("by a common birthplace", READING, f"{wall}?birthplace=village"),
        _kind("by fate", READING, f"{wall}?fate=missing"),
        _kind("by any decoration", READING, f"{wall}?decorated=yes"),
        _kind("by a certain decoration", READING, f"{wall}?decoration=Synthetic+decoration+7"),
        _kind("by a link with Belgium", READING, f"{wall}?belgium=yes"),
        _kind("by a kind of link", READING, f"{wall}?belgium=buried"),
        _kind("by town", READING, f"{wall}?town=Synthetic+town+07"),
        _kind("by four of them", READING, f"{wall}?fate=missing&decorated=yes&belgium=no"
              "&birthplace=village"),
        _kind("entry", READING, *(f"/{{language}}/regiment/{number}/" for number in numbers)),
        _kind("procession", READING, "/{language}/regiment/procession/"),
    ]  # fmt: skip


def _counted_anew(application) -> float:
    """The median milliseconds of the wall when nothing is kept of its counts."""
    times = []
    for _turn in range(5):
        forget_counts()
        started = time.perf_counter()
        _ask(application, f"/en/centre/{SLUG}/")
        times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times)


def _broken_promises(pages: dict) -> list[str]:
    broken = [
        f"{name}: more than {page['budget']} queries"
        for name, page in pages.items()
        if page["queries"][-1] > page["budget"]
    ]
    return broken + [
        f"{name}: median under {MEDIAN} ms"
        for name, page in pages.items()
        if page["median_ms"] >= MEDIAN
    ]


def _print(result: dict) -> None:
    data = result["data"]
    print(
        f"The Immortal Regiment with {data['entries']:,} entries, database of "
        f"{data['database_bytes'] / 1e6:.0f} MB (made in {data['made_in_seconds']:.0f} s)"
    )
    for name, page in result["pages"].items():
        queries = "/".join(str(number) for number in page["queries"])
        print(
            f"  {name:28} {queries:>5} of {page['budget']} queries"
            f"  median {page['median_ms']:6.1f} ms  95% {page['p95_ms']:6.1f} ms"
            f"  fastest {page['fastest_ms']:6.1f} ms"
            f"  {page['processor_ms']:5.1f} ms of processor  {page['gzip_bytes'] / 1024:4.1f} kB"
        )
    print(f"  wall, counted anew           median {result['counted_anew_ms']:.1f} ms")
    print(f"  the machine: load {result['load']}, {result['loop_ms']} ms for a million additions")


if __name__ == "__main__":
    sys.exit(main())
