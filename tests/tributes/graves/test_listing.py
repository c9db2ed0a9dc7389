"""The list of burial sites: its filters stand in the address, and its counts are those shown."""

import re

import pytest

from commemoration.core.enums import Section
from tests.factories.graves import burial_site, buried, grave_map_page, names
from tests.factories.organisations import organisation
from tests.factories.pages import build_site
from tributes.graves.enums import BurialKind, Province, Role, SiteKind

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def page():
    site = build_site()
    front = organisation("front")
    genk = burial_site(
        "genk", commune="Genk", province=Province.LIMBURG, protected_status="Monument (example)"
    )
    arlon = burial_site("arlon", commune="Arlon", kind=SiteKind.CHURCHYARD)
    burial_site("draft", published=False)
    buried(genk, role=Role.PRISONER_OF_WAR, death="1943-02", nationality="soviet")
    buried(genk, kind=BurialKind.UNKNOWN)
    buried(genk, kind=BurialKind.COUNT, people_count=5)
    buried(
        arlon,
        role=Role.OFFICER,
        death="1944-10-31",
        movement=front,
        names=names("Robelsovs", "Bobeltsov", "Бобельцов"),
    )
    return grave_map_page(site.sections[Section.EMBASSY]["en"])


def asked(client, query: str = "") -> tuple[list[str], str]:
    """The sites of the list in their order, and its heading."""
    shown = client.get(f"/en/embassy/graves/{query}").content.decode()
    heading = re.search(r'id="found">(.*?)</h2>', shown, re.DOTALL)[1]
    return re.findall(r'href="/en/burial-site/(\w+)/"', shown), " ".join(heading.split())


def test_list_counts_places_and_people(client):
    assert asked(client) == (["arlon", "genk"], "2 places, 8 people")


@pytest.mark.parametrize(
    ("query", "sites", "people"),
    [
        ("province=limburg", ["genk"], 7),
        ("commune=Arlon", ["arlon"], 1),
        ("kind=churchyard", ["arlon"], 1),
        ("role=prisoner_of_war", ["genk"], 1),
        ("movement=front", ["arlon"], 1),
        ("nationality=soviet", ["genk"], 1),
        ("from=1944", ["arlon"], 1),
        ("to=1943", ["genk"], 1),
        ("unknown=1", ["genk"], 6),
        ("protected=1", ["genk"], 7),
        ("name=бобел", ["arlon"], 1),
        ("name=ROBELSOVS", ["arlon"], 1),
        ("name=genk", ["genk"], 7),
        ("sort=people", ["genk", "arlon"], 8),
    ],
)
def test_filter_in_the_address(client, query, sites, people):
    found, heading = asked(client, f"?{query}")

    assert found == sites
    number = f"{people} person" if people == 1 else f"{people} people"
    assert heading.endswith(number)


def test_nothing_found_says_so(client):
    assert asked(client, "?commune=Nowhere") == ([], "No place answers all of this")


@pytest.mark.parametrize(
    "query", ["?province=atlantis", "?from=abc&to=99999999", "?name=%00%E2%80%8F", "?page=x"]
)
def test_what_is_not_understood_is_left_out(client, query):
    assert asked(client, query)[0] in (["arlon", "genk"], [])


def test_very_long_name_answers_politely(client):
    assert client.get("/en/embassy/graves/", {"name": "x" * 10_000}).status_code == 200
