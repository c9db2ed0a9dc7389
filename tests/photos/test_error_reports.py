"""Errors that readers report: the form, what is kept of it, and what becomes of it."""

import re
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from commemoration.core.models import OutboxMessage
from commemoration.core.visitor_forms.forms import SHORTEST
from photos.enums import ReportState
from photos.invariants import reports_with_old_addresses
from photos.models import ErrorReport
from photos.services.error_reports import (
    decide_report,
    erase_old_addresses,
    months_before,
    record_error_report,
)
from photos.services.records import unpublish_photo, withdraw_photo
from tests.factories.pages import build_site
from tests.factories.photos import PhotoFactory
from tests.factories.staff import staff_account
from tests.factories.visitor_forms import opened

pytestmark = pytest.mark.django_db

FORM = "/en/photo/sp-0001/report/"
THANKS = FORM + "thanks/"
WORDS = "It was taken in March."


@pytest.fixture
def photo():
    build_site()
    return PhotoFactory(accession="SP-0001", published=True)


def sent(**values):
    return {"concern": "date", "message": WORDS, "opened": opened(), **values}


def reported(photo, **values):
    values = {"concern": "date", "message": WORDS, "language": "nl", **values}
    return record_error_report(photo=photo, opening=uuid4(), **values)


def errors(response):
    return dict(response.context["form"].errors)


# The form


def test_report_waits_for_the_staff_and_is_shown_to_nobody_else(photo, client):
    values = sent(source="A diary", email="anna@example.org")
    response = client.post("/fr/photo/sp-0001/report/", values)

    assert (response.status_code, response["Location"]) == (302, "/fr/photo/sp-0001/report/thanks/")
    report = ErrorReport.objects.get()
    kept = (report.photo, report.language, report.concern, report.message, report.source)
    assert kept == (photo, "fr", "date", WORDS, "A diary")
    assert (report.email, report.state) == ("anna@example.org", ReportState.NEW)
    for address in ("/fr/photo/sp-0001/", response["Location"]):
        assert WORDS not in client.get(address).content.decode()


def test_same_form_sent_twice_is_one_report_and_other_words_are_another(photo, client):
    values = sent()

    answers = [client.post(FORM, values), client.post(FORM, values)]
    client.post(FORM, {**values, "message": "And the place."})

    assert [answer["Location"] for answer in answers] == [THANKS, THANKS]
    assert [report.message for report in ErrorReport.objects.all()] == [WORDS, "And the place."]


def test_faults_stand_beside_their_fields_and_nothing_typed_is_lost(photo, client):
    values = sent(concern="", message="x" * 3001, source="A diary", email="anna@")
    response = client.post(FORM, values)
    page = response.content.decode()

    assert response.status_code == 422
    assert errors(response) == {
        "concern": ["Choose what your report is about."],
        "message": ["Ensure this value has at most 3000 characters (it has 3001)."],
        "email": ["Write an e-mail address such as name@example.org, or leave it empty."],
    }
    assert "x" * 3001 in page
    assert 'value="A diary"' in page
    assert 'value="anna@"' in page
    assert not ErrorReport.objects.exists()


def test_ends_of_lines_count_as_one_letter(photo, client):
    response = client.post(FORM, sent(message="a\r\n" * 1499 + "ab"))

    assert response.status_code == 302
    assert len(ErrorReport.objects.get().message) == 3000


@pytest.mark.parametrize("word", ["", "made up", opened(timedelta(days=2))])
def test_form_without_a_word_of_our_own_is_kept_and_can_be_sent_again(photo, client, word):
    response = client.post(FORM, sent(opened=word))
    page = response.content.decode()

    assert response.status_code == 422
    assert WORDS in page
    new_word = re.search(r'name="opened" value="([^"]+)"', page)[1]
    assert new_word != word
    assert not ErrorReport.objects.exists()


def test_form_sent_within_seconds_is_kept_and_can_be_sent_a_moment_later(photo, client):
    hasty = client.post(FORM, sent(opened=opened(timedelta())))
    patient = client.post(FORM, sent(opened=opened(SHORTEST + timedelta(seconds=2))))

    assert (hasty.status_code, patient.status_code) == (422, 302)
    assert WORDS in hasty.content.decode()
    assert ErrorReport.objects.count() == 1


def test_program_that_fills_every_field_is_thanked_and_ignored(photo, client):
    assert client.post(FORM, sent(website="https://example.org"))["Location"] == THANKS
    assert not ErrorReport.objects.exists()


def test_too_many_reports_of_one_address_are_kept_for_later(photo, client):
    for _ in range(10):
        client.post(FORM, sent())
    eleventh = client.post(FORM, sent())
    other = client.post(FORM, sent(), REMOTE_ADDR="192.0.2.7")

    assert (eleventh.status_code, other.status_code) == (429, 302)
    assert "You have sent several messages." in eleventh.content.decode()
    assert WORDS in eleventh.content.decode()


def test_too_many_reports_of_all_together_are_kept_for_later(photo, client, monkeypatch):
    monkeypatch.setattr("photos.corrections.visitor_views.REPORTS_OF_ALL", 1)
    client.post(FORM, sent(), REMOTE_ADDR="192.0.2.7")
    second = client.post(FORM, sent(), REMOTE_ADDR="192.0.2.8")

    assert second.status_code == 429
    assert "more messages than it can take" in second.content.decode()


def test_form_of_another_site_is_refused(photo):
    assert Client(enforce_csrf_checks=True).post(FORM, sent()).status_code == 403


def test_cookie_comes_with_the_form_only_and_robots_stay_away(photo, client):
    assert client.get("/en/photo/sp-0001/").cookies.keys() == set()
    assert client.get(THANKS).cookies.keys() == set()
    form = client.get(FORM)
    assert form.cookies.keys() == {"csrftoken"}
    assert form["X-Robots-Tag"] == "noindex"
    assert f'href="{FORM}" rel="nofollow"' in client.get("/en/photo/sp-0001/").content.decode()


