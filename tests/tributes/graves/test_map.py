"""The map answers what the list answers: the same sites and people, in numbers that it can draw."""

import re
from itertools import accumulate

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from commemoration.core.enums import Section
from commemoration.settings.maps import MapGround
from tests.factories.graves import burial_site, buried, grave_map_page, names
from tests.factories.pages import build_site
from tributes.graves.enums import BurialKind, Province, Role
from tributes.graves.models import BurialSite
from tributes.graves.selectors import map_points
from tributes.graves.services.sites import withdraw_site

pytestmark = pytest.mark.django_db
LIST = "/en/embassy/graves/"
POINTS, FACTS = "/en/burial-sites/points.json", "/en/burial-sites/facts.json"
QUESTIONS = (
    "",
    "?province=limburg",
    "?commune=Arlon",
    "?role=prisoner_of_war",
    "?from=1944",
    "?unknown=1",
    "?protected=1",
    "?name=ROBELSOVS",
    "?commune=Nowhere",
    "?province=atlantis&from=abc&near=%00&sort=x",
)


@pytest.fixture
def sites():
    grave_map_page(build_site().sections[Section.EMBASSY]["en"])
    genk = burial_site(
        "genk",
        commune="Genk",
        province=Province.LIMBURG,
        protected_status="Monument (example)",
        latitude="50.965",
        longitude="5.50082",
    )
    arlon = burial_site(
        "arlon", commune="Arlon", latitude="49.68333", longitude="5.81667", precision="grave"
    )
    nowhere = burial_site("nowhere", commune="Exemple", latitude=None, longitude=None, precision="")
    burial_site("draft", published=False)
    buried(genk, role=Role.PRISONER_OF_WAR, death="1943-02")
    buried(genk, kind=BurialKind.COUNT, people_count=5)
    buried(arlon, death="1944-10-31", names=names("Robelsovs", "Bobeltsov", "Бобельцов"))
    return {"genk": genk, "arlon": arlon, "nowhere": nowhere}


def heading(client, query: str) -> tuple[int, int]:
    """How many places and people the list says it has."""
    shown = client.get(f"{LIST}{query}").content.decode()
    words = re.search(r'id="found">(.*?)</h2>', shown, re.DOTALL)[1]
    numbers = [int(number) for number in re.findall(r"\d+", words)]
    return tuple([*numbers, 0, 0][:2])


def test_map_and_list_answer_with_the_same_numbers(client, sites):
    for query in QUESTIONS:
        found = client.get(f"{POINTS}{query}").json()
        people = sum(found["people"])

        assert (found["total"], people) == heading(client, query), query


def test_columns_tell_where_each_site_lies(client, sites):
    found = client.get(POINTS).json()

    assert list(accumulate(found["id"])) == [sites["genk"].pk, sites["arlon"].pk]
    assert list(accumulate(found["x"])) == [550082, 581667]
    assert list(accumulate(found["y"])) == [5096500, 4968333]
    assert (found["total"], found["people"], found["rough"]) == (3, [6, 1], [1, 0])
    assert [found["communes"][number] for number in found["commune"]] == ["Genk", "Arlon"]
    assert found["names"] == ["Cimetière genk", "Cimetière arlon"]


def test_many_sites_have_no_names(client, sites, monkeypatch):
    monkeypatch.setattr(map_points, "NAMED_SITES", 2)

    assert "names" not in client.get(POINTS).json()


def test_popup_says_what_the_list_says_of_public_sites_only(client, sites):
    draft = BurialSite.objects.get(slug="draft")
    withdraw_site(sites["nowhere"])
    asked = "&".join(
        f"site={value}"
        for value in (sites["arlon"].pk, draft.pk, sites["nowhere"].pk, "x", "9" * 30)
    )

    found = client.get(f"{FACTS}?{asked}").json()["sites"]

    assert [site["url"] for site in found] == ["/en/burial-site/arlon/"]
    assert (found[0]["people"], found[0]["precision"]) == ("1 person", "the grave itself")
    assert client.get(f"{FACTS}?province=limburg&{asked}").json()["sites"] == []


def test_unchanged_points_are_not_sent_again(client, sites):
    first = client.get(POINTS)

    again = client.get(POINTS, headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("near", ["Arlon", "aarlen", "Арлон", "Arlon "])
def test_nearest_sites_come_first_in_any_language(client, sites, near):
    shown = client.get(LIST, {"near": near}).content.decode()

    assert re.findall(r'href="/en/burial-site/(\w+)/"', shown) == ["arlon", "genk", "nowhere"]
    distances = re.findall(r"((?:about )?\d+ km) from", " ".join(shown.split()))
    assert distances == ["0 km", "about 144 km"]


def test_chosen_order_goes_before_the_distance(client, sites):
    shown = client.get(f"{LIST}?near=Arlon&sort=people").content.decode()

    assert re.findall(r'href="/en/burial-site/(\w+)/"', shown) == ["genk", "arlon", "nowhere"]


def test_place_that_nobody_knows_is_kept_and_said_so(client, sites):
    shown = client.get(f"{LIST}?near=<b>Atlantis</b>").content.decode()

    assert "&lt;b&gt;Atlantis&lt;/b&gt;" in shown
    assert shown.count('id="id_near_fault"') == 1
    assert re.findall(r'href="/en/burial-site/(\w+)/"', shown) == ["arlon", "genk", "nowhere"]


def test_numbers_of_queries_do_not_follow_the_number_of_sites(client, sites):
    def queries(address: str) -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            client.get(address)
        return len(captured)

    addresses = (f"{LIST}?near=Arlon", POINTS, f"{FACTS}?site={sites['genk'].pk}")
    few = [queries(address) for address in addresses]
    for number in range(5):
        buried(burial_site(f"more-{number}"))

    many = [queries(address) for address in addresses]

    assert many == few
    assert (few[0] <= 20, few[1] <= 4, few[2] <= 4) == (True, True, True)


def test_page_lets_the_map_fetch_its_tiles_and_nothing_else(client, sites, settings):
    without = client.get(LIST)["Content-Security-Policy"]
    settings.MAP_GROUND = MapGround("https://tile.example.org/{z}/{x}/{y}.png", "", "Example", "")

    response = client.get(LIST)

    policy = response["Content-Security-Policy"]
    assert "tile.example.org" not in without
    assert re.search(r"img-src ([^;]*)", policy)[1] == "'self' https://tile.example.org data:"
    assert "worker-src 'self'" in policy
    assert "Natural Earth" not in response.content.decode()
    other = client.get("/en/names/")["Content-Security-Policy"]
    assert "tile.example.org" not in other
