"""The feedback form: what a reader writes reaches the site managers, and nothing else does."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from commemoration.core.models import OutboxMessage
from tests.factories.pages import build_site
from tests.factories.visitor_forms import opened

pytestmark = pytest.mark.django_db

FORM = "/en/feedback/"
THANKS = "/en/feedback/thanks/"
MESSAGE = {
    "message": "The map & list cannot be read aloud.",
    "page": "/en/embassy/graves/",
    "opened": opened(),
}


@pytest.fixture(autouse=True)
def site(settings):
    settings.FEEDBACK_ADDRESS = "managers@example.org"
    return build_site()


def errors(response):
    return dict(response.context["form"].errors)


def test_message_becomes_a_letter_to_the_managers(client):
    values = {**MESSAGE, "name": " Anna  Peeters ", "email": "anna@example.org"}
    with override("nl"):
        url = reverse("feedback")
    response = client.post(url, values)

    assert (response.status_code, response["Location"]) == (302, "/nl/feedback/thanks/")
    letter = OutboxMessage.objects.get()
    assert (letter.to, letter.reply_to) == ("managers@example.org", "anna@example.org")
    assert letter.body == (
        "A reader has written through the feedback form:\n\n"
        "The map & list cannot be read aloud.\n\n"
        "Page: /en/embassy/graves/\n"
        "Language of the site: Nederlands\n"
        "Name: Anna Peeters\n"
        "E-mail: anna@example.org (an answer to this letter goes there)\n"
    )


def test_message_without_a_name_and_address_is_taken(client):
    assert client.post(FORM, {"message": "Thank you.", "opened": opened()})["Location"] == THANKS

    letter = OutboxMessage.objects.get()
    assert letter.reply_to == ""
    assert letter.body.endswith("The reader left no address for an answer.\n")


def test_thanks_are_shown(client):
    page = client.get(THANKS).content.decode()

    assert '<h1 class="page-head__title">Thank you</h1>' in page


def test_faults_stand_beside_their_fields_and_nothing_typed_is_lost(client):
    values = {"message": " ", "name": "Anna", "email": "anna@", "opened": opened()}
    response = client.post(FORM, values)
    page = response.content.decode()

    assert response.status_code == 422
    assert errors(response) == {
        "message": ["Write what you would like to tell us."],
        "email": ["Write an e-mail address such as name@example.org, or leave it empty."],
    }
    assert 'value="Anna"' in page
    assert 'value="anna@"' in page
    assert 'aria-describedby="id_email_helptext id_email_error"' in page
    assert 'role="alert"' in page
    assert not OutboxMessage.objects.exists()


@pytest.mark.parametrize(
    "values",
    [
        {**MESSAGE, "message": "x" * 5001},
        {**MESSAGE, "email": "a@example.org\r\nBcc: b@example.org"},
        {**MESSAGE, "page": "x" * 501},
        {**MESSAGE, "name": "a\x00b"},
        {**MESSAGE, "message": ""},
        {**MESSAGE, "opened": ""},
    ],
)
def test_bad_input_is_refused(client, values):
    assert client.post(FORM, values).status_code == 422
    assert not OutboxMessage.objects.exists()


def test_program_that_fills_every_field_is_thanked_and_ignored(client):
    response = client.post(FORM, {**MESSAGE, "website": "https://example.org"})

    assert response["Location"] == THANKS
    assert not OutboxMessage.objects.exists()


def test_sixth_message_within_an_hour_is_kept_for_later(client):
    for _ in range(5):
        client.post(FORM, MESSAGE)
    sixth = client.post(FORM, MESSAGE)
    other = client.post(FORM, MESSAGE, REMOTE_ADDR="192.0.2.7")

    assert sixth.status_code == 429
    assert "You have sent several messages." in sixth.content.decode()
    assert "The map &amp; list cannot be read aloud." in sixth.content.decode()
    assert other.status_code == 302
    assert OutboxMessage.objects.count() == 6


def test_address_of_the_page_is_filled_in(client):
    page = client.get(f"{FORM}?page=/en/embassy/%22%3E").content.decode()

    assert 'value="/en/embassy/&quot;&gt;"' in page


def test_form_of_another_site_is_refused():
    client = Client(enforce_csrf_checks=True)

    assert client.post(FORM, MESSAGE).status_code == 403
    assert not OutboxMessage.objects.exists()


def test_cookie_comes_with_the_form_only(client):
    assert client.get(THANKS).cookies.keys() == set()
    assert client.get("/en/").cookies.keys() == set()
    assert client.get(FORM).cookies.keys() == {"csrftoken"}


@pytest.mark.parametrize("language", ["en", "fr", "nl", "ru"])
def test_form_exists_in_each_language(client, language, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        response = client.get(f"/{language}/feedback/")

    assert response.status_code == 200
    frame = response.context["frame"]
    assert [link.url for link in frame.languages] == [
        f"/{code}/feedback/" for code in ("en", "fr", "nl", "ru")
    ]
