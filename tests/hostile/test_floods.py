"""Very many submissions: how many one visitor may begin, how many all may, and when nobody may."""

import pytest
from django.test import Client

from commemoration.core.enums import Section
from commemoration.core.outbox.models import OutboxMessage
from commemoration.submissions import limits
from commemoration.submissions.models import Submission, SubmissionSection
from commemoration.submissions.views import starting
from tests.core.threads import at_once
from tests.factories import regiment
from tests.factories.visitor_forms import opened
from tributes.regiment.placards import views as placards
from tributes.regiment.sharing import views as sharing

START = "/en/send/regiment/"


def begin(address: str = "198.51.100.7", email: str = "", **headers) -> int:
    email = email or f"a{Submission.objects.count()}@example.org"
    data = {"email": email, "opened": opened()}
    return Client(REMOTE_ADDR=address).post(START, data, headers=headers).status_code


@pytest.mark.django_db
def test_one_address_begins_so_many_and_the_others_go_on():
    first = [begin() for _time in range(starting.BEGUN)]

    assert set(first) == {302}
    assert begin() == 429
    assert begin(**{"x-forwarded-for": "203.0.113.9"}) == 429, "whoever sends it may invent it"
    assert begin("203.0.113.9") == 302
    assert Submission.objects.count() == starting.BEGUN + 1


@pytest.mark.django_db
def test_one_household_is_one_address(monkeypatch):
    monkeypatch.setattr(starting, "BEGUN", 3)

    answers = [begin(f"2001:db8:1:1::{number}") for number in range(1, 5)]

    assert answers == [302, 302, 302, 429]
    assert begin("2001:db8:1:2::1") == 302


@pytest.mark.django_db
def test_all_together_begin_so_many(monkeypatch):
    monkeypatch.setattr(starting, "BEGUN_BY_ALL", 3)

    answers = [begin(f"198.51.100.{number}") for number in range(5)]

    assert answers == [302, 302, 302, 429, 429]
    assert Submission.objects.count() == 3


@pytest.mark.django_db
def test_one_mailbox_gets_so_many_letters_from_whatever_addresses():
    for number in range(limits.LETTERS + 3):
        begin(f"198.51.100.{number}", email="anna@example.org")

    assert OutboxMessage.objects.filter(to="anna@example.org").count() == limits.LETTERS
    begin("203.0.113.9", email="boris@example.org")
    assert OutboxMessage.objects.filter(to="boris@example.org").count() == 1


@pytest.mark.django_db
def test_switch_closes_the_form_for_all_and_says_so(client):
    SubmissionSection.objects.create(slug=Section.CENTRE, is_closed=True)

    assert begin() == 503
    assert client.get(START).status_code == 503
    assert (Submission.objects.count(), OutboxMessage.objects.count()) == (0, 0)
    SubmissionSection.objects.update(is_closed=False)
    assert begin() == 302


@pytest.mark.django_db
def test_placards_are_set_so_often_for_one_visitor(monkeypatch, client):
    monkeypatch.setattr(placards, "SET_IN_AN_HOUR", 2)
    address = f"/en/regiment/{regiment.entry().number}/placard/a4.pdf"

    answers = [client.get(address).status_code for _time in range(3)]

    assert answers == [200, 200, 429]


@pytest.mark.django_db
def test_pictures_of_links_are_drawn_so_often_and_what_is_kept_is_given(monkeypatch, client):
    monkeypatch.setattr(sharing, "DRAWN_IN_AN_HOUR", 2)
    one, other = (regiment.entry(birth=birth).number for birth in ("1915", "1920"))
    asked = [("en", one), ("fr", one), ("en", other), ("en", one)]

    answers = [
        client.get(f"/{code}/regiment/{number}/share.jpg").status_code for code, number in asked
    ]
    stranger = Client(REMOTE_ADDR="198.51.100.9").get(f"/en/regiment/{other}/share.jpg")

    assert answers == [200, 200, 429, 200]
    assert stranger.status_code == 200


@pytest.mark.parametrize(("limit", "begun"), [(2, 2), (1000, 6)])
@pytest.mark.django_db(transaction=True)
def test_starts_at_the_same_moment_are_counted_exactly(limit, begun, monkeypatch):
    """With a limit that nobody reaches, the control, all six begin."""
    monkeypatch.setattr(starting, "BEGUN", limit)
    word = opened()

    def start(meet):
        client = Client(REMOTE_ADDR="198.51.100.7")
        meet()
        return client.post(START, {"email": "a@example.org", "opened": word}).status_code

    answers = at_once(start, 6)

    assert sorted(answers) == [302] * begun + [429] * (6 - begun)
    assert Submission.objects.count() == begun
