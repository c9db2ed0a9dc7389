"""Slips in single records: found, answered, and shown again when the record changes."""

import re

import pytest
from django.urls import reverse

from commemoration.core.accounts.groups import CENTRE_EDITORS
from commemoration.names.models import CheckedSlip
from commemoration.names.selectors.slips import all_slips
from tests.factories.graves import burial_site, buried, names
from tests.factories.pages import build_site
from tests.factories.staff import signed_in, staff_account
from tests.names.people import add_person, identified
from tributes.graves.services.burials import update_burial

pytestmark = pytest.mark.django_db

SLIPS = "/admin/people-links/slips/"


@pytest.fixture
def editor():
    build_site()
    return staff_account("anna", CENTRE_EDITORS)


def person_at(inscription: str, **dates):
    texts = {"fr": {"name": "Cimetière", "inscription": inscription}}
    return buried(burial_site(texts=texts), **dates)


@pytest.mark.parametrize(
    ("inscription", "dates", "told"),
    [
        (
            "Obrazzow Iwan, mort à Exemple le 7.12.1944",
            {"death": "1944-08-11"},
            "Death: the stone has 7 December 1944, the file has 11 August 1944.",
        ),
        (
            "4.9.1944. Obrazzow Iwan, 1918",
            {"birth": "1919", "death": "1944-09-04"},
            "Birth: the stone has 1918, the file has 1919.",
        ),
        (
            "Ivan Obraztsov 1915-1944",
            {"birth": "1915-01-02"},
            "Death: the stone has 1944, the file has no date.",
        ),
        ("Iwan Obrazzow, tué le 2 avril 1944", {"death": "1944-04"}, ""),
        ("Iwan Obrazzow 1915-1944", {"birth": "1915-05-01", "death": "1944-09~"}, ""),
        ("Karl Neighbour (1924-07.07.1944)", {"death": "1943"}, ""),
        ("Obrazzow, 99.99.1944, n° 19445", {"death": "1943"}, ""),
    ],
)
def test_the_stone_is_compared_with_the_file(inscription, dates, told):
    person_at(inscription, **dates)

    assert [slip.sentence for slip in all_slips()] == [told] * bool(told)


def test_two_names_of_one_line_keep_their_dates():
    site = burial_site(
        texts={
            "fr": {
                "name": "Cimetière",
                "inscription": "Iwan Obrazzow (1916-26.08.1944) et Boris Tonski (1924-7.7.1944)",
            }
        }
    )
    buried(site, birth="1916", death="1944-08-26")
    other = buried(site, names=names("Tonski", "Tonsky", "Тонский"), birth="1924", death="1943")

    assert [(slip.person, slip.evidence) for slip in all_slips()] == [
        (other.named_person_id, "1944-07-07 1924 1943")
    ]


def test_dates_ages_and_letters_that_do_not_go_together():
    add_person(identified("Young", "Ivan"), birth="1940", death="1944")
    add_person(identified("Old", "Ivan"), birth="1840-01-01", death="1944-01-01")
    add_person(identified("Grown", "Ivan"), birth="1920", death="1944")
    add_person(identified("Khavеlko", "Leonid"))  # a Cyrillic е
    add_person(identified("Хавелко Khavelko", "Leonid"))
    site = burial_site()
    buried(site, birth="1920", death="1944", age_at_death=42)
    buried(site, birth="1920", death="1944", age_at_death=25)
    buried(site, death="1941-05", nationality="soviet")

    assert sorted(slip.code for slip in all_slips()) == [
        "age",
        "early_death",
        "letters",
        "lifespan",
        "lifespan",
    ]


def test_staff_answer_that_it_is_so_until_the_record_changes(editor):
    burial = person_at("Obrazzow, mort le 7.12.1944", death="1944-08-11")
    client = signed_in(editor)
    slip = {
        "person": burial.named_person_id,
        "code": "stone_date",
        "evidence": all_slips()[0].evidence,
    }
    check = reverse("person_links:check_slip")
    page = client.get(SLIPS).content.decode()
    assert "the stone has 7 December 1944" in page
    assert "csrfmiddlewaretoken" in re.search(rf'action="{check}">(.*?)</form>', page, re.DOTALL)[1]

    client.post(check, slip | {"checked": "1", "note": "The mason was wrong."})

    answer = CheckedSlip.objects.get()
    assert (answer.checked_by, answer.note) == (editor, "The mason was wrong.")
    assert client.get(SLIPS).context["slips"] == []
    assert "The mason was wrong." in client.get(f"{SLIPS}?checked=1").content.decode()
    update_burial(burial, death="1944-08-12")
    assert len(client.get(SLIPS).context["slips"]) == 1
    update_burial(burial, death="1944-08-11")
    client.post(check, slip)
    assert len(client.get(f"{SLIPS}?slip=stone_date").context["slips"]) == 1
    assert client.get(f"{SLIPS}?slip=age").context["slips"] == []


def test_an_answer_that_makes_no_sense_and_strangers(editor):
    check = reverse("person_links:check_slip")

    answer = signed_in(editor).post(check, {"person": "0"}, follow=True)

    assert "could not be read" in answer.content.decode()
    stranger = signed_in(staff_account("carl"))
    assert (stranger.get(SLIPS).status_code, stranger.post(check).status_code) == (302, 302)


def test_queries_of_the_list_do_not_grow(editor, django_assert_max_num_queries):
    client = signed_in(editor)
    counted = set()
    for number in range(3):
        person_at(f"Obrazzow, mort le {number + 1}.12.1944", death="1944-08-11")
        add_person(identified("Young", f"Ivan {number}"), birth="1940", death="1944")
        client.get(SLIPS)
        with django_assert_max_num_queries(25) as queries:
            assert client.get(SLIPS).context["page"].paginator.count == 2 * number + 2
        counted.add(len(queries))

    assert len(counted) == 1
