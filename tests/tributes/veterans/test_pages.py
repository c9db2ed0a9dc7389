"""The roll of veterans, a veteran's page, and the page of a presentation."""

import pytest

from commemoration.core.enums import Section
from tests.factories.pages import build_site
from tests.factories.veterans import award, presentation, veteran, veterans_page

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
