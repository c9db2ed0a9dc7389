"""Links and cookies: what opens a submission, and what does not."""

import time
from datetime import timedelta
from unittest import mock

import pytest
from django.core import signing
from django.test import Client

from commemoration.submissions.links import LinkPurpose, sign_pass
from commemoration.submissions.models import Submission
from tests.factories.submissions import draft, sent

pytestmark = pytest.mark.django_db


def test_link_leaves_its_address_and_opens_one_submission():
    mine, theirs = draft(), draft(email="boris@example.org")
    browser = Client()

    answer = browser.get(f"/my/{sign_pass(mine)}/")

    assert answer["Location"] == f"/en/my/{mine.handle}/"
    assert answer["Referrer-Policy"] == "no-referrer"
    # One of a name, or a browser keeps the last of them only, for addresses of one language.
    assert {name: cookie["path"] for name, cookie in answer.cookies.items()} == {
        f"my-{code}": f"/{code}/my/{mine.handle}/" for code in ("en", "fr", "nl", "ru")
    }
    kept = {(cookie["httponly"], cookie["samesite"]) for cookie in answer.cookies.values()}
    assert kept == {(True, "Lax")}
    assert browser.get(f"/en/my/{mine.handle}/").status_code == 200
    assert browser.get(f"/en/my/{theirs.handle}/").status_code == 404


@pytest.mark.parametrize(
    "spoil",
    [
        lambda token: token[:-1],
        lambda token: token[: len(token) // 2],
        lambda token: token.swapcase(),
        lambda token: f"{token}x",
        lambda token: "x" * 5000,
        lambda token: "\u202e" + token,
    ],
)
def test_damaged_link_opens_nothing(client, spoil):
    token = sign_pass(draft())

    assert client.get(f"/my/{spoil(token)}/").status_code == 404
    assert client.get(f"/my/{token}/").status_code == 302


def test_link_and_cookie_grow_old(client, settings):
    submission = draft()
    token = sign_pass(submission)
    days = timedelta(days=settings.SUBMISSION_LINK_DAYS)

    with at(days + timedelta(minutes=1)):
        late = client.get(f"/my/{token}/").status_code
    with at(days - timedelta(minutes=5)):
        in_time = client.get(f"/my/{token}/").status_code
        same_day = client.get(f"/en/my/{submission.handle}/").status_code
    with at(days + timedelta(days=1)):
        next_day = client.get(f"/en/my/{submission.handle}/").status_code

    assert (late, in_time, same_day, next_day) == (404, 302, 200, 404)


def test_newer_version_of_links_closes_older_ones(client):
    submission = draft()
    token = sign_pass(submission)
    client.get(f"/my/{token}/")
    Submission.objects.update(link_version=2)

    assert client.get(f"/my/{token}/").status_code == 404
    assert client.get(f"/en/my/{submission.handle}/").status_code == 404


def test_confirming_link_opens_nothing_else():
    submission = sent()
    browser = Client()
    page = browser.get(f"/my/{sign_pass(submission, LinkPurpose.CONFIRM)}/")["Location"]

    assert page == f"/en/my/{submission.handle}/confirm/"
    for address in ("", "step/who/", "send/", "withdraw/", "erase/", "everything.zip"):
        assert browser.get(f"/en/my/{submission.handle}/{address}").status_code == 404
    assert browser.post(f"/en/my/{submission.handle}/erase/").status_code == 404
    submission.refresh_from_db()
    assert submission.state == "waiting"


def test_confirming_cookie_put_under_the_other_name_opens_nothing(client):
    submission = sent()
    client.cookies["my-en"] = sign_pass(submission, LinkPurpose.CONFIRM)

    assert client.get(f"/en/my/{submission.handle}/").status_code == 404
    client.cookies["my-en"] = sign_pass(submission)
    assert client.get(f"/en/my/{submission.handle}/").status_code == 200


def test_opening_every_page_by_link_changes_nothing(client):
    """As programs do that check letters."""
    submission = sent()
    client.get(f"/my/{sign_pass(submission)}/")
    before = Submission.objects.values().get()

    for address in ("", "withdraw/", "erase/", "send/", "step/who/", "pictures/"):
        client.get(f"/en/my/{submission.handle}/{address}")

    assert Submission.objects.values().get() == before


def at(later: timedelta):
    """The clock by which signatures are told their age."""
    now = time.time()
    return mock.patch.object(signing.time, "time", return_value=now + later.total_seconds())
