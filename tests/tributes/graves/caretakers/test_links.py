"""Who opens the pages of a caretaker, and what they show."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from commemoration.core.outbox.models import OutboxMessage
from commemoration.submissions.links import sign_pass
from commemoration.submissions.models import Submission
from tests.factories.caretakers import (
    ADDRESS,
    caretaker,
    opened_by,
    pages_of,
    sending,
    visit,
)
from tests.factories.graves import burial_site, buried
from tributes.graves.caretakers.links import sign_access
from tributes.graves.caretakers.selectors import care
from tributes.graves.caretakers.services.access import (
    issue_link,
    revoke_link,
)
from tributes.graves.models import Caretaker, PhotoRequest

pytestmark = pytest.mark.django_db

HOSTILE = '<script>alert("x")</script>\u202e'


def test_letter_brings_a_link_that_opens_the_own_sites_and_leaves_its_address():
    mine, theirs = burial_site("mine"), burial_site("theirs")
    neighbour = caretaker(mine, language="ru")
    caretaker(theirs, email="other@example.org")
    letter = OutboxMessage.objects.get(to=ADDRESS)
    link = re.search(r"https?://[^/\s]+(/caretaker/\S+)", letter.body)[1]
    browser = Client()

    answer = browser.get(link)
    page = browser.get(answer["Location"])
    english = browser.get(pages_of(neighbour))

    assert "Кладбище mine" in letter.body
    assert answer["Location"] == pages_of(neighbour, language="ru")
    assert answer["Referrer-Policy"] == "no-referrer"
    assert {name: cookie["path"] for name, cookie in answer.cookies.items()} == {
        f"caretaker-{code}": pages_of(neighbour, language=code) for code in ("en", "fr", "nl", "ru")
    }
    assert all(cookie["httponly"] for cookie in answer.cookies.values())
    assert "Кладбище mine" in page.content.decode()
    assert "theirs" not in page.content.decode()
    assert (page["X-Robots-Tag"], english.status_code) == ("noindex", 200)
    assert browser.get(pages_of(neighbour, mine)).status_code == 200
    assert browser.get(pages_of(neighbour, theirs)).status_code == 404


@pytest.mark.parametrize(
    "spoil", [lambda word: word[:-1], lambda word: f"{word}x", lambda word: "x" * 5000]
)
def test_damaged_link_opens_nothing(client, spoil):
    token = sign_access(caretaker())

    assert client.get(f"/caretaker/{spoil(token)}/", follow=True).status_code == 404
    assert client.get(f"/caretaker/{token}/").status_code == 302


def test_words_of_other_links_and_of_other_caretakers_open_nothing(client):
    site = burial_site()
    one, other = caretaker(site), caretaker(site, email="other@example.org")
    browser = opened_by(one)
    browser.post(pages_of(one, site), visit())
    mine = Submission.objects.get()

    assert client.get(f"/caretaker/{sign_pass(mine)}/").status_code == 404
    assert client.get(f"/my/{sign_access(one)}/").status_code == 404
    client.cookies["caretaker-en"] = sign_access(other)
    assert client.get(pages_of(one)).status_code == 404
    assert client.post(pages_of(one, site), sending()).status_code == 404
    assert client.get(pages_of(other, site)).status_code == 200
    assert "The grass was cut." not in client.get(pages_of(other, site)).content.decode()
    assert client.post(f"{pages_of(other)}sent/{mine.handle}/").status_code == 404
    assert [each.state for each in Submission.objects.all()] == ["draft"]


@pytest.mark.parametrize("how", ["revoked", "renewed", "ended"])
def test_closed_link_is_told_kindly_and_says_nothing_of_the_site(how):
    site = burial_site(texts={"en": {"name": "Hidden place"}})
    neighbour = caretaker(site, language="nl")
    browser = opened_by(neighbour)
    token = sign_access(neighbour)
    browser.post(pages_of(neighbour, site), visit())
    if how == "revoked":
        revoke_link(neighbour)
    elif how == "renewed":
        issue_link(neighbour)
    else:
        past = timezone.now() - timedelta(days=1)
        Caretaker.objects.update(issued_at=past - timedelta(days=9), valid_until=past)

    answers = [
        browser.get(f"/caretaker/{token}/"),
        browser.get(pages_of(neighbour)),
        browser.get(pages_of(neighbour, site)),
        browser.post(pages_of(neighbour, site), sending()),
        browser.get(f"{pages_of(neighbour, site)}paper/"),
    ]

    assert [answer.status_code for answer in answers] == [410] * 5
    assert not any("Hidden place" in answer.content.decode() for answer in answers)
    state = {"revoked": "withdrawn", "renewed": "draft", "ended": "draft"}[how]
    assert Submission.objects.get().state == state


def test_opening_pages_changes_nothing():
    site = burial_site()
    neighbour = caretaker(site)
    browser = opened_by(neighbour)
    before = Caretaker.objects.values().get()

    pages = [pages_of(neighbour), pages_of(neighbour, site), f"{pages_of(neighbour, site)}paper/"]

    assert [browser.get(page).status_code for page in pages] == [200] * 3
    assert Caretaker.objects.values().get() == before
    assert not Submission.objects.exists()


def test_page_and_paper_show_what_families_ask_for_at_the_own_sites_only():
    mine, theirs = burial_site(), burial_site()
    grave = buried(mine, grave_reference="A 12")
    for about in ({"burial": grave}, {"burial": buried(theirs)}, {"site": mine}):
        PhotoRequest.objects.create(
            language="en", note=f"By the oak {HOSTILE}", asked_at=timezone.now(), **about
        )
    neighbour = caretaker(mine)
    browser = opened_by(neighbour)

    pages = [
        browser.get(address).content.decode()
        for address in (pages_of(neighbour), f"{pages_of(neighbour, mine)}paper/")
    ]

    for page in pages:
        assert page.count("By the oak &lt;script&gt;") == 2
        assert "Obraztsov" in page
        assert "on the stone: Obrazzow" in page
        assert "grave: A 12" in page


def test_page_costs_the_same_with_one_site_and_with_three():
    sites = [burial_site(), burial_site(), burial_site()]
    counts = []
    for number in (1, 3):
        neighbour = caretaker(*sites[:number], email=f"n{number}@example.org")
        for site in sites[:number]:
            PhotoRequest.objects.create(burial=buried(site), language="en", asked_at=timezone.now())
        browser = opened_by(neighbour)
        browser.get(pages_of(neighbour))
        with CaptureQueriesContext(connection) as asked:
            browser.get(pages_of(neighbour))
        counts.append(len(asked))

    assert counts[0] == counts[1] <= 12


def test_list_of_what_was_sent_is_paged_and_costs_the_same(monkeypatch):
    monkeypatch.setattr(care, "REPORTS_ON_A_PAGE", 2)
    neighbour = caretaker(site := burial_site())
    browser, found = opened_by(neighbour), []
    for _number in (1, 2):
        browser.post(pages_of(neighbour, site), sending())
        browser.get(pages_of(neighbour))
        with CaptureQueriesContext(connection) as asked:
            browser.get(pages_of(neighbour))
        found.append(len(asked))
    browser.post(pages_of(neighbour, site), sending())

    pages = [
        browser.get(f"{pages_of(neighbour)}?page={number}").content.decode()
        for number in ("1", "2", "99", "x")
    ]

    handles = [*Submission.objects.order_by("-pk").values_list("handle", flat=True)]
    listed = [re.findall(r"/sent/(\w+)/", page) for page in pages]
    assert listed == [handles[:2], handles[2:], handles[2:], handles[:2]]
    assert found[0] == found[1]
    assert "?page=2" in pages[0]
