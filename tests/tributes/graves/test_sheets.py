"""The sheets that visitors take along: words of the place, people, the code that leads back."""

import re
from types import SimpleNamespace

import pytest

from tests.factories.graves import burial_site, buried, names
from tests.factories.pages import build_site
from tributes.graves.enums import BurialKind, Province
from tributes.graves.local_words import languages_at, words_for_person, words_for_site
from tributes.graves.services.sites import withdraw_site


@pytest.fixture
def site(db):
    return build_site()


def said(page: str, language: str) -> list[str]:
    """The sentences to show in a language of the place."""
    return re.findall(rf'local-words__said" lang="{language}">([^<]*)</td>', page)


@pytest.mark.parametrize(
    ("province", "commune", "languages"),
    [
        (Province.LIMBURG, "Genk", ["nl"]),
        (Province.LUXEMBOURG, "Arlon", ["fr"]),
        (Province.BRUSSELS, "Evere", ["fr", "nl"]),
        (Province.LIEGE, "Butgenbach", ["de", "fr"]),
        (Province.LIEGE, "BÜLLINGEN", ["de", "fr"]),
        (Province.LIEGE, "Saint-Vith", ["de", "fr"]),
        (Province.LIEGE, "Waimes", ["fr", "de"]),
        (Province.LIEGE, "Aywaille", ["fr"]),
        (Province.NAMUR, "Eupen", ["fr"]),
    ],
)
def test_words_are_in_the_languages_of_the_place(province, commune, languages):
    assert languages_at(province, commune) == languages


def test_every_sentence_is_written_in_every_language_of_a_place():
    german = SimpleNamespace(province=Province.LIEGE, commune="Eupen", kind="churchyard")
    dutch = SimpleNamespace(province=Province.BRUSSELS, commune="Evere", kind="memorial")
    all_words = [
        words(place)
        for place in (german, dutch)
        for words in (
            lambda place: words_for_site(place, "ru", nationalities=()),
            lambda place: words_for_person(place, "ru", name="Имя", name_there="Name"),
        )
    ]

    for words in all_words:
        assert all(text.strip() for line in words.sentences for _code, text in line.said)
        assert words.has_meanings


def test_sheet_of_a_site_asks_for_soviet_graves_and_lists_everybody(client, site):
    place = burial_site("genk", province=Province.LIMBURG)
    for number in range(101):  # more than a page of the site lists
        buried(place, names=names(latin=f"N{number}"), nationality="soviet")

    page = client.get("/en/burial-site/genk/sheet/").content.decode()

    assert "Kunt u mij de Sovjetgraven tonen?" in said(page, "nl")
    assert len(re.findall(r'href="/en/person/\d+/"', page)) == 101
    assert '<meta name="robots" content="noindex, follow">' in page
    assert 'src="/en/burial-site/genk/qr.svg"' in page
    assert "style=" not in page


def test_sheet_for_readers_of_the_place_repeats_no_sentence(client, site):
    burial_site("genk", province=Province.LIMBURG)

    page = client.get("/nl/burial-site/genk/sheet/").content.decode()

    assert "Goedendag." in said(page, "nl")
    assert "local-words__meaning" not in page


def test_sheet_of_a_person_asks_by_the_name_on_the_stone(client, site):
    man = buried(burial_site(province=Province.LIMBURG))

    page = client.get(f"/ru/person/{man.number}/sheet/").content.decode()

    assert "Ik zoek het graf van Iwan Obrazzow." in said(page, "nl")
    assert "Образцов Иван" in page


def test_sheet_of_an_unknown_person_names_nobody(client, site):
    unknown = buried(burial_site(), kind=BurialKind.UNKNOWN, nationality="soviet")

    page = client.get(f"/en/person/{unknown.number}/sheet/").content.decode()

    assert said(page, "fr")[1] == "Pourriez-vous me montrer les tombes soviétiques ?"


def test_sheets_cost_at_most_twelve_queries(client, site, django_assert_max_num_queries):
    place = burial_site("genk")
    man, *_others = (buried(place) for _each in range(3))
    addresses = ["/en/burial-site/genk/sheet/", f"/en/person/{man.number}/sheet/"]
    for address in addresses:
        client.get(address)

        with django_assert_max_num_queries(12):
            assert client.get(address).status_code == 200


def test_code_is_a_drawing_of_our_own_and_goes_with_the_record(client, site):
    place = burial_site("genk")
    addresses = [f"/en/burial-site/genk/{rest}" for rest in ("qr.svg", "sheet/")]

    answer = client.get(addresses[0])
    withdraw_site(place)

    assert answer["Content-Type"] == "image/svg+xml"
    assert answer.content.startswith(b"<?xml")
    assert b"style" not in answer.content
    assert [client.get(address).status_code for address in addresses] == [410, 410]
    assert client.get("/en/burial-site/nowhere/sheet/").status_code == 404
