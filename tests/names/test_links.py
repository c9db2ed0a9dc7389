import re

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from commemoration.core.accounts.groups import CENTRE_EDITORS, EMBASSY_EDITORS
from commemoration.names.enums import LinkState, PairReason
from commemoration.names.models import NamedPerson, PersonLink
from commemoration.names.selectors.suggestions import likely_pairs
from commemoration.names.services.links import decide_link, refresh_suggestions
from tests.factories.pages import build_site
from tests.factories.staff import signed_in, staff_account
from tests.names.people import add_person, identified

pytestmark = pytest.mark.django_db

INDEX = "/admin/people-links/"


@pytest.fixture
def editor():
    build_site()
    return staff_account("anna", EMBASSY_EDITORS)


def pair_of(**facts):
    first = add_person(identified("Khavelko", "Leonid"), **{"death": "1943-01-22"} | facts)
    second = add_person(identified("Gavelko", "Leonid"), **{"death": "1943-01-22"} | facts)
    return first, second


def test_names_that_sound_alike_on_one_day_of_death():
    first, second = pair_of()

    assert [(p.first, p.second, p.reasons) for p in likely_pairs()] == [
        (first.pk, second.pk, [PairReason.ALIKE])
    ]


def test_one_given_name_and_births_that_agree():
    add_person(identified("Agafonov", "Sergeï"), birth="1899", death="1943-05-06")
    add_person(identified("Tarassenko", "Serge"), birth="1899-09-01", death="1943-05-06")

    assert [pair.reasons for pair in likely_pairs()] == [[PairReason.GIVEN_NAME]]


def test_the_same_days_under_other_names():
    for name, given in (("Avgust", "Vassili"), ("Vassilenko", "Ivan")):
        add_person(identified(name, given), birth="1916-01-16", death="1943-05-02")

    assert [pair.reasons for pair in likely_pairs()] == [[PairReason.SAME_DATES]]


@pytest.mark.parametrize(
    "others",
    [
        {"death": "1943-01-23"},
        {"death": "1943-01"},
        {"death": ""},
        {"death": "1943-01-22", "birth": "1880"},
    ],
)
def test_what_speaks_against_makes_no_pair(others):
    add_person(identified("Khavelko", "Leonid"), birth="1910", death="1943-01-22")
    add_person(identified("Gavelko", "Leonid"), **others)

    assert list(likely_pairs()) == []


def test_a_common_given_name_alone_makes_no_pair():
    add_person(identified("Agafonov", "Ivan"), death="1943-05-06")
    add_person(identified("Tarassenko", "Ivan"), death="1943-05-06")

    assert list(likely_pairs()) == []


def test_what_is_decided_is_not_asked_again(editor):
    pair_of()
    refresh_suggestions()
    link = PersonLink.objects.get()

    decide_link(link, state=LinkState.NOT_SAME, seen_state=LinkState.SUGGESTED, user=editor)

    assert refresh_suggestions() == 0
    assert PersonLink.objects.get().state == LinkState.NOT_SAME
    assert NamedPerson.objects.count() == 2


def test_a_pair_that_nothing_speaks_for_any_more_vanishes():
    first, _second = pair_of()
    assert refresh_suggestions() == 1

    first.death = "1944-01-22"
    first.save()

    assert refresh_suggestions() == 0
    assert not PersonLink.objects.exists()


def test_two_decisions_do_not_overwrite_each_other(editor):
    pair_of()
    refresh_suggestions()
    link = PersonLink.objects.get()
    decide_link(link, state=LinkState.SAME, seen_state=LinkState.SUGGESTED, user=editor)

    with pytest.raises(ValidationError):
        decide_link(link, state=LinkState.NOT_SAME, seen_state=LinkState.SUGGESTED, user=editor)


def test_the_database_refuses_a_pair_twice_and_the_wrong_way_round():
    first, second = pair_of()
    PersonLink.objects.create(first=first, second=second)

    for people, rule in (
        ((first, second), "person_link_once_for_two"),
        ((second, first), "person_link_lower_number_first"),
    ):
        with pytest.raises(IntegrityError, match=rule), transaction.atomic():
            PersonLink.objects.create(first=people[0], second=people[1])


def test_staff_decide_on_the_screen(editor):
    pair_of()
    client = signed_in(editor)
    client.post(INDEX)
    link = PersonLink.objects.get()

    page = client.get(INDEX).content.decode()
    form = re.search(rf'action="{INDEX}{link.pk}/">(.*?)</form>', page, re.DOTALL)[1]
    decision = {"state": "same", "seen_state": "suggested", "note": "The same register."}
    client.post(reverse("person_links:decide", args=[link.pk]), decision)
    link.refresh_from_db()

    assert "Khavelko, Leonid" in page
    assert "csrfmiddlewaretoken" in form
    assert (link.state, link.note, link.decided_by) == (
        LinkState.SAME,
        "The same register.",
        editor,
    )
    assert link.decided_at is not None


@pytest.mark.parametrize("group", [EMBASSY_EDITORS, CENTRE_EDITORS])
def test_editors_of_both_institutions_may_decide(group):
    build_site()

    assert signed_in(staff_account("anna", group)).get(INDEX).status_code == 200


def test_others_may_not_decide(client):
    build_site()

    assert signed_in(staff_account("anna")).get(INDEX).status_code == 302
    assert client.get(INDEX).status_code == 302


@pytest.mark.parametrize("number", [1, 3])
def test_queries_of_the_list_do_not_grow(editor, number, django_assert_max_num_queries):
    for day in range(10, 10 + number):
        pair_of(death=f"1943-01-{day}")
    refresh_suggestions()
    client = signed_in(editor)
    client.get(INDEX)

    with django_assert_max_num_queries(20) as queries:
        assert client.get(INDEX).context["page"].paginator.count == number

    assert len(queries) == 18
