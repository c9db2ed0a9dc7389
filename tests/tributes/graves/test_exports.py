"""What programs are given: GeoJSON, CSV, sitemaps."""

import csv
import io

import pytest

from tests.factories.graves import burial_site, buried
from tests.factories.pages import build_site
from tributes.graves.services.burials import withdraw_burial
from tributes.graves.services.sites import withdraw_site

pytestmark = pytest.mark.django_db


def people(client) -> list[dict]:
    text = b"".join(client.get("/data/people.csv").streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_geojson_puts_longitude_first_and_tells_of_the_withdrawn(client):
    burial_site("genk")
    withdraw_site(burial_site("gone"))
    burial_site("draft", published=False)

    answer = client.get("/data/burial-sites.geojson")

    found = {each["id"]: each for each in answer.json()["features"]}
    assert answer["Content-Type"] == "application/geo+json"
    assert set(found) == {"genk", "gone"}
    assert found["genk"]["geometry"] == {"type": "Point", "coordinates": [5.4321, 50.12345]}
    assert found["genk"]["properties"]["precision"] == "village"
    assert found["gone"]["geometry"] is None
    assert found["gone"]["properties"]["status"] == "withdrawn"


def test_csv_tells_of_the_public_and_of_the_withdrawn_without_their_facts(client):
    place = burial_site()
    man, gone = buried(place, birth="1910"), buried(place, birth="1911")
    buried(place, published=False)
    withdraw_burial(gone)

    rows = people(client)

    assert [(row["person_id"], row["status"], row["birth_date_edtf"]) for row in rows] == [
        (man.key, "published", "1910"),
        (gone.key, "withdrawn", ""),
    ]
    assert rows[0]["name_cyrillic"] == "Образцов Иван"


def test_csv_guards_what_a_spreadsheet_would_calculate(client):
    buried(burial_site(), texts={"en": {"note": "=1+1"}})

    assert people(client)[0]["note_en"] == "'=1+1"


def test_sitemap_names_public_sites_and_people_only(client):
    build_site()
    man = buried(burial_site("genk"))
    burial_site("draft", published=False)

    index = client.get("/sitemap.xml").content.decode()
    sites = client.get("/sitemap-sites-1.xml").content.decode()
    persons = client.get("/sitemap-people-1.xml").content.decode()

    assert "/sitemap-people-1.xml" in index
    assert "/ru/burial-site/genk/" in sites
    assert "draft" not in sites
    assert f"/nl/person/{man.number}/" in persons
    assert client.get("/sitemap-nothing-1.xml").status_code == 404
