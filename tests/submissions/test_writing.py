"""Writing on several pages: what is kept, what is refused, what two windows do."""

import re
import time
from unittest import mock

import pytest
from django.test import Client

from commemoration.core.outbox.models import OutboxMessage
from commemoration.submissions.links import sign_pass
from commemoration.submissions.models import (
    Contact,
    LostLink,
    Submission,
    SubmissionEvent,
    SubmissionSection,
)
from commemoration.submissions.services.lost_links import answer_lost_link
from commemoration.submissions.views.refused import AGE
from tests.factories.submissions import ADDRESS, KIND, draft, sent
from tests.factories.visitor_forms import opened

pytestmark = pytest.mark.django_db

ODD = [
    "<script>alert(1)</script>",
    '=HYPERLINK("http://example.org")',
    "\u202eсмерть\u202c",
    "🎖 Иван",
    "a\x07b",
    "O'Brien-Ωλ van der Бо",
]


def opened_by(submission, **extra) -> Client:
    browser = Client()
    browser.get(f"/my/{sign_pass(submission)}/")
    return browser


def ticked(body: str) -> list[str]:
    boxes = re.findall(r"<input[^>]*name=\"scopes\"[^>]*>", body)
    return [re.search(r'value="(\w+)"', box)[1] for box in boxes if " checked" in box]


def test_faulty_page_is_kept_as_it_was_typed():
    submission = draft()
    browser = opened_by(submission)
    page = f"/en/my/{submission.handle}/step/who/"

    answer = browser.post(page, {"surname": "", "given": "Иван", "version": "1"})
    shown = browser.get(answer["Location"]).content.decode()

    assert (answer.status_code, answer["Location"]) == (302, page), "Back sends nothing again"
    assert "Something is missing" in shown
    assert 'value="Иван"' in shown
    assert "something is missing" in browser.get(f"/en/my/{submission.handle}/").content.decode()


@pytest.mark.parametrize("typed", ODD)
def test_odd_letters_are_kept_and_shown_as_text(typed):
    submission = draft()
    browser = opened_by(submission)
    page = f"/en/my/{submission.handle}/step/story/"

    answer = browser.post(page, {"story": typed, "version": "1"})

    shown = browser.get(page).content.decode()
    assert answer.status_code == 302
    assert "<script>alert" not in shown
    submission.words.refresh_from_db()
    assert submission.words.steps["story"]["fields"]["story"] == [typed]


def test_nul_is_left_out_and_a_flood_of_text_is_refused_politely():
    submission = draft()
    browser = opened_by(submission)
    page = f"/en/my/{submission.handle}/step/story/"

    nul = browser.post(page, {"story": "a\x00b", "version": "1"})
    flood = browser.post(page, {"story": "x" * 10_000_000, "version": "2"})

    assert nul.status_code == 302
    assert flood.status_code in (400, 413)
    submission.words.refresh_from_db()
    assert submission.words.steps["story"]["fields"]["story"] == ["ab"]


def test_second_window_does_not_overwrite_the_first():
    submission = draft()
    browser = opened_by(submission)
    page = f"/en/my/{submission.handle}/step/who/"
    browser.post(page, {"surname": "First", "version": "1"})

    late = browser.post(page, {"surname": "Second", "version": "1"})
    body = late.content.decode()

    assert late.status_code == 409
    assert 'value="Second"' in body
    assert body.partition("<title>")[2].startswith("Not saved · ")
    assert "This is not saved: the page was saved in another window" in body
    assert "What you wrote is saved" not in body
    assert "what was saved in the other window is kept" in body
    assert surname(submission) == "First"
    assert browser.post(page, {"surname": "Second", "version": "2"}).status_code == 302
    assert surname(submission) == "Second"


