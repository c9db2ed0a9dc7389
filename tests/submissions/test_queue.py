"""The queue of submissions: who sees it, in what order, and what each may decide."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.users.models import UserProfile

from commemoration.core.accounts.groups import CENTRE_EDITORS, EMBASSY_EDITORS, SITE_MANAGERS
from commemoration.core.outbox.enums import MessageStatus
from commemoration.core.outbox.models import OutboxMessage
from commemoration.home.dashboard import selectors as dashboard
from commemoration.submissions.enums import Actor, Reason, SubmissionState
from commemoration.submissions.models import Submission, SubmissionEvent, SubmissionSection
from commemoration.submissions.selectors import waiting
from commemoration.submissions.selectors.waiting import median_wait
from commemoration.submissions.services.digest import send_digests
from commemoration.submissions.services.review import approve, take_for_review
from tests.factories.staff import signed_in, staff_account, superuser
from tests.factories.submissions import ADDRESS, draft, sent
from tests.submissions.screens import QUEUE, screen_of

pytestmark = pytest.mark.django_db


def waiting_since(submission, **ago):
    moment = timezone.now() - timedelta(**ago)
    Submission.objects.filter(pk=submission.pk).update(sent_at=moment)
    return submission


def titles(response):
    return [row.title for row in response.context["rows"]]


def test_oldest_stand_first_and_drafts_are_nobodys_business(browser):
    waiting_since(sent(surname="Young"), hours=1)
    waiting_since(sent(surname="Old", email="b@example.org"), days=4)
    unsent = draft(surname="Draft", email="c@example.org")

    assert titles(browser.get(QUEUE)) == ["Old", "Young"]
    assert titles(browser.get(f"{QUEUE}?state=all")) == ["Old", "Young"]
    assert browser.get(screen_of(unsent)).status_code == 404


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("state=waiting", ["Old", "Russian"]),
        ("state=published", ["Public"]),
        ("state=all", ["Old", "Public", "Russian"]),
        ("kind=letter&section=letters", ["Old", "Russian"]),
        ("language=ru", ["Russian"]),
        ("age=3", ["Old"]),
        ("q=D@Example.org", ["Russian"]),
        ("state=nonsense&kind=x&age=x", ["Old", "Russian"]),
    ],
)
def test_filters(browser, reviewer, asked, found):
    waiting_since(sent(surname="Old"), days=5)
    public = sent(surname="Public", email="c@example.org")
    approve(submission=public, user=reviewer, seen_version=public.words.version)
    waiting_since(public, days=2)
    sent(surname="Russian", language="ru", email="d@example.org")

    assert titles(browser.get(f"{QUEUE}?{asked}")) == found


def test_queue_is_read_with_the_same_queries_however_long_it_is(
    browser, django_assert_num_queries, django_assert_max_num_queries
):
    sent()
    browser.get(QUEUE)  # what is read once for each process
    with django_assert_max_num_queries(20) as one:
        browser.get(QUEUE)
    for number in range(2):
        sent(email=f"{number}@example.org")
    with django_assert_num_queries(len(one)):
        assert len(titles(browser.get(QUEUE))) == 3
    for number in range(29):
        sent(email=f"more{number}@example.org")
    with django_assert_num_queries(len(one)):
        assert len(titles(browser.get(QUEUE))) == 30


def test_who_reviews_the_kind_sees_it(browser):
    submission = sent()

    assert browser.get(QUEUE).status_code == 200
    assert browser.get(screen_of(submission)).status_code == 200


@pytest.mark.parametrize("group", [EMBASSY_EDITORS, CENTRE_EDITORS, SITE_MANAGERS])
def test_who_does_not_review_the_kind_sees_nothing_of_it(group):
    submission = sent()
    other = signed_in(staff_account("pieter", group))

    queue = other.get(QUEUE)  # who reviews no kind at all is sent away with a message
    assert queue.status_code == 302 or titles(queue) == []
    for name in ("review", "end", "pictures"):
        address = screen_of(submission, name)
        assert other.get(address).status_code == 404
        assert other.post(address, {"action": "take"}).status_code == 404
    submission.refresh_from_db()
    assert submission.reviewer is None


def test_visitors_are_sent_to_the_login(client):
    submission = sent()

    for address in (QUEUE, screen_of(submission)):
        assert client.get(address)["Location"].startswith("/admin/login/")


def test_next_one_goes_through_the_queue_and_passes_what_others_have(browser, reviewer):
    first = waiting_since(sent(surname="First"), days=3)
    second = waiting_since(sent(surname="Second", email="b@example.org"), days=2)
    third = waiting_since(sent(surname="Third", email="c@example.org"), days=1)
    take_for_review(submission=first, user=superuser("boris"))

    taken = browser.post(QUEUE)
    skipped = browser.post(taken["Location"], {"action": "skip"})

    assert taken["Location"] == screen_of(second)
    assert skipped["Location"] == screen_of(third)
    assert browser.post(skipped["Location"], {"action": "skip"})["Location"] == QUEUE
    assert not Submission.objects.filter(reviewer=reviewer).exists()
    shown = {row.title: row.reviewer for row in browser.get(QUEUE).context["rows"]}
    assert {title: str(who) for title, who in shown.items()} == {
        "First": "boris",
        "Second": "None",
        "Third": "None",
    }


def test_letter_that_came_back_is_told_beside_its_submission(browser):
    submission = sent()
    OutboxMessage.objects.filter(to=ADDRESS).update(
        status=MessageStatus.REFUSED, closed_at=timezone.now()
    )

    assert "a letter to the sender did not arrive" in browser.get(QUEUE).content.decode()
    page = browser.get(screen_of(submission)).content.decode()
    assert "A letter to this address did not arrive" in page
    OutboxMessage.objects.filter(to=ADDRESS).update(status=MessageStatus.SENT)
    assert "a letter to the sender did not arrive" not in browser.get(QUEUE).content.decode()


def test_only_managers_set_sections_and_closing_is_kept():
    address = reverse("submission_queue:sections")
    manager = signed_in(staff_account("maria", SITE_MANAGERS))
    editor = signed_in(staff_account("pieter", CENTRE_EDITORS))

    assert manager.post(address, {"letters-is_closed": "on"}).status_code == 302
    assert editor.post(address, {"letters-needs_two": "on"}).status_code == 302
    assert editor.get(address).status_code == 302

    section = SubmissionSection.objects.get(slug="letters")
    assert (section.needs_two, section.is_closed) == (False, True)
    forms = dict(manager.get(address).context["rows"])
    assert forms["letters"].initial == {"needs_two": False, "is_closed": True}


def test_dashboard_tells_how_many_wait_since_when_and_for_how_long_usually(reviewer):
    old = waiting_since(sent(surname="Old"), days=4)
    done = sent(surname="Done", email="b@example.org")
    approve(submission=done, user=reviewer, seen_version=done.words.version)

    shown = dashboard.submissions_to_review(reviewer)

    assert [(row.title, row.url) for row in shown.rows] == [("Old", screen_of(old))]
    assert shown.total == 1
    assert timedelta(0) < median_wait(reviewer) < timedelta(minutes=1)
    assert median_wait(reviewer, timezone.now() + timedelta(days=31)) is None
    page = signed_in(reviewer).get("/admin/").content.decode()
    assert "Submissions that wait for review" in page


def test_median_is_that_of_the_newest_decisions(reviewer, monkeypatch):
    slow, quick = sent(email="b@example.org"), sent(email="c@example.org")
    _note(slow, SubmissionState.WAITING, SubmissionState.CHANGES, Actor.SENDER, days=10)
    _note(slow, SubmissionState.CHANGES, SubmissionState.WAITING, Actor.SENDER, days=9)
    _note(slow, SubmissionState.WAITING, SubmissionState.PUBLISHED, Actor.STAFF, days=1)
    _note(slow, SubmissionState.PUBLISHED, SubmissionState.WAITING, Actor.SENDER, days=0)
    approve(submission=quick, user=reviewer, seen_version=quick.words.version)

    assert timedelta(days=3) < median_wait(reviewer) < timedelta(days=5)
    monkeypatch.setattr(waiting, "MOST_DECISIONS", 1)
    assert median_wait(reviewer) < timedelta(minutes=1)


def _note(submission, before, after, actor, **ago) -> None:
    """A line of the log, as if it had been written then."""
    SubmissionEvent.objects.create(
        submission=submission.key,
        from_state=before,
        to_state=after,
        reason=Reason.CHANGED,
        actor=actor,
        at=timezone.now() - timedelta(**ago),
    )


def test_digest_goes_once_a_day_to_those_who_have_something_waiting(reviewer):
    noon = timezone.localtime().replace(hour=12)
    staff_account("pieter", CENTRE_EDITORS)
    digests = OutboxMessage.objects.filter(template="submission_digest")

    send_digests(noon)
    assert not digests.exists(), "nothing waits"
    sent()
    send_digests(noon.replace(hour=3))
    assert not digests.exists(), "nobody is written to in the night"
    for hour in (9, 12, 13):
        send_digests(noon.replace(hour=hour))
    assert [letter.to for letter in digests] == [reviewer.email]
    assert QUEUE in digests.get().body
    send_digests(noon + timedelta(days=1))
    assert digests.all().count() == 2


def test_digest_is_in_the_language_of_its_reader(reviewer):
    sent()
    UserProfile.objects.create(user=reviewer, preferred_language="ru")

    send_digests(timezone.localtime().replace(hour=12))

    assert OutboxMessage.objects.get(template="submission_digest").language == "ru"
