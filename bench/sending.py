"""Submissions that come in while pages are read: one server, one worker, as production runs them.

    python -m bench.sending [--seconds N] [--sent N] [--read N] [--entries N]

Every second `--sent` drafts are finished and sent (the last page saved, then the consent: two
requests), and `--read` pages of the Immortal Regiment are read. Nothing waits for an answer before
the next request is due, and times are counted from when it was due: a server that falls behind is
seen. Promised: no answer but those that are meant, the 95th percentile of the pages under 300 ms,
and processes that grow by no more than a tenth.

The client, the server, the worker and the database share this machine, which takes part of its
processors from the server. Writes var/bench/sending.json.
"""

import argparse
import io
import os
import statistics
import sys

from django.db import transaction
from django.utils import timezone
from django.utils.http import urlencode

from bench.pages import call_command, connection, own_database  # sets Django up
from bench.regiment import SLUG, plant_walls
from bench.reports import write_report
from bench.traffic import Asked, Traffic, memory_of, servers
from commemoration.home.load_data.entries import synthetic_entries
from commemoration.submissions.enums import Actor, Reason, SubmissionState
from commemoration.submissions.links import sign_pass
from commemoration.submissions.models import Contact, Submission, SubmissionEvent, SubmittedWords
from tributes.regiment.enums import KIND, Scope

P95 = 300  # milliseconds
MOST_GROWTH = 1.1
WARM_UP = 10  # seconds that are not counted
TOKEN = "x" * 32
STEPS = {
    "who": {"surname": ["Synthetic"], "given_name": ["Example"], "relation": ["grandchild"]},
    "life": {"birth_how": ["unknown"], "death_how": ["unknown"], "living": ["no"]},
    "service": {"fate": ["missing"]},
    "story": {"story": ["Synthetic story (example). " * 60]},
    "sender": {},
}


def main() -> int:
    options = _options()
    with own_database():
        plant_walls()
        call_command("make_load_data", entries=options.entries, stdout=io.StringIO())
        seconds = WARM_UP + options.seconds
        drafts = make_drafts(seconds * options.sent)
        reads = _reads(seconds * options.read)
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
        name = connection.settings_dict["NAME"]
        connection.close()
        with servers(name) as (port, processes):
            traffic = Traffic(port, starts_in=2)
            traffic.add(reads, every=1 / options.read)
            traffic.add(_finished(drafts), every=1 / (2 * options.sent))
            traffic.run(until=WARM_UP)
            before = memory_of(processes)
            traffic.run(until=seconds)
            after = memory_of(processes)
        result = _result(traffic, options, before, after)
        result["waiting"] = Submission.objects.filter(state=SubmissionState.WAITING).count()
        result["drafts"] = len(drafts)
    broken = _broken(result)
    _print(result)
    write_report("sending", **result, not_kept=broken)
    for line in broken:
        print(f"NOT KEPT: {line}")
    return 1 if broken else 0


@transaction.atomic
def _make_drafts(numbers: range) -> list[Submission]:
    now = timezone.now()
    drafts = Submission.objects.bulk_create(
        Submission(kind=KIND, language="ru", state_since=now, begun_at=now) for _each in numbers
    )
    SubmissionEvent.objects.bulk_create(
        SubmissionEvent(
            submission=draft.key,
            to_state=SubmissionState.DRAFT,
            reason=Reason.BEGUN,
            actor=Actor.SENDER,
            at=now,
        )
        for draft in drafts
    )
    Contact.objects.bulk_create(
        Contact(submission=draft, email=f"sender{number}@example.org", confirmed_at=now)
        for number, draft in zip(numbers, drafts, strict=True)
    )
    steps = {slug: {"version": 1, "fields": fields} for slug, fields in STEPS.items()}
    SubmittedWords.objects.bulk_create(
        SubmittedWords(submission=draft, steps=steps, saved_at=now) for draft in drafts
    )
    return drafts


