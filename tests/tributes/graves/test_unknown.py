import pytest

from commemoration.core.enums import Section
from tests.factories.graves import burial_site, buried, grave_map_page
from tests.factories.pages import build_site
from tributes.graves.enums import BurialKind

pytestmark = pytest.mark.django_db


def test_who_asks_for_the_unknown_is_led_to_the_places_where_they_lie(client):
    section = build_site().sections[Section.EMBASSY]
    page = grave_map_page(section["ru"])
    buried(burial_site("arlon"), kind=BurialKind.COUNT, people_count=5)
    burial_site("genk")
    address = f"{page.url}?unknown=1"

    shown = client.get("/ru/names/", {"q": "неизвестный солдат"}).content.decode()

    assert f'href="{address}"' in shown
    assert client.get(address).context["shown"].total == 1
    assert address not in client.get("/ru/names/", {"q": "Бобельцов"}).content.decode()
