"""A name that is looked for in a list counts like one that is looked for on the page of names."""

import pytest

from commemoration.core.enums import Section
from tests.factories.graves import burial_site, buried, grave_map_page, names
from tests.factories.pages import build_site
from tests.factories.veterans import veteran, veterans_page

pytestmark = pytest.mark.django_db
NOTE = "This is the list without the name: wait a minute, then ask again."
GRAVES, VETERANS = "/en/embassy/graves/", "/en/embassy/veterans/"
POINTS, FACTS = "/en/burial-sites/points.json", "/en/burial-sites/facts.json"


def test_lists_and_map_share_the_limit_of_the_names(client, settings):
    section = build_site().sections[Section.EMBASSY]["en"]
    grave_map_page(section)
    veterans_page(section)
    arlon = burial_site("arlon")
    buried(arlon, names=names("Robelsovs", "Bobeltsov", "Бобельцов"))
    burial_site("genk")
    veteran(latin="Zhukov", russian="Жуков")
    asked = {"name": "Бобельцов", "site": arlon.pk}
    settings.NAME_SEARCHES_A_MINUTE = 4

    before = [client.get(address, asked) for address in (GRAVES, VETERANS, POINTS, FACTS)]
    after = [client.get(address, asked) for address in (GRAVES, VETERANS, POINTS, FACTS)]

    assert [each.status_code for each in before] == [200] * 4
    assert [each.status_code for each in after] == [429] * 4
    assert [each.context["shown"].total for each in (*before[:2], *after[:2])] == [1, 0, 2, 1]
    for response in before[:2]:
        assert NOTE not in response.content.decode()
    for response in after[:2]:
        assert NOTE in response.content.decode()
        assert 'value="Бобельцов"' in response.content.decode()
    assert after[2].json() == {"error": "Too many searches. Wait a minute."}
    assert client.get("/en/names/", {"q": "Бобельцов"}).status_code == 429
    assert "Бобельцов" not in str(client.get("/en/search/", {"q": "Бобельцов"}).context["people"])
    for address in (GRAVES, VETERANS, POINTS, FACTS):
        assert client.get(address).status_code == 200