@pytest.mark.parametrize("path", [FORM, THANKS])
def test_withdrawn_photograph_is_gone_and_a_draft_was_never_there(photo, client, path):
    PhotoFactory(accession="SP-0002", collection=photo.collection)
    withdraw_photo(photo)

    assert client.get(path).status_code == 410
    assert client.post(FORM, sent()).status_code == 410
    assert client.get(path.replace("0001", "0002")).status_code == 404
    assert not ErrorReport.objects.exists()


def test_covered_photograph_stays_covered(photo, client):
    PhotoFactory(
        accession="SP-0002", collection=photo.collection, content_warning="death", published=True
    )

    assert "/media/" in client.get(FORM).content.decode()
    covered = client.get(FORM.replace("0001", "0002")).content.decode()
    assert "/media/" not in covered
    assert "This photograph shows people who have died." in covered


@pytest.mark.parametrize("language", ["en", "fr", "nl", "ru"])
def test_form_exists_in_each_language_within_its_budget(
    photo, client, language, django_assert_max_num_queries
):
    with django_assert_max_num_queries(12):
        response = client.get(f"/{language}/photo/sp-0001/report/")

    assert response.status_code == 200
    links = [link.url for link in response.context["frame"].languages]
    assert links == [f"/{code}/photo/sp-0001/report/" for code in ("en", "fr", "nl", "ru")]


# What becomes of a report


def test_sender_is_answered_in_their_language_once_the_report_is_closed(photo, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://archive.example"
    editor, report = staff_account("anna"), reported(photo, email="jan@example.org")

    decide_report(report, state="in_progress", seen_state="new", user=editor)
    assert not OutboxMessage.objects.exists()
    for _ in range(2):
        decide_report(
            report, state="corrected", seen_state="in_progress", answer="Dank u.", user=editor
        )

    letter = OutboxMessage.objects.get()
    assert (letter.to, letter.language) == ("jan@example.org", "nl")
    assert "\nDank u.\n" in letter.body
    assert "https://archive.example/nl/photo/sp-0001/" in letter.body
    assert WORDS in letter.body
    report.refresh_from_db()
    assert (report.state, report.handled_by) == (ReportState.CORRECTED, editor)


def test_letter_names_no_address_that_is_gone(photo):
    report = reported(photo, email="jan@example.org")
    unpublish_photo(photo)

    decide_report(report, state="corrected", seen_state="new")

    assert "http" not in OutboxMessage.objects.get().body


@pytest.mark.parametrize(("state", "email"), [("spam", "jan@example.org"), ("corrected", "")])
def test_nobody_is_written_to_about_spam_or_without_an_address(photo, state, email):
    decide_report(reported(photo, email=email), state=state, seen_state="new")

    assert not OutboxMessage.objects.exists()


def test_leaving_the_record_as_it_is_needs_a_reason(photo):
    report = reported(photo)

    with pytest.raises(ValidationError) as refusal:
        decide_report(report, state="unchanged", seen_state="new", answer=" ")

    assert refusal.value.message_dict == {"answer": ["Say why the record stays as it is."]}


def test_decision_of_somebody_else_is_not_undone_unseen(photo):
    report = reported(photo, email="jan@example.org")
    decide_report(report, state="spam", seen_state="new")

    with pytest.raises(ValidationError) as refusal:
        decide_report(report, state="corrected", seen_state="new")

    assert refusal.value.message_dict == {
        "state": ["Somebody else has decided on this report meanwhile: Spam."]
    }
    report.refresh_from_db()
    assert report.state == ReportState.SPAM


def test_addresses_are_erased_some_months_after_closing_and_spam_goes(photo, settings):
    settings.ERROR_REPORT_KEEP_MONTHS = 2
    now = datetime(2026, 5, 31, 12, tzinfo=UTC)
    closed = [reported(photo, email="jan@example.org", message=str(number)) for number in range(4)]
    waiting = reported(photo, email="jan@example.org")
    dates = [datetime(2026, 3, day, tzinfo=UTC) for day in (30, 30, 30)] + [now]
    states = ["corrected", "spam", "in_progress", "corrected"]
    for report, state, date in zip(closed, states, dates, strict=True):
        decide_report(report, state=state, seen_state="new")
        ErrorReport.objects.filter(pk=report.pk).update(changed_at=date)

    assert erase_old_addresses(now) == 2
    assert erase_old_addresses(now) == 0

    left = dict(ErrorReport.objects.values_list("pk", "email"))
    assert left == {
        closed[0].pk: "",
        closed[2].pk: "jan@example.org",
        closed[3].pk: "jan@example.org",
        waiting.pk: "jan@example.org",
    }


def test_address_that_is_kept_for_too_long_is_named(photo):
    report = reported(photo, email="jan@example.org")
    decide_report(report, state="corrected", seen_state="new")
    assert list(reports_with_old_addresses()) == []
    closed = datetime.now(UTC) - timedelta(days=300)
    ErrorReport.objects.filter(pk=report.pk).update(changed_at=closed)

    assert len(list(reports_with_old_addresses())) == 1
    erase_old_addresses()
    assert list(reports_with_old_addresses()) == []


def test_months_are_counted_by_the_calendar():
    day = datetime(2028, 4, 30, tzinfo=UTC)

    assert months_before(day, 2) == datetime(2028, 2, 29, tzinfo=UTC)
    assert months_before(day, 6) == datetime(2027, 10, 30, tzinfo=UTC)
    assert months_before(day, 4) == datetime(2027, 12, 30, tzinfo=UTC)
