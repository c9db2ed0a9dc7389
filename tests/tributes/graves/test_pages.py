"""The pages of a burial site and of somebody who lies there."""

import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from commemoration.core.enums import Section
from tests.factories.graves import burial_site, buried, grave_map_page, names
from tests.factories.organisations import organisation
from tests.factories.pages import build_site
from tests.factories.photos import PhotoFactory
from tributes.graves.enums import BurialKind, Role
from tributes.graves.models import (
    BurialPhoto,
    Ceremony,
    CeremonyPhoto,
    CeremonyText,
    ConditionEntry,
)
from tributes.graves.services.burials import publish_burial, update_burial, withdraw_burial
from tributes.graves.services.ceremonies import publish_ceremony, withdraw_ceremony
from tributes.graves.services.sites import publish_site, update_site, withdraw_site

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def site():
    return build_site()


def names_in(page: str) -> list[str]:
    """The names in the table of people, in its order."""
    return re.findall(r'<a href="/\w\w/person/\d+/"[^>]*>([^<]+)</a>', page)


def json_ld(page: str) -> dict:
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1])


@pytest.mark.parametrize(
    ("language", "expected"),
    [("ru", ["Абрамов Иван", "Яковлев Иван"]), ("en", ["Abramov, Ivan", "Yakovlev, Ivan"])],
)
def test_people_are_listed_in_the_readers_script(client, language, expected):
    place = burial_site("genk")
    buried(place, names=names("Jakowlew", "Yakovlev", "Яковлев"))
    buried(place, names=names("Abramow", "Abramov", "Абрамов"))

    page = client.get(f"/{language}/burial-site/genk/").content.decode()

    assert names_in(page) == expected


@pytest.mark.parametrize(("sort", "order"), [("birth", ["B", "A"]), ("-birth", ["A", "B"])])
def test_people_are_sorted_by_address_and_the_undated_come_last(client, sort, order):
    place = burial_site("genk")
    buried(place, names=names(latin="C"))
    buried(place, names=names(latin="A"), birth="1920")
    buried(place, names=names(latin="B"), birth="1910-05")

    page = client.get(f"/en/burial-site/genk/?sort={sort}").content.decode()

    assert names_in(page) == [f"{name}, Ivan" for name in [*order, "C"]]


@pytest.mark.parametrize(
    ("sort", "order"),
    [("stone", "BAC"), ("-stone", "ABC"), ("grave", "CAB"), ("-grave", "ACB"), ("role", "ABC")],
)
def test_people_are_sorted_by_stone_and_by_number_of_the_grave(client, sort, order):
    place = burial_site("genk")
    buried(place, names=names(stone="Y", latin="A"), grave_reference="A 10")
    buried(place, names=names(stone="X", latin="B"))
    buried(place, names=names(latin="C")[1:], grave_reference="a 2")

    page = client.get(f"/en/burial-site/genk/?sort={sort}").content.decode()

    assert names_in(page) == [f"{name}, Ivan" for name in order]


def test_site_page_says_what_its_position_stands_for(client):
    burial_site("genk")

    page = client.get("/en/burial-site/genk/").content.decode()

    assert 'href="geo:50.12345,5.4321?q=50.12345,5.4321"' in page
    assert "50.12345,5.4321: the centre of the village, not the grave" in page
    assert "geo" not in json_ld(page)


def test_site_page_says_that_another_number_of_graves_is_counted(client):
    place = burial_site("genk", graves_total=70)
    buried(place)

    page = client.get("/en/burial-site/genk/").content.decode()

    assert "The source counts 70 graves; that is not the number of people listed here." in page


def test_site_tells_missing_from_withdrawn(client):
    place = burial_site("genk", published=False)
    address = "/en/burial-site/genk/"
    missing = client.get(address).status_code
    publish_site(place)
    shown = client.get(address).status_code

    withdraw_site(place)

    assert (missing, shown, client.get(address).status_code) == (404, 200, 410)
    assert client.get("/burial-site/genk/").status_code == 410


def test_person_page_shows_every_form_of_the_name(client):
    man = buried(burial_site(), inscribed_basis="quoted_in_article")

    page = client.get(f"/ru/person/{man.number}/").content.decode()

    assert "<title>Образцов Иван" in page
    assert [text in page for text in ("Obrazzow, Iwan", "Obraztsov, Ivan", "Образцов Иван")] == [
        True,
        True,
        True,
    ]
    assert json_ld(page)["alternateName"] == ["Obrazzow, Iwan", "Obraztsov, Ivan"]


