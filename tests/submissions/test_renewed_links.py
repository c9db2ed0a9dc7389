"""Somebody else may have the link: all are closed, and a letter brings the only one that opens."""

import re

import pytest
from django.test import Client

from commemoration.core.outbox.models import OutboxMessage
from commemoration.submissions.limits import LETTERS
from commemoration.submissions.links import LinkPurpose, sign_pass
from commemoration.submissions.models import Submission
from commemoration.submissions.services import renewed_links
from commemoration.submissions.services.drafts import send_submission
from commemoration.submissions.services.renewed_links import renew_link
from commemoration.submissions.services.restored import end_again
from commemoration.submissions.tombstones import closed_links, mend_tombstones
from commemoration.submissions.views import mine as mine_views
from tests.factories.submissions import ADDRESS, draft, sent

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _places(settings, tmp_path):
    settings.TOMBSTONE_DIR = tmp_path / "tombstones"


def opened(submission) -> Client:
    browser = Client()
    browser.get(f"/my/{sign_pass(submission)}/")
    return browser


def test_every_link_and_page_is_closed_but_the_one_in_the_new_letter():
    submission, other = sent(), sent()
    old = [sign_pass(submission, purpose) for purpose in LinkPurpose]
    mine, thief, elsewhere = opened(submission), opened(submission), opened(other)
    page = f"/en/my/{submission.handle}/"

    assert "Close it everywhere" in mine.get(page).content.decode()
    answer = mine.post(f"{page}renew/", follow=True)

    assert answer.redirect_chain == [("/en/send/again/sent/?closed", 302)]
    assert "All links are closed" in answer.content.decode()
    assert [browser.get(page).status_code for browser in (mine, thief)] == [404, 404]
    assert {Client().get(f"/my/{word}/", follow=True).status_code for word in old} == {404}
    assert elsewhere.get(f"/en/my/{other.handle}/").status_code == 200
    letter = OutboxMessage.objects.filter(template="submission_renewed").get()
    link = re.search(r"https?://[^/\s]+(/my/\S+)", letter.body)[1]
    assert (letter.to, Client().get(link, follow=True).status_code) == (ADDRESS, 200)


def test_nothing_is_closed_while_no_letter_may_be_written():
    submission = sent()
    mine = opened(submission)
    page = f"/en/my/{submission.handle}/"
    renewed = [renew_link(submission) for _each in range(LETTERS + 1)]
    submission.refresh_from_db()
    mine = opened(submission)

    answer = mine.post(f"{page}renew/", follow=True)

    assert (renewed[0], renewed[-1]) == (True, False)
    assert "Your links stay as they are" in answer.content.decode()
    assert mine.get(page).status_code == 200


def test_who_has_not_confirmed_yet_is_asked_for_that_again_and_can():
    submission = draft()
    send_submission(submission=submission, name="Anna", scopes=["publish"], by_letter=False)
    page = f"/en/my/{submission.handle}/"
    opened(submission).post(f"{page}renew/")

    letter = OutboxMessage.objects.latest("pk")
    link = re.search(r"https?://[^/\s]+(/my/\S+)", letter.body)[1]
    browser = Client()
    confirming = browser.get(link)["Location"]
    browser.post(confirming)

    submission.refresh_from_db()
    assert (letter.template, submission.state) == ("submission_confirm", "waiting")


def test_what_a_caretaker_sent_is_opened_by_their_link_which_staff_renew(monkeypatch):
    submission = sent()
    monkeypatch.setattr(renewed_links, "has_links_of_its_own", lambda _submission: False)

    assert renew_link(submission) is False


@pytest.mark.parametrize("is_invited", [True, False])
def test_page_offers_it_where_it_can_be_done(is_invited, monkeypatch):
    submission = sent()
    monkeypatch.setattr(mine_views, "has_links_of_its_own", lambda _each: not is_invited)

    shown = opened(submission).get(f"/en/my/{submission.handle}/").content.decode()

    assert ("Close it everywhere" in shown) != is_invited


def test_line_that_a_stop_has_lost_is_written_later():
    submission = sent()
    renew_link(submission)  # and now the machine stops
    assert closed_links() == {}

    assert mend_tombstones() == 1
    assert closed_links() == {submission.key: 2}
    assert mend_tombstones() == 0


def test_opening_the_address_closes_nothing():
    submission = sent()
    mine = opened(submission)

    assert mine.get(f"/en/my/{submission.handle}/renew/").status_code == 405
    assert mine.get(f"/en/my/{submission.handle}/").status_code == 200


def test_links_stay_closed_after_a_restore(django_capture_on_commit_callbacks):
    submission = sent()
    old = sign_pass(submission)
    with django_capture_on_commit_callbacks(execute=True):
        renew_link(submission)
    Submission.objects.filter(pk=submission.pk).update(link_version=submission.link_version)
    assert Client().get(f"/my/{old}/", follow=True).status_code == 200

    assert end_again() == 1

    assert Client().get(f"/my/{old}/", follow=True).status_code == 404
    assert end_again() == 0
