"""What an entry and an official record say of each other: to staff at once, to readers once staff
have decided."""

import pytest

from commemoration.names.enums import LinkState, NameRole
from commemoration.names.models import PersonLink
from commemoration.names.services.links import decide_link
from commemoration.names.services.people import NameFacts
from commemoration.submissions.answers import values_of
from tests.factories.graves import burial_site, buried
from tests.factories.regiment import entry, sent
from tests.factories.staff import superuser

pytestmark = pytest.mark.django_db

NAMES = [
    NameFacts(NameRole.REGISTERED, "Образцов", "Пётр"),
    NameFacts(NameRole.INSCRIBED, "Obrasow"),
]


def test_reviewers_are_told_who_may_be_the_same_person():
    grave = buried(burial_site(), names=NAMES, death="1944-09-09")
    submission = sent()

    found = submission.of_kind.hints(submission, values_of(submission).values)

    assert len(found) == 1
    assert f"/person/{grave.number}/" in found[0]


def test_pages_lead_to_each_other_only_once_staff_have_decided(client):
    grave, family = buried(burial_site(), names=NAMES), entry()
    first, second = sorted([grave.named_person_id, family.named_person_id])
    link = PersonLink.objects.create(first_id=first, second_id=second)
    pages = (grave.get_absolute_url(), family.get_absolute_url())

    def ways() -> list[bool]:
        bodies = [client.get(page).content.decode() for page in pages]
        return [f'href="{other}"' in body for body, other in zip(bodies, pages[::-1], strict=True)]

    assert ways() == [False, False]
    decide_link(link, state=LinkState.SAME, seen_state=LinkState.SUGGESTED, user=superuser())
    assert ways() == [True, True]
