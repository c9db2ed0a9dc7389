"""People shown in published photographs are found by their names."""

import pytest

from commemoration.names.selectors.answers import answer
from photos.models import PersonShown
from photos.services.people_shown import refresh_people_shown
from photos.services.records import withdraw_photo
from tests.factories.pages import build_site
from tests.factories.photos import PhotoFactory

pytestmark = pytest.mark.django_db


def found(query: str) -> list[tuple[str, str, str]]:
    _found, answers = answer(query, limit=10)
    return [(each.headline.name, each.card.place, each.card.url) for each in answers]


@pytest.fixture
def photo():
    build_site()
    return PhotoFactory(people=["Specimen, Ivan", "Anna Muster"], published=True)


def test_people_are_found_by_any_spelling(photo):
    PhotoFactory(people=["Specimen, Ivan"], published=True)

    assert refresh_people_shown() == (2, 0)

    assert found("Специмен Иван") == [
        ("Specimen, Ivan", "2 photographs", "/en/photos/?person=Specimen%2C+Ivan")
    ]
    assert [name for name, _place, _url in found("Мустер")] == ["Muster, Anna"]


def test_drafts_show_nobody(photo):
    PhotoFactory(people=["Hidden, Ivan"])

    refresh_people_shown()

    assert not PersonShown.objects.filter(name="Hidden, Ivan").exists()


def test_who_is_withdrawn_is_not_found_from_that_moment(photo):
    refresh_people_shown()
    assert len(found("Specimen")) == 1

    withdraw_photo(photo)

    assert found("Specimen") == []
    assert refresh_people_shown() == (0, 2)
    assert not PersonShown.objects.exists()


def test_nothing_changes_where_nothing_changed(photo):
    refresh_people_shown()

    assert refresh_people_shown() == (0, 0)