def make_drafts(total: int) -> list[Submission]:
    """Drafts that lack nothing but being sent, of senders whose address is confirmed."""
    return [
        draft
        for first in range(0, total, 1000)
        for draft in _make_drafts(range(first, min(first + 1000, total)))
    ]


def _finished(drafts: list[Submission]) -> list[Asked]:
    asked = []
    for draft in drafts:
        path = f"/ru/my/{draft.handle}"
        cookies = f"my-ru={sign_pass(draft)}; csrftoken={TOKEN}"
        told = {"csrfmiddlewaretoken": TOKEN, "version": "1", "sender_name": "Example"}
        agreed = {"csrfmiddlewaretoken": TOKEN, "name": "Example", "scopes": Scope.PAGE.value}
        for page, body in (("step/sender", told), ("send", agreed)):
            asked.append(Asked("sending", f"{path}/{page}/", 302, urlencode(body), cookies))
    return asked


def _reads(number: int) -> list[Asked]:
    entries = list(synthetic_entries().values_list("number", flat=True)[:200])
    wall = f"/ru/centre/{SLUG}/"
    pages = [
        *("/ru/", wall, f"{wall}?page=3", f"{wall}?fate=missing", f"{wall}?birthplace=077"),
        *(f"/ru/regiment/{entry}/" for entry in entries[:5]),
    ]
    return [Asked("reading", pages[place % len(pages)]) for place in range(number)]


def _result(traffic: Traffic, options, before: dict, after: dict) -> dict:
    counted = [each for each in traffic.answers if each.due >= WARM_UP]
    result = {
        "seconds": options.seconds,
        "entries": options.entries,
        "load": round(os.getloadavg()[0], 1),
        "memory_before_mb": before,
        "memory_after_mb": after,
        "wrong": sorted({f"{each.kind}: {each.status}" for each in counted if each.is_wrong}),
    }
    for kind in ("reading", "sending"):
        times = [each.milliseconds for each in counted if each.kind == kind]
        result[kind] = {
            "requests": len(times),
            "wrong": sum(each.is_wrong for each in counted if each.kind == kind),
            "median_ms": round(statistics.median(times), 1),
            "p95_ms": round(statistics.quantiles(times, n=20)[-1], 1),
            "longest_ms": round(max(times), 1),
        }
    return result


def _broken(result: dict) -> list[str]:
    broken = [f"a wrong answer: {each}" for each in result["wrong"]]
    if result["waiting"] != result["drafts"]:
        broken.append(f"{result['waiting']} of {result['drafts']} submissions were accepted")
    if result["reading"]["p95_ms"] >= P95:
        broken.append(f"reading: 95th percentile under {P95} ms")
    for name, before in result["memory_before_mb"].items():
        if result["memory_after_mb"].get(name, 0) > before * MOST_GROWTH:
            broken.append(f"memory of {name} grew by more than a tenth")
    return broken


def _print(result: dict) -> None:
    print(
        f"{result['waiting']} of {result['drafts']} submissions accepted in {result['seconds']} s "
        f"beside {result['reading']['requests']} pages; {result['entries']:,} entries on the wall; "
        f"load {result['load']} on {os.cpu_count()} processors"
    )
    for kind in ("reading", "sending"):
        each = result[kind]
        print(
            f"  {kind:8} {each['requests']:>6} requests, {each['wrong']} wrong"
            f"  median {each['median_ms']:7.1f} ms  95% {each['p95_ms']:7.1f} ms"
            f"  longest {each['longest_ms']:7.1f} ms"
        )
    for name, before in result["memory_before_mb"].items():
        print(f"  memory of {name:9} {before} MB before, {result['memory_after_mb'][name]} after")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--sent", type=int, default=10, help="submissions in a second")
    parser.add_argument("--read", type=int, default=50, help="pages in a second")
    parser.add_argument("--entries", type=int, default=100_000)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
