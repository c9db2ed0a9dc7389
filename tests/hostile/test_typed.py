"""Whatever is typed into any field of any step, in whatever order, with a part of the site down:
nothing breaks, nothing typed is lost, nothing happens twice."""

import socket

import pytest
from django import forms
from django.test import Client
from django.utils.html import escape

from commemoration.core.outbox.models import OutboxMessage
from commemoration.core.outbox.services import send_due
from commemoration.submissions.kinds import submission_kinds
from commemoration.submissions.links import LinkPurpose, sign_pass
from commemoration.submissions.models import Submission, SubmissionEvent
from commemoration.submissions.services.drafts import begin_draft
from commemoration.submissions.services.review import approve
from commemoration.submissions.views.cookies import cookie_name
from commemoration.submissions.views.passes import COOKIES
from tests.core.threads import at_once
from tests.factories.staff import superuser
from tests.factories.submissions import KIND, draft, letters_are_sent, sent
from tests.hostile.words import alive
from tributes.regiment.kind import regiment_kind

TYPED = {
    "html": "</textarea><script>xq(1)</script>\" onfocus=xq(2) '",
    "control signs": "a\x00b\x07c\x1b[31md\x7f\x85e",
    "emoji": "👩‍👩‍👧 🎖️ \U0001f1e7\U0001f1ea",
    "right to left": "\u202eгруз\u202c \u2067א\u2069 \u200f",
    "odd letters": "Z̶a̶l̶g̶o̶ \ufffe \ue000 \u0378 ﷽",
    "line breaks": "a\r\nb\u2028c\x0bd",
    "long": "я" * 20_000,
}


@pytest.fixture(autouse=True)
def _letters(settings, tmp_path):
    settings.TOMBSTONE_DIR = tmp_path / "tombstones"
    with letters_are_sent():
        yield


def steps() -> list:
    return [
        pytest.param(kind.slug, step.slug, id=f"{kind.slug}-{step.slug}")
        for kind in [regiment_kind(), KIND, *submission_kinds()]
        for step in kind.steps
    ]


def opened_by(submission: Submission, purpose: LinkPurpose = LinkPurpose.OPEN) -> Client:
    browser = Client()
    browser.get(f"/my/{sign_pass(submission, purpose)}/")
    return browser


def names_of(form: forms.Form) -> list[str]:
    """Every name under which a browser would send something."""
    names = []
    for bound in form:
        parts = getattr(bound.field.widget, "widgets_names", None)
        names += [f"{bound.name}{part}" for part in parts] if parts else [bound.name]
    return names


@pytest.mark.django_db
@pytest.mark.parametrize(("kind", "step"), list(dict.fromkeys(p.values for p in steps())))
def test_every_field_bears_every_kind_of_text(kind, step):
    (found,) = [each for each in submission_kinds() if each.slug == kind]
    submission = begin_draft(kind=found, language="ru", email="anna@example.org")
    browser = opened_by(submission)
    page, version = f"/ru/my/{submission.handle}/step/{step}/", 0
    names = names_of(found.step(step).form())

    for what, typed in TYPED.items():
        answer = browser.post(page, {**dict.fromkeys(names, typed), "version": str(version)})
        again = browser.get(page)

        assert answer.status_code == 302, what
        assert again.status_code == 200
        assert alive(again.content.decode()) == [], what
        assert browser.get(f"/ru/my/{submission.handle}/").status_code == 200
        submission.words.refresh_from_db()
        kept = submission.words.steps[step]
        assert kept["fields"][names[0]] == [typed.replace("\x00", "")], what
        version = kept["version"]
    flood = browser.post(page, {names[0]: "x" * 10_000_000, "version": str(version)})
    many = browser.post(page, {**{f"{names[0]}_{n}": "x" for n in range(900)}, "version": "99"})
    submission.words.refresh_from_db()

    assert flood.status_code == 400
    assert many.status_code == 409
    assert submission.words.steps[step]["fields"][names[0]] == [TYPED["long"]]


@pytest.mark.django_db
def test_what_was_typed_too_long_stands_in_the_field_again():
    submission = draft()
    browser = opened_by(submission)
    page = f"/en/my/{submission.handle}/step/who/"
    typed = "</script>" + "я" * 300

    answer = browser.post(page, {"surname": typed, "version": "1"}, follow=True)

    assert f'value="{escape(typed)}"' in answer.content.decode()


@pytest.mark.django_db
def test_link_opens_what_it_was_made_for_and_nothing_when_it_is_replayed():
    submission, other = sent(), sent(email="boris@example.org")
    home = f"/en/my/{submission.handle}/"
    confirming = opened_by(submission, LinkPurpose.CONFIRM)
    ways = ("", "erase/", "withdraw/", "send/", "step/who/", "everything.zip", "close/")
    open_link, confirm_link = (f"/my/{sign_pass(submission, each)}/" for each in LinkPurpose)

    swapped = {way: confirming.post(home + way).status_code for way in ways}
    foreign = {way: opened_by(other).post(home + way).status_code for way in ways}
    first = [confirming.post(f"{home}confirm/").status_code for _time in range(2)]
    own = opened_by(submission)
    assert own.post(f"{home}erase/").status_code == 200
    replayed = [Client().get(link).status_code for link in (open_link, confirm_link)]

    assert set(swapped.values()) == {404}
    assert set(foreign.values()) == {404}
    assert first == [302, 302], "confirmed twice is confirmed once"
    assert replayed == [404, 404]
    assert own.get(home).status_code == 404
    other.refresh_from_db()
    assert other.state == "waiting"


@pytest.mark.parametrize("times", [1, 4])
@pytest.mark.django_db(transaction=True)
def test_clicks_at_the_same_moment_send_once(times):
    submission = draft()
    cookie = sign_pass(submission)
    data = {"name": "Anna", "scopes": ["publish"]}

    def click(meet):
        browser = Client()
        browser.cookies[cookie_name(COOKIES[LinkPurpose.OPEN], "en")] = cookie
        meet()
        return browser.post(f"/en/my/{submission.handle}/send/", data).status_code

    answers = at_once(click, times)

    assert answers == [302] * times
    assert SubmissionEvent.objects.filter(to_state="waiting").count() == 1
    assert OutboxMessage.objects.filter(template="submission_received").count() == 1


@pytest.mark.django_db
def test_mail_server_that_is_down_loses_nothing_and_stops_nobody(settings, mailoutbox):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))  # nobody listens: connections are refused
        port = closed.getsockname()[1]
        backend = "django.core.mail.backends.smtp.EmailBackend"
        working = settings.OUTBOX_TRANSPORT
        settings.OUTBOX_TRANSPORT = {
            "EMAIL_BACKEND": backend,
            "EMAIL_HOST": "127.0.0.1",
            "EMAIL_PORT": port,
        }
        submission = draft()
        answer = opened_by(submission).post(
            f"/en/my/{submission.handle}/send/", {"name": "Anna", "scopes": ["publish"]}
        )
        submission.refresh_from_db()
        approve(submission=submission, user=superuser(), seen_version=submission.words.version)
        run = send_due()

    assert answer.status_code == 302
    assert (run.sent, run.refused) == (0, 0)
    assert mailoutbox == []
    waiting = OutboxMessage.objects.filter(status="waiting")
    assert sorted(waiting.values_list("template", flat=True)) == [
        "submission_begun",
        "submission_published",
        "submission_received",
    ]
    settings.OUTBOX_TRANSPORT = working
    OutboxMessage.objects.update(next_attempt_at="2020-05-09T10:00Z")
    assert send_due().sent == 3
    assert [each.to for each in mailoutbox] == [["anna@example.org"]] * 3
