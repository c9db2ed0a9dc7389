"""Addresses as people type them."""

import pytest

from commemoration.core.enums import Section
from tests.factories.pages import build_site, standard_page

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def site():
    return build_site()


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("ru", "ru"),
        ("nl-BE,nl;q=0.9,en;q=0.8", "nl"),
        ("fr-BE;q=0.8, ru;q=0.9", "ru"),
        ("de-DE,de", "en"),
        ("", "en"),
        ("*", "en"),
        (";;;,q=,\x7f", "en"),
    ],
)
def test_root_leads_to_the_language_of_the_reader(client, accepted, language):
    response = client.get("/", headers={"accept-language": accepted})

    assert response.status_code == 302
    assert response.url == f"/{language}/"
    assert "Accept-Language" in response["Vary"]
    assert response.cookies == {}


def test_root_leads_to_a_published_language_when_the_readers_is_not(client, site):
    site.homes["ru"].unpublish()

    assert client.get("/", headers={"accept-language": "ru"}).url == "/en/"


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("/EN/", "/en/"),
        ("/En/Embassy/", "/en/embassy/"),
        ("/en/EMBASSY/", "/en/embassy/"),
        ("/en-gb/embassy/", "/en/embassy/"),
        ("/ru_RU/", "/ru/"),
        ("/fr/Embassy/?page=2", "/fr/embassy/?page=2"),
    ],
)
def test_misspelt_address_is_put_right_for_good(client, typed, right):
    response = client.get(typed)

    assert response.status_code == 301
    assert response.url == right


def test_missing_slash_is_added(client):
    response = client.get("/en/embassy")

    assert response.status_code == 301
    assert response.url == "/en/embassy/"


@pytest.mark.parametrize("address", ["/de/", "/de/embassy/", "/zz/", "/en/nowhere/"])
def test_unknown_language_or_page_is_not_found(client, address):
    assert client.get("/en/embassy/").status_code == 200

    assert client.get(address).status_code == 404


def test_address_without_language_leads_to_the_readers(client):
    response = client.get("/embassy/", headers={"accept-language": "ru"})

    assert response.status_code == 302
    assert response.url == "/ru/embassy/"
    assert "Accept-Language" in response["Vary"]


def test_no_page_type_sets_a_cookie(client, site):
    standard_page(site.sections[Section.CENTRE]["en"], title="Rules", slug="rules")

    for address in ["/en/", "/ru/embassy/", "/en/centre/rules/", "/fr/search/?q=Rules"]:
        response = client.get(address)

        assert response.status_code == 200
        assert response.cookies == {}