def test_double_click_sends_once():
    submission = draft()
    browser = opened_by(submission)
    data = {"name": "Anna", "scopes": ["publish"]}

    answers = [browser.post(f"/en/my/{submission.handle}/send/", data) for _click in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    told = SubmissionEvent.objects.filter(to_state="waiting")
    assert told.count() == 1
    assert OutboxMessage.objects.filter(template="submission_received").count() == 1


def test_unfinished_one_is_not_sent_and_says_which_page_lacks_something():
    submission = draft(surname="")
    browser = opened_by(submission)

    page = f"/en/my/{submission.handle}/send/"

    answer = browser.post(page, {"name": "Anna", "scopes": ["publish"]})
    shown = browser.get(answer["Location"]).content.decode()

    assert answer.status_code == 302
    assert "The pages are marked above." in shown
    assert 'value="Anna"' in shown
    assert "Anna" not in answer["Location"]
    submission.refresh_from_db()
    assert submission.state == "draft"
    step = {"surname": "Petrova", "version": "1"}
    browser.post(f"/en/my/{submission.handle}/step/who/", step)
    assert "marked above" not in browser.get(answer["Location"]).content.decode(), "mended"


def test_refused_name_takes_no_place_of_one_beside_an_agreement():
    submission = sent()
    Contact.objects.filter(submission=submission).update(name="Anna")
    browser = opened_by(submission)

    posted = {"name": "\N{WHITE SMILING FACE}", "scopes": ["publish"]}
    answer = browser.post(f"/en/my/{submission.handle}/send/", posted)

    assert answer.status_code == 422
    assert Contact.objects.get().name == "Anna"


def test_nothing_is_sent_without_the_consent_that_it_needs():
    submission, other = draft(), draft()
    browser = opened_by(submission)

    posted = {"name": "Anna", "scopes": ["name", "anything else" * 500]}
    answer = browser.post(f"/en/my/{submission.handle}/send/", posted)
    shown = browser.get(answer["Location"]).content.decode()

    assert answer.status_code == 302
    assert len(answer["Location"]) < 200, "boxes that are none stand in no address"
    assert "Nothing can be shown without your agreement." in shown
    assert ticked(shown) == ["name"]
    submission.refresh_from_db()
    assert submission.state == "draft"
    word = answer["Location"].partition("?")[2]
    with mock.patch("time.time", return_value=time.time() + AGE.total_seconds() + 1):
        late = browser.get(answer["Location"]).content.decode()
    assert ticked(late) == [], "a link that was kept ticks no box of today"
    elsewhere = opened_by(other).get(f"/en/my/{other.handle}/send/?{word}").content.decode()
    assert ticked(elsewhere) == [], "no link of somebody else ticks a box"


def test_sender_with_an_emoji_for_a_name_is_told_so_and_nothing_is_sent():
    submission = draft()
    browser = opened_by(submission)
    data = {"name": "Anna \U0001f600", "scopes": ["publish"]}

    answer = browser.post(f"/en/my/{submission.handle}/send/", data, follow=True)

    assert "“\U0001f600” cannot stand in a name." in answer.content.decode()
    submission.refresh_from_db()
    assert submission.state == "draft"


def test_name_too_long_to_be_kept_stands_in_the_refused_form_itself():
    submission = draft()

    answer = opened_by(submission).post(
        f"/en/my/{submission.handle}/send/", {"name": "A" * 300, "scopes": ["publish"]}
    )

    assert answer.status_code == 422
    assert "A" * 300 in answer.content.decode()


def test_last_page_first_leads_on_and_nothing_breaks():
    submission = draft()
    browser = opened_by(submission)

    assert browser.get(f"/en/my/{submission.handle}/step/nowhere/").status_code == 404
    assert browser.get(f"/en/my/{submission.handle}/send/").status_code == 200


def test_known_and_unknown_addresses_get_the_same_answer(client):
    sent()
    letters = OutboxMessage.objects.count()
    answers = []
    for email in (ADDRESS, "nobody@example.org"):
        data = {"email": email, "opened": opened()}
        answer = client.post("/en/send/again/", data)
        answers.append((answer.status_code, answer["Location"]))
    waiting = list(LostLink.objects.order_by("pk"))

    for asked in waiting:
        answer_lost_link(asked.pk)

    assert answers == [(302, "/en/send/again/sent/")] * 2
    assert len(waiting) == 2
    new = OutboxMessage.objects.order_by("pk")[letters:]
    assert [(letter.template, letter.to) for letter in new] == [("submission_links", ADDRESS)]
    assert not LostLink.objects.exists()


def test_nobody_is_flooded_with_letters_through_the_form(client):
    for _time in range(8):
        answer = client.post("/en/send/letter/", {"email": ADDRESS, "opened": opened()})
        assert answer.status_code == 302

    assert Submission.objects.count() == 8
    assert OutboxMessage.objects.filter(to=ADDRESS).count() == 5


def test_program_that_fills_in_the_trap_begins_nothing(client):
    data = {"email": ADDRESS, "opened": opened(), "website": "http://example.org"}

    answer = client.post("/en/send/letter/", data)

    assert answer.status_code == 302
    assert not Submission.objects.exists()
    data["website"] = ""
    client.post("/en/send/letter/", data)
    assert Submission.objects.count() == 1


def test_closed_section_says_so_kindly_and_keeps_what_has_begun(client):
    submission = draft()
    SubmissionSection.objects.create(slug=KIND.section, is_closed=True)

    closed = client.get("/en/send/letter/")
    post = client.post("/en/send/letter/", {"email": ADDRESS, "opened": opened()})

    assert (closed.status_code, post.status_code) == (503, 503)
    assert "your memories are welcome" in closed.content.decode()
    assert Submission.objects.count() == 1
    assert opened_by(submission).get(f"/en/my/{submission.handle}/").status_code == 200


def surname(submission) -> str:
    submission.words.refresh_from_db()
    return submission.words.steps["who"]["fields"]["surname"][0]
