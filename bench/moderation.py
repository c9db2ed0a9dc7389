"""The screens on which staff look through what was sent, with 100 and with 100,000 submissions.

    python -m bench.moderation [--submissions N …] [--rounds N]

As fast with many as with few: the bench ends with exit code 1 and a line for each screen that asks
the database more often, or takes more than half as long again. Minutes lie between the two, in
which a shared machine grows slower or faster: by how much tells a screen that shows no submission,
and the others are compared with it. Requests are made by Django's test client, signed in, with all
middleware. Writes var/bench/moderation.json.
"""

import argparse
import os
import statistics
import sys
import time
from datetime import timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from bench.lists import Listing, _ask, _signed_in, connection, own_database  # sets Django up
from bench.reports import write_report
from commemoration.home.services.foundation import lay_foundation
from commemoration.submissions.enums import Actor, Reason, SubmissionState
from commemoration.submissions.models import Contact, Submission, SubmissionEvent, SubmittedWords
from tributes.regiment.enums import KIND

WARM_UP = 3
MOST_SLOWER = 1.5  # the median with the most to the median with the fewest
ALIKE = "own account, no submission"
AT_ONCE = 2000  # each takes a lock until the end of its transaction
# Few of each, so that a hundred fill a page of every filter as a hundred thousand do.
LANGUAGES = ("ru", "fr")
STATES = (SubmissionState.WAITING, SubmissionState.WAITING, SubmissionState.PUBLISHED)


def main() -> int:
    options = _options()
    results = []
    with own_database():
        lay_foundation()
        client = _signed_in()
        for number in options.submissions:
            started = time.perf_counter()
            make_submissions(number)
            made = time.perf_counter() - started
            screens = _screens()
            for turn in range(WARM_UP + options.rounds):
                for screen in screens:
                    taken = _measure(client, screen)
                    if turn >= WARM_UP:
                        screen.milliseconds.append(taken)
            results.append((number, screens))
            _print(number, made, screens)
    broken = _broken(results)
    write_report(
        "moderation",
        load=round(os.getloadavg()[0], 1),
        results=[{"submissions": number, "screens": _figures(s)} for number, s in results],
        not_kept=broken,
    )
    for line in broken:
        print(f"NOT KEPT: {line}")
    return 1 if broken else 0


def make_submissions(total: int) -> None:
    """Fill up to `total`, most of them waiting: rows, log, senders and words."""
    there = Submission.objects.count()
    for first in range(there, total, AT_ONCE):
        _make(range(first, min(first + AT_ONCE, total)))
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


@transaction.atomic
def _make(numbers: range) -> None:
    now = timezone.now()
    submissions = Submission.objects.bulk_create(_submission(each, now) for each in numbers)
    waiting = SubmissionState.WAITING
    decided = [each for each in submissions if each.state != waiting]
    SubmissionEvent.objects.bulk_create(_event(each, "", waiting) for each in submissions)
    SubmissionEvent.objects.bulk_create(_event(each, waiting, each.state) for each in decided)
    Contact.objects.bulk_create(
        Contact(submission=each, email=f"sender{place}@example.org", confirmed_at=now)
        for place, each in zip(numbers, submissions, strict=True)
    )
    SubmittedWords.objects.bulk_create(
        SubmittedWords(submission=each, steps=_steps(place), saved_at=now)
        for place, each in zip(numbers, submissions, strict=True)
    )


def _submission(place: int, now) -> Submission:
    state = STATES[place % len(STATES)]
    sent = now - timedelta(minutes=place)
    return Submission(
        kind=KIND,
        language=LANGUAGES[place % len(LANGUAGES)],
        state=state,
        state_since=sent,
        begun_at=sent,
        sent_at=sent,
        is_public=state == SubmissionState.PUBLISHED,
    )


def _event(submission: Submission, before: str, after: str) -> SubmissionEvent:
    return SubmissionEvent(
        submission=submission.key,
        from_state=before,
        to_state=after,
        reason=Reason.ENTERED if not before else Reason.ACCEPTED,
        actor=Actor.STAFF,
        at=submission.begun_at,
    )


def _steps(place: int) -> dict:
    """As a browser sends it; a synthetic name, and a story of a page."""
    told = {
        "who": {"surname": [f"Synthetic {place}"], "given_name": ["Example"]},
        "service": {"fate": ["missing"]},
        "story": {"story": ["Synthetic story (example). " * 60]},
    }
    return {slug: {"version": 1, "fields": fields} for slug, fields in told.items()}


def _screens() -> list[Listing]:
    queue = reverse("submission_queue:index")
    oldest = Submission.objects.waiting().first()
    return [
        Listing("queue", queue),
        Listing("queue, its second page", f"{queue}?p=2"),
        Listing("queue, by kind", f"{queue}?kind={KIND}"),
        Listing("queue, by language", f"{queue}?language=fr"),
        Listing("queue, what was published", f"{queue}?state=published"),
        Listing("a submission", reverse("submission_queue:review", args=[oldest.handle])),
        Listing("dashboard", "/admin/"),
        Listing(ALIKE, reverse("wagtailadmin_account")),
    ]


def _measure(client, screen: Listing) -> float:
    """Milliseconds of one request."""
    asked = []

    def count(execute, sql, *arguments):
        asked.append(sql)
        return execute(sql, *arguments)

    started = time.perf_counter()
    with connection.execute_wrapper(count):
        body = _ask(client, screen.address)
    taken = (time.perf_counter() - started) * 1000
    screen.queries, screen.size = len(asked), len(body)
    return taken


def _figures(screens: list[Listing]) -> dict:
    return {
        each.name: {
            "queries": each.queries,
            "median_ms": round(statistics.median(each.milliseconds), 1),
            "fastest_ms": round(min(each.milliseconds), 1),
        }
        for each in screens
    }


def _print(number: int, made: float, screens: list[Listing]) -> None:
    print(f"{number:,} submissions, made in {made:.0f} s; load {os.getloadavg()[0]:.1f}")
    for name, figures in _figures(screens).items():
        print(
            f"  {name:28} {figures['queries']:>3} queries  median {figures['median_ms']:7.1f} ms"
            f"  fastest {figures['fastest_ms']:7.1f} ms"
        )


def _broken(results: list) -> list[str]:
    broken = []
    few = _figures(results[0][1])
    for number, screens in results[1:]:
        found = _figures(screens)
        drift = found[ALIKE]["median_ms"] / few[ALIKE]["median_ms"]
        print(f"  {ALIKE:28} {drift:.2f} times as long with {number:,}: the machine")
        for name, many in found.items():
            if many["queries"] > few[name]["queries"]:
                broken.append(f"{name}: {many['queries']} queries with {number:,} submissions")
            ratio = many["median_ms"] / few[name]["median_ms"] / drift
            print(f"  {name:28} {ratio:.2f} times as long with {number:,}")
            if ratio > MOST_SLOWER:
                broken.append(f"{name}: {ratio:.2f} times as long with {number:,} submissions")
    return broken


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--submissions", type=int, nargs="+", default=[100, 100_000])
    parser.add_argument("--rounds", type=int, default=15)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
