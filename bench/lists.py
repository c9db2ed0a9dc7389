"""Queries and time of every list of names and graves, with 100 and with 10,000 people.

    python -m bench.lists [--people N …] [--rounds N]

Every list must ask the database as often with many rows as with few: the bench ends with exit code
1 and a line for each that does not. Exports are exempt in one way: they are sent in parts of 500
rows, and ask a fixed number of times for each part. Requests are made by Django's test client, with
all middleware, signed in for the admin. The database is made for this run and removed after it.
Writes var/bench/lists.json.
"""

import argparse
import io
import os
import statistics
import sys
import time
from dataclasses import dataclass, field

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth import get_user_model  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django_otp import DEVICE_ID_SESSION_KEY  # noqa: E402
from django_otp.plugins.otp_totp.models import TOTPDevice  # noqa: E402

from bench.database import own_database  # noqa: E402
from bench.reports import write_report  # noqa: E402
from commemoration.core.enums import Section  # noqa: E402
from commemoration.home.load_data.people import synthetic_people  # noqa: E402
from commemoration.home.services.foundation import lay_foundation  # noqa: E402
from commemoration.names.enums import NameRole  # noqa: E402
from commemoration.names.models import NameForm, PersonLink  # noqa: E402
from commemoration.names.services.links import refresh_suggestions  # noqa: E402
from commemoration.names.services.people import (  # noqa: E402
    NameFacts,
    PersonFacts,
    record_people,
)
from tributes.graves.enums import PERSON_KIND  # noqa: E402
from tributes.graves.models import BurialSite, GraveMapPage  # noqa: E402

WARM_UP = 2
ROWS_IN_A_PART = 500  # of an export


@dataclass
class Listing:
    """One list under its address; `most` queries, 0 where nothing is promised but their number.

    An export in parts may ask as often again for each part.
    """

    name: str
    address: str
    most: int = 0
    in_parts: bool = False
    queries: int = 0
    size: int = 0
    milliseconds: list[float] = field(default_factory=list)


def main() -> int:
    options = _options()
    results = []
    with own_database():
        settings.NAME_SEARCHES_A_MINUTE = 10**6
        client = _signed_in()
        lay_foundation()
        for people in options.people:
            made = _make(people)
            listings = _listings()
            for listing in listings:
                _measure(client, listing, options.rounds)
            results.append((people, listings))
            _print(people, made, listings)
    broken = _broken(results)
    write_report(
        "lists",
        results=[{"people": people, "lists": _figures(lists)} for people, lists in results],
        not_kept=broken,
    )
    for line in broken:
        print(f"NOT KEPT: {line}")
    return 1 if broken else 0


