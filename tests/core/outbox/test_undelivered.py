"""What staff see of letters that did not arrive, and what they can do about it."""

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from commemoration.core.accounts.groups import CENTRE_EDITORS, EMBASSY_EDITORS, SITE_MANAGERS
from commemoration.core.outbox.enums import MessageStatus
from commemoration.core.outbox.models import OutboxMessage
from commemoration.core.outbox.services import retry_letter, send_due
from tests.factories.pages import build_site
from tests.factories.staff import signed_in, staff_account

pytestmark = pytest.mark.django_db

LIST = "letters:undelivered"
STAFF = {"embassy editor": EMBASSY_EDITORS, "centre editor": CENTRE_EDITORS}


@pytest.fixture
def undelivered(queue):
    def undelivered(status=MessageStatus.REFUSED, **values):
        letter = queue(**{"to": "vera@families.example", "template": "feedback", **values})
        OutboxMessage.objects.filter(pk=letter.pk).update(
            status=status,
            closed_at=timezone.now(),
            last_error="SMTPRecipientsRefused 550",
            attempts=3,
        )
        letter.refresh_from_db()
        return letter

    return undelivered


@pytest.fixture
def manager():
    return signed_in(staff_account("maria", SITE_MANAGERS))


def retry_address(letter):
    return reverse("letters:retry", args=[letter.uuid])


def text_of(answer) -> str:
    return answer.content.decode()


def test_manager_sees_where_a_letter_went_and_why_it_came_back(undelivered, manager):
    letter = undelivered(subject="On Vera", body="Dear Vera")

    page = text_of(manager.get(reverse(LIST)))

    assert "families.example" in page
    assert "SMTPRecipientsRefused 550" in page
    assert retry_address(letter) in page
    for private in ("vera@", "On Vera", "Dear Vera"):
        assert private not in page


def test_letters_on_their_way_delivered_or_emptied_are_not_listed(undelivered, queue, manager):
    queue(to="waiting@one.example")
    undelivered(MessageStatus.SENT, to="sent@two.example")
    emptied = undelivered(to="old@three.example")
    OutboxMessage.objects.filter(pk=emptied.pk).update(to="", erased_at=timezone.now())
    undelivered(MessageStatus.GIVEN_UP, to="late@four.example")

    page = text_of(manager.get(reverse(LIST)))

    assert [name for name in ("one", "two", "three", "four") if f"{name}.example" in page] == [
        "four"
    ]
    assert page.count(">Send again<") == 1


def test_list_costs_the_same_with_one_letter_and_with_three(
    undelivered, manager, django_assert_num_queries
):
    undelivered()
    manager.get(reverse(LIST))  # fills the caches of permissions and content types
    with CaptureQueriesContext(connection) as one:
        manager.get(reverse(LIST))
    undelivered()
    undelivered()

    with django_assert_num_queries(len(one)):
        manager.get(reverse(LIST))


def test_letter_that_is_sent_again_arrives(undelivered, manager):
    letter = undelivered()

    manager.post(retry_address(letter))

    letter.refresh_from_db()
    assert (letter.status, letter.closed_at) == (MessageStatus.WAITING, None)
    send_due()
    assert [message.to for message in mail.outbox] == [["vera@families.example"]]


@pytest.mark.parametrize("status", [MessageStatus.WAITING, MessageStatus.SENT])
def test_letter_that_is_on_its_way_or_has_arrived_is_not_sent_twice(queue, status):
    letter = queue()
    closed_at = timezone.now() if status == MessageStatus.SENT else None
    OutboxMessage.objects.filter(pk=letter.pk).update(status=status, closed_at=closed_at)

    assert not retry_letter(letter)

    letter.refresh_from_db()
    assert letter.status == status


def test_emptied_letter_is_not_sent(undelivered, manager):
    letter = undelivered()
    OutboxMessage.objects.filter(pk=letter.pk).update(to="", body="", erased_at=timezone.now())

    answer = manager.post(retry_address(letter), follow=True)

    letter.refresh_from_db()
    assert letter.status == MessageStatus.REFUSED
    assert "The letter is on its way already, or is no longer kept." in text_of(answer)


def test_reading_an_address_sends_nothing(undelivered, manager):
    letter = undelivered()

    assert manager.get(retry_address(letter)).status_code == 405

    letter.refresh_from_db()
    assert letter.status == MessageStatus.REFUSED


@pytest.mark.parametrize("kind", [*STAFF, "visitor"])
def test_only_managers_see_the_list_and_send_again(kind, undelivered):
    letter = undelivered()
    browser = Client() if kind == "visitor" else signed_in(staff_account("anna", STAFF[kind]))

    answers = [browser.get(reverse(LIST)), browser.post(retry_address(letter))]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert {answer.url.split("?")[0] for answer in answers} <= {"/admin/", "/admin/login/"}
    letter.refresh_from_db()
    assert letter.status == MessageStatus.REFUSED


def test_first_page_of_a_manager_names_them(undelivered, manager):
    build_site()
    undelivered()

    page = text_of(manager.get(reverse("wagtailadmin_home")))

    assert "families.example" in page
    assert reverse(LIST) in page


def test_first_page_of_an_editor_does_not(undelivered):
    build_site()
    undelivered()

    page = text_of(
        signed_in(staff_account("anna", EMBASSY_EDITORS)).get(reverse("wagtailadmin_home"))
    )

    assert "Drafts older than a month" in page
    assert "families.example" not in page
    assert reverse(LIST) not in page
