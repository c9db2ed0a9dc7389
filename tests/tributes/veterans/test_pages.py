"""The roll of veterans, a veteran's page, and the page of a presentation."""

import re

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from commemoration.core.enums import Section
from tests.factories.pages import build_site
from tests.factories.photos import ArchiveImageFactory
from tests.factories.veterans import (
    DIED,
    award,
    medal,
    presentation,
    veteran,
    veterans_page,
)
from tributes.veterans.models import Award, Portrait
from tributes.veterans.services.presentations import withdraw_presentation

pytestmark = pytest.mark.django_db


@pytest.fixture
def roll():
    """The roll in every language."""
    section = build_site().sections[Section.EMBASSY]
    return {language: veterans_page(section[language]) for language in section}


def test_roll_stands_in_the_readers_alphabet(client, roll):
    for latin, russian in (("Yakovlev", "Яковлев"), ("Abramov", "Абрамов"), ("Zhukov", "Жуков")):
        veteran(latin=latin, russian=russian)

    russian = client.get("/ru/embassy/veterans/").content.decode()
    english = client.get("/en/embassy/veterans/").content.decode()

    assert sorted(["Абрамов", "Жуков", "Яковлев"], key=russian.index) == [
        *("Абрамов", "Жуков", "Яковлев")
    ]
    assert sorted(["Abramov", "Yakovlev", "Zhukov"], key=english.index) == [
        *("Abramov", "Yakovlev", "Zhukov")
    ]
    assert "?letter=%D0%96" in russian
    assert "?letter=Z" in english


def test_pages_open(client, roll):
    at = presentation("brussels")
    someone = veteran(biographies={"ru": "Жизнь."})
    award(someone, at)

    for address in (
        "/en/embassy/veterans/?name=Obraztsow",
        f"/fr/veteran/{someone.number}/",
        "/ru/medal-presentation/brussels/",
    ):
        response = client.get(address)
        assert response.status_code == 200, address
        assert response["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("address", ["/en/embassy/veterans/", "/en/medal-presentation/hall/"])
def test_lists_ask_as_often_for_three_as_for_one_and_a_hundred(client, roll, address):
    at = presentation("hall")
    client.get(address)  # after it the process remembers sites and types of content
    counted = []
    for number in (1, 2, 97):
        for _each in range(number):
            award(veteran(consent=False, **DIED), at)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        counted.append(len(queries))

    assert counted == [counted[0]] * 3
    assert counted[0] <= 20


def test_page_of_a_veteran_costs_at_most_twelve_queries(client, roll):
    someone = veteran(biographies={"ru": "Жизнь."})
    for number in range(3):
        award(someone, presentation(), medal=medal(f"medal-{number}"))
        Portrait.objects.create(veteran=someone, image=ArchiveImageFactory())

    with CaptureQueriesContext(connection) as queries:
        page = client.get(f"/ru/veteran/{someone.number}/").content.decode()

    assert page.count("<picture") == 3
    assert len(queries) <= 12


def test_filters_stand_in_the_address_and_counts_say_what_they_count(client, roll):
    spring, autumn = presentation("spring"), presentation("autumn", date="2021-09-01")
    one, two = veteran(latin="Abramov", town="Gent"), veteran(latin="Yakovlev", town="Namur")
    unnamed = veteran(latin="Zhukov", town="Arlon", consent=False, published=False)
    for someone, at in ((one, spring), (two, autumn), (unnamed, spring)):
        award(someone, at)

    def names_at(parameters: str) -> list[str]:
        page = client.get(f"/en/embassy/veterans/?{parameters}").content.decode()
        return re.findall(r'href="/en/veteran/\d+/"[^>]*>(\w+),', page)

    assert names_at("") == ["Abramov", "Yakovlev"]
    assert names_at("town=Namur") == ["Yakovlev"]
    assert names_at("presentation=spring") == ["Abramov"]
    assert names_at("year=2021") == ["Yakovlev"]
    assert names_at("letter=Y") == ["Yakovlev"]
    assert names_at("name=Jakowlew&letter=Y") == ["Yakovlev"]
    assert names_at("town=Arlon") == []
    assert names_at("year=x&letter=%00&presentation=%3Cb%3E") == ["Abramov", "Yakovlev"]
    page = " ".join(client.get("/en/embassy/veterans/").content.decode().split())
    assert "3 medals presented." in page
    assert "2 of 3 veterans on record are named here. The others are not named" in page
    assert "Arlon" not in page


def test_example_is_labelled_and_the_only_place_of_real_people_is_not(client, roll):
    pages = [
        client.get(f"/en/veteran/{veteran(is_example=is_example).number}/").content.decode()
        for is_example in (True, False)
    ]

    assert ["This veteran is invented" in page for page in pages] == [True, False]


def test_one_award_for_each_veteran_and_medal():
    someone = veteran()
    award(someone)

    with pytest.raises(IntegrityError), transaction.atomic():
        Award.objects.create(veteran=someone, medal=medal())


def test_withdrawn_presentation_answers_410_and_its_awards_stay(client, roll):
    at = presentation("hall")
    someone = veteran()
    award(someone, at)
    withdraw_presentation(at)

    page = client.get(f"/en/veteran/{someone.number}/").content.decode()

    assert client.get("/en/medal-presentation/hall/").status_code == 410
    assert client.get("/medal-presentation/hall/").status_code == 410
    assert client.get("/en/medal-presentation/never/").status_code == 404
    assert "Medal example-medal" in page
    assert "hall" not in page
