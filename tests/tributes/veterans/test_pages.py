"""The roll of veterans, a veteran's page, and the page of a presentation."""

import re

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.factories.photos import ArchiveImageFactory
from tests.factories.veterans import (
    DIED,
    award,
    medal,
    presentation,
    veteran,
)
from tributes.veterans.models import Award, Portrait, RibbonStripe
from tributes.veterans.services.presentations import withdraw_presentation

pytestmark = pytest.mark.django_db


def test_roll_stands_in_the_readers_alphabet(client, section):
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


def test_pages_open(client, section):
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


def test_lists_ask_as_often_for_three_as_for_one_and_a_hundred(client, section):
    at = presentation("hall")
    lists = ["/en/embassy/veterans/", "/en/medal-presentation/hall/"]
    for address in lists:
        client.get(address)  # after it the process remembers sites and types of content
    counted = {address: [] for address in lists}
    for number in (1, 2, 97):
        for _each in range(number):
            award(veteran(consent=False, **DIED), at)
        for address in lists:
            with CaptureQueriesContext(connection) as queries:
                client.get(address)
            counted[address].append(len(queries))

    for numbers in counted.values():
        assert numbers == [numbers[0]] * 3
        assert numbers[0] <= 20


def test_page_of_a_veteran_costs_at_most_twelve_queries(client, section):
    someone = veteran(biographies={"ru": "Жизнь."})
    for number in range(3):
        award(someone, presentation(), medal=medal(f"medal-{number}"))
        Portrait.objects.create(veteran=someone, image=ArchiveImageFactory())

    with CaptureQueriesContext(connection) as queries:
        page = client.get(f"/ru/veteran/{someone.number}/").content.decode()

    assert page.count("<picture") == 3
    assert len(queries) <= 12


def test_filters_stand_in_the_address_and_counts_say_what_they_count(client, section):
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


def test_example_is_labelled_and_the_only_place_of_real_people_is_not(client, section):
    pages = [
        client.get(f"/en/veteran/{veteran(is_example=is_example).number}/").content.decode()
        for is_example in (True, False)
    ]

    assert ["This veteran is invented" in page for page in pages] == [True, False]


def test_name_is_text_and_never_markup_for_readers_and_for_machines(client, section):
    someone = veteran(latin="<b>X</b></script>", consent=False, is_example=False, **DIED)

    page = client.get(f"/en/veteran/{someone.number}/").content.decode()

    assert "application/ld+json" in page
    assert "<b>X" not in page
    assert "&lt;b&gt;X" in page


def test_one_award_for_each_veteran_and_medal():
    someone = veteran()
    award(someone)

    with (
        pytest.raises(IntegrityError, match="one_award_per_veteran_and_medal"),
        transaction.atomic(),
    ):
        Award.objects.create(veteran=someone, medal=medal())


def test_withdrawn_presentation_answers_410_and_its_awards_stay(client, section):
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


def test_presentations_come_in_pages_at_the_same_number_of_queries(client, section):
    client.get("/en/embassy/veterans/")  # after it the process remembers sites
    counted, shown = [], []
    for number in (1, 2, 97):
        for _each in range(number):
            award(veteran(consent=False, **DIED), presentation())
        with CaptureQueriesContext(connection) as queries:
            page = client.get("/en/embassy/veterans/").context["shown"]
        counted.append(len(queries))
        shown.append(len(page.presentations.rows))

    last = client.get("/en/embassy/veterans/?presentations=4&town=Gent")

    assert shown == [1, 3, 30]
    assert counted == [counted[0]] * 3
    assert counted[0] <= 20
    assert len(last.context["shown"].presentations.rows) == 10
    assert 'href="?town=Gent&amp;presentations=3"' in last.content.decode()


def test_town_is_called_as_readers_call_it_and_else_as_it_is_recorded(client, section):
    someone = veteran(town="Liège", texts={"nl": {"town": "Luik"}}, consent=False, **DIED)

    roll = client.get("/nl/embassy/veterans/?town=Li%C3%A8ge").content.decode()
    pages = {
        language: client.get(f"/{language}/veteran/{someone.number}/").content.decode()
        for language in ("nl", "fr")
    }
    found = client.get("/api/names?q=Obraztsov&lang=nl").json()["results"][0]

    assert '<option value="Liège" selected>Luik (1)</option>' in roll
    assert '<td lang="nl">Luik</td>' in roll
    assert '<dd class="terms__text" lang="nl">Luik</dd>' in pages["nl"]
    assert '<dd class="terms__text">Liège</dd>' in pages["fr"]
    assert found["place"] == "Luik"


def test_ribbon_is_drawn_from_its_stripes_and_not_without(client, section):
    someone, at = veteran(consent=False, **DIED), medal("striped")
    award(someone, medal=at)
    address = f"/en/veteran/{someone.number}/"
    before = client.get(address).content.decode()
    at.stripes = [
        RibbonStripe(colour="#C8102E", width="2.5"),
        RibbonStripe(colour="#000000", width=4),
    ]
    at.ribbon_source = "An invented decree"
    at.save()

    page = client.get(address).content.decode()

    assert 'class="ribbon"' not in before
    assert 'viewBox="0 0 6.5 10"' in page
    assert '<rect x="2.5" y="0" width="4.0" height="10" fill="#000000"></rect>' in page
    assert "Ribbon: An invented decree" in page
    assert "style=" not in page[page.index('class="ribbon"') : page.index("</svg>")]
    with pytest.raises(IntegrityError), transaction.atomic():
        RibbonStripe.objects.create(medal=at, colour="red", width=1)