def test_person_page_states_conflicts_openly_in_their_language(client):
    conflict = "two dates of death"
    man = buried(burial_site(), texts={"en": {"conflict": conflict}})

    page = client.get(f"/fr/person/{man.number}/").content.decode()

    assert f'<p class="note" lang="en">{conflict}</p>' in page


def test_unknown_person_has_a_page_and_no_invented_name(client):
    unknown = buried(burial_site(), kind=BurialKind.UNKNOWN, role=Role.PARTISAN)

    page = client.get(f"/en/person/{unknown.number}/").content.decode()

    assert f"<title>Unknown partisan, record {unknown.number} ·" in page
    assert "application/ld+json" not in page


def test_names_are_text_and_never_markup(client):
    man = buried(burial_site(), names=names(latin="<b>X</b></script>"))

    page = client.get(f"/en/person/{man.number}/").content.decode()

    assert "<b>X</b>" not in page
    assert "&lt;b&gt;X&lt;/b&gt;" in page


def test_person_withdrawn_answers_410_and_leaves_the_list(client):
    place = burial_site("genk")
    man, other = buried(place), buried(place, names=names(latin="Other"))

    withdraw_burial(man)

    assert client.get(f"/en/person/{man.number}/").status_code == 410
    assert names_in(client.get("/en/burial-site/genk/").content.decode()) == ["Other, Ivan"]
    assert other.number == man.number + 1


def test_numbers_are_given_at_publication_and_kept():
    place = burial_site()
    draft, first = buried(place, published=False), buried(place)
    withdraw_burial(first)
    publish_burial(draft)
    publish_burial(first)

    draft.refresh_from_db()
    first.refresh_from_db()

    assert draft.number == first.number + 1


def test_change_of_a_person_reaches_the_index_of_names():
    man = buried(burial_site(), birth="1910")

    changed = update_burial(man, birth="1911")

    assert (changed.named_person.birth, changed.named_person.is_public) == ("1911", True)


@pytest.mark.parametrize("address", ["/en/burial-site/genk/", "/en/embassy/graves/"])
def test_lists_cost_the_same_queries_for_one_and_three(client, site, address):
    grave_map_page(site.sections[Section.EMBASSY]["en"])
    place = burial_site("genk", graves_total=3)
    buried(place, texts={"en": {"note": "x"}})
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as one:
        client.get(address)
    for _each in range(2):
        buried(place, texts={"en": {"note": "x"}})
        burial_site()

    with CaptureQueriesContext(connection) as three:
        shown = client.get(address)

    assert shown.status_code == 200
    assert len(three) == len(one)
    assert len(three) <= (12 if "burial-site" in address else 20)


def test_person_page_costs_at_most_twelve_queries(client, django_assert_max_num_queries):
    man = buried(burial_site(), texts={"en": {"note": "x"}})
    client.get(f"/en/person/{man.number}/")

    with django_assert_max_num_queries(12):
        assert client.get(f"/en/person/{man.number}/").status_code == 200


def test_history_keeps_every_change():
    place = burial_site()

    update_site(place, commune="Other")

    communes = [revision.as_object().commune for revision in place.revisions.order_by("pk")]
    assert communes == ["Exemple", "Other"]


def test_site_with_all_that_it_can_have_costs_at_most_twelve_queries(
    client, django_assert_max_num_queries
):
    """The ceremony is hidden until it is published, and again once it is withdrawn."""
    front = organisation("front")
    place = burial_site("genk", caretaker=front)
    ConditionEntry.objects.create(site=place, visited="2020", state="good", restored_by=front)
    ceremony = Ceremony.objects.create(site=place, date="2019-10-12", organiser=front)
    CeremonyText.objects.create(ceremony=ceremony, language="en", title="Flowers were laid")
    photo, stone = PhotoFactory(published=True), PhotoFactory(published=True)
    CeremonyPhoto.objects.create(ceremony=ceremony, photo=photo)
    BurialPhoto.objects.create(burial=buried(place), photo=stone)
    assert "Flowers were laid" not in client.get("/en/burial-site/genk/").content.decode()
    publish_ceremony(ceremony)

    with django_assert_max_num_queries(12):
        page = client.get("/en/burial-site/genk/").content.decode()

    assert "Flowers were laid" in page
    assert "restored by Example Front" in page
    assert f"/en/photo/{photo.slug}/" in page
    assert f"/en/photo/{stone.slug}/" in page
    withdraw_ceremony(ceremony)
    assert "Flowers were laid" not in client.get("/en/burial-site/genk/").content.decode()