def _make(people: int) -> dict[str, float]:
    """Fill the site up; how long the records took, and comparing all people, in seconds."""
    started = time.perf_counter()
    call_command("make_load_data", people=people, sites=max(people // 10, 10), stdout=io.StringIO())
    filled = time.perf_counter()
    _map_page()
    _two_alike()
    refresh_suggestions()
    compared = time.perf_counter()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    return {"records": filled - started, "compared": compared - filled}


def _two_alike() -> None:
    """A pair at every size: an empty list of pairs asks for nothing about them."""
    facts = PersonFacts(kind=PERSON_KIND, birth="1910-01-02", death="1943-01-22")
    names = [NameFacts(NameRole.INSCRIBED, surname) for surname in ("Exemplov", "Eksemplow")]
    record_people((facts, [name]) for name in names)


def _map_page() -> None:
    if not GraveMapPage.objects.exists():
        parent = lay_foundation().sections[Section.EMBASSY]["en"]
        page = GraveMapPage(title="Burial sites", slug="graves", locale=parent.locale)
        type(parent).objects.get(pk=parent.pk).add_child(instance=page)


def _signed_in() -> Client:
    user = get_user_model().objects.create_superuser("bench", "bench@example.org", "a-bench-1945")
    device = TOTPDevice.objects.create(user=user, name="bench", confirmed=True)
    client = Client()
    client.force_login(user)
    session = client.session
    session[DEVICE_ID_SESSION_KEY] = device.persistent_id
    session.save()
    return client


def _listings() -> list[Listing]:
    site = BurialSite.objects.get(pk=synthetic_people().first().site_id)
    largest = BurialSite.objects.get(slug="synthetic-site-000001")
    name = NameForm.objects.filter(role="inscribed").first().surname
    return [
        Listing("search for a name", f"/en/names/?q={name}", 20),
        Listing("search for a name, JSON", f"/api/names?q={name}", 20),
        Listing("names in the site's search", f"/en/search/?q={name}", 20),
        Listing("list of burial sites", "/en/embassy/graves/", 20),
        Listing("list of burial sites, filtered", "/en/embassy/graves/?role=prisoner_of_war", 20),
        Listing("list of burial sites, a name", f"/en/embassy/graves/?name={name}", 20),
        Listing("site with the most people", f"/en/burial-site/{largest.slug}/", 12),
        Listing("the same in Russian, sorted", f"/ru/burial-site/{largest.slug}/?sort=-death", 12),
        Listing("a site", f"/en/burial-site/{site.slug}/", 12),
        Listing("export of sites", "/data/burial-sites.geojson", 20),
        Listing("export of people", "/data/people.csv", in_parts=True),
        Listing("admin: burial sites", "/admin/snippets/graves/burialsite/"),
        Listing("admin: people buried", "/admin/snippets/graves/burial/"),
        Listing("admin: people buried, asked", f"/admin/snippets/graves/burial/?q={name}"),
        Listing("admin: ceremonies", "/admin/snippets/graves/ceremony/"),
        Listing("admin: organisations", "/admin/snippets/organisations/organisation/"),
        Listing("admin: likely duplicates", "/admin/people-links/"),
        Listing("admin: slips", "/admin/people-links/slips/"),
    ]


def _measure(client: Client, listing: Listing, rounds: int) -> None:
    for turn in range(WARM_UP + rounds):
        started = time.perf_counter()
        body = _ask(client, listing.address)
        if turn >= WARM_UP:
            listing.milliseconds.append((time.perf_counter() - started) * 1000)
    asked = []

    def count(execute, sql, *arguments):
        asked.append(sql)
        return execute(sql, *arguments)

    with connection.execute_wrapper(count):
        body = _ask(client, listing.address)
    listing.queries, listing.size = len(asked), len(body)


def _ask(client: Client, address: str) -> bytes:
    response = client.get(address)
    if response.status_code != 200:
        raise SystemExit(f"{address} answered {response.status_code}")
    return b"".join(response) if response.streaming else response.content


def _figures(listings: list[Listing]) -> dict:
    return {
        each.name: {
            "queries": each.queries,
            "median_ms": round(statistics.median(each.milliseconds), 1),
            "bytes": each.size,
        }
        for each in listings
    }


def _print(people: int, made: dict[str, float], listings: list[Listing]) -> None:
    print(
        f"{people:,} people, {BurialSite.objects.count():,} sites, {NameForm.objects.count():,} "
        f"forms of names, made in {made['records']:.0f} s; {PersonLink.objects.count():,} likely "
        f"pairs, compared in {made['compared']:.1f} s"
    )
    for each in listings:
        most = f" of {each.most}" if each.most else ""
        print(
            f"  {each.name:32} {each.queries:>4}{most:6} queries"
            f"  median {statistics.median(each.milliseconds):8.1f} ms  {each.size / 1000:8.1f} kB"
        )


def _broken(results: list[tuple[int, list[Listing]]]) -> list[str]:
    broken = []
    _few, first = results[0]
    for people, listings in results:
        for few, many in zip(first, listings, strict=True):
            parts = -(-people // ROWS_IN_A_PART) if few.in_parts else 1
            if many.queries > few.queries * parts:
                broken.append(f"{few.name}: {many.queries} queries with {people:,} people")
            if few.most and many.queries > few.most:
                broken.append(f"{few.name}: more than {few.most} queries")
    return broken


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--people", type=int, nargs="+", default=[100, 10_000])
    parser.add_argument("--rounds", type=int, default=10)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
