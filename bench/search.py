"""Finding photographs: the page with filters and facets, and the search in the database.

    python -m bench.search [--photos N] [--rounds N]

The page is asked as in `bench.pages`: the whole application in this process, the database server
beside it. Times in the database are what `EXPLAIN (ANALYZE, TIMING OFF)` says of the statement
behind the site's search: planning and execution, the median of several. Writes
var/bench/search.json.

Facets are counted by what each process keeps of the archive while nothing changes there. "After a
change" is the first request after a photograph has been given another event: it makes that anew.
"""

import argparse
import io
import json
import statistics
import sys
import time

from bench.pages import (  # sets Django up
    LIST,
    _ask,
    _kind,
    _measure,
    _result,
    _vacuum,
    call_command,
    connection,
    get_wsgi_application,
    own_database,
    write_report,
)
from commemoration.home.load_data.photos import accession_of
from photos.models import Photo
from photos.selectors.finding import best_answers
from photos.selectors.words import wanted_words

PAGE_MEDIAN, IN_DATABASE = 100, 50  # the most milliseconds
SHOWN = 24
EXPLAINS = 15
QUESTIONS = {
    "everything": "",
    "a rare word": "?q=000077",
    "a common word": "?q=poplars",
    "a word of every record": "?q=synthetic",
    "two facets": "?rights=InC&place=Synthetic+Mill",
    "word, period and facets": "?q=poplars&from=1943&to=1945&rights=InC&rights=UND&caption=ru",
    "all of a long facet": "?all=person",
    "a page far on, by date": "?sort=date&page=100",
}


def main() -> int:
    options = _options()
    with own_database():
        application = get_wsgi_application()
        call_command("make_load_data", photos=options.photos, stdout=io.StringIO())
        _vacuum()
        kinds = [_kind(name, LIST, f"/{{language}}/photos/{q}") for name, q in QUESTIONS.items()]
        listed = accession_of(min(77, options.photos)).lower()
        for name, query in (("word", "q%3Dsynthetic"), ("facet", "rights%3DInC%26rights%3DUND")):
            address = f"/{{language}}/photo/{listed}/?list={query}"
            kinds.append(_kind(f"photograph of a list ({name})", LIST, address))
        _measure(application, kinds, options.rounds)
        result = _result(kinds, made_in=0)
        result["after_a_change_ms"] = round(_after_changes(application, options.rounds), 1)
        words = ("000077", "poplars", "synthetic", "erson 077")
        in_database = {word: _in_database(word) for word in words}
    broken = _broken_promises(result["pages"], in_database)
    _print(result, in_database)
    write_report("search", **result, in_database=in_database, not_kept=broken)
    for line in broken:
        print(f"NOT KEPT: {line}")
    return 1 if broken else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--photos", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=40, help="requests of each kind of page")
    return parser.parse_args()


def _after_changes(application, rounds: int) -> float:
    """The median milliseconds of the unfiltered page, each time after a photograph has changed."""
    times = []
    for turn in range(rounds):
        Photo.objects.filter(accession=accession_of(1)).update(event=f"Synthetic event {turn % 2}")
        started = time.perf_counter()
        _ask(application, "/en/photos/")
        times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times)


def _in_database(word: str) -> dict:
    """How many photographs answer a word, and the milliseconds that the database needs."""
    words = wanted_words(word)
    _ids, total = best_answers(words, SHOWN)
    times = [_explained(words) for _each in range(EXPLAINS)]
    return {"answers": total, "median_ms": round(statistics.median(times), 1)}


def _explained(words) -> float:
    plans = []

    def explain(execute, sql, params, many, context):
        asked = execute(f"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) {sql}", params, many, context)
        plan = context["cursor"].fetchone()[0]
        plans.append(plan if isinstance(plan, list) else json.loads(plan))
        execute(sql, params, many, context)
        return asked

    with connection.execute_wrapper(explain):
        best_answers(words, SHOWN)
    ((plan,),) = plans
    return plan["Planning Time"] + plan["Execution Time"]


def _broken_promises(pages: dict, in_database: dict) -> list[str]:
    broken = [
        f"{name}: more than {page['budget']} queries"
        for name, page in pages.items()
        if page["queries"][-1] > page["budget"]
    ]
    broken += [
        f"{name}: median under {PAGE_MEDIAN} ms"
        for name, page in pages.items()
        if page["median_ms"] >= PAGE_MEDIAN
    ]
    return broken + [
        f"“{word}” in the database under {IN_DATABASE} ms"
        for word, figures in in_database.items()
        if figures["median_ms"] >= IN_DATABASE
    ]


def _print(result: dict, in_database: dict) -> None:
    data = result["data"]
    print(f"Finding among {data['photos']:,} photographs with {data['texts']:,} texts")
    for name, page in result["pages"].items():
        queries = "/".join(str(number) for number in page["queries"])
        print(
            f"  {name:28} {queries:>3} of {page['budget']} queries"
            f"  median {page['median_ms']:6.1f} ms  95% {page['p95_ms']:6.1f} ms"
            f"  {page['gzip_bytes'] / 1024:5.1f} kB"
        )
    print(f"  everything, after a change    median {result['after_a_change_ms']:6.1f} ms")
    for word, figures in in_database.items():
        print(
            f"  in the database “{word}”: {figures['answers']:,} answers"
            f" in {figures['median_ms']} ms"
        )
    print(f"  the machine: load {result['load']}, {result['loop_ms']} ms for a million additions")


if __name__ == "__main__":
    sys.exit(main())
