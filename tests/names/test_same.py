"""Two records that staff have joined point to each other; nothing else does."""

import pytest
from django.utils import timezone

from commemoration.names.enums import LinkState
from commemoration.names.models.links import PersonLink
from tests.factories.graves import burial_site, buried, names
from tributes.graves.services.burials import withdraw_burial

pytestmark = pytest.mark.django_db

ELSEWHERE = "The same person elsewhere on this site"


@pytest.fixture
def pair():
    site = burial_site("genk")
    first = buried(site, "gavelko", names=names("Gavelko", "Gavelko", "Гавелко"))
    second = buried(site, "khavelko", names=names("Khavelko", "Khavelko", "Хавелко"))
    low, high = sorted([first.named_person_id, second.named_person_id])
    link = PersonLink.objects.create(first_id=low, second_id=high)
    return first, second, link


def decide(link: PersonLink, state: LinkState) -> None:
    link.state, link.decided_at = state, timezone.now()
    link.save()


def page(client, burial, language: str = "en") -> str:
    return client.get(f"/{language}/person/{burial.number}/").content.decode()


def test_joined_records_point_to_each_other(client, pair):
    first, second, link = pair
    decide(link, LinkState.SAME)

    assert f'href="/en/person/{second.number}/"' in page(client, first)
    assert f'href="/ru/person/{first.number}/" lang="ru">Гавелко' in page(client, second, "ru")


@pytest.mark.parametrize("state", [LinkState.SUGGESTED, LinkState.NOT_SAME])
def test_records_that_nobody_has_joined_say_nothing(client, pair, state):
    first, second, link = pair
    if state != LinkState.SUGGESTED:
        decide(link, state)

    assert ELSEWHERE not in page(client, first) + page(client, second)


def test_withdrawn_record_is_not_pointed_to(client, pair):
    first, second, link = pair
    decide(link, LinkState.SAME)
    assert ELSEWHERE in page(client, first)

    withdraw_burial(second)

    assert ELSEWHERE not in page(client, first)
