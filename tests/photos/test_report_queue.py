"""The queue of reported errors: who sees which, beside which record, and what they can decide."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from commemoration.core.accounts.groups import CENTRE_EDITORS, EMBASSY_EDITORS, SITE_MANAGERS
from commemoration.core.enums import Section
from commemoration.core.models import OutboxMessage
from commemoration.home.dashboard import selectors
from photos.enums import ReportState
from photos.models import ErrorReport
from photos.services.error_reports import record_error_report
from tests.factories.pages import build_site
from tests.factories.photos import CollectionFactory, PhotoFactory
from tests.factories.staff import signed_in, staff_account

pytestmark = pytest.mark.django_db

QUEUE = "/admin/photo-reports/"


@pytest.fixture
def photo():
    build_site()
    return PhotoFactory(accession="SP-0001", published=True)


@pytest.fixture
def editor():
    return signed_in(staff_account("anna", EMBASSY_EDITORS))


def reported(photo, message="It was March.", *, days=0, **values):
    values = {"concern": "date", "language": "nl", **values}
    report = record_error_report(photo=photo, opening=uuid4(), message=message, **values)
    sent = timezone.now() - timedelta(days=days)
    ErrorReport.objects.filter(pk=report.pk).update(created_at=sent)
    return report


def shown(response):
    return [
        (entry.photo.accession, [report.message for report in entry.reports])
        for entry in response.context["entries"]
    ]


def screen_of(report):
    return reverse("error_reports:report", args=[report.pk])


def decision(report, **values):
    values = {"seen_state": report.state, "answer": "", **values}
    return {f"report-{report.pk}-{name}": value for name, value in values.items()}


def test_reports_on_one_photograph_stand_together_beside_its_record(photo, editor):
    other = PhotoFactory(accession="SP-0002", collection=photo.collection, published=True)
    reported(photo, "one", days=1)
    reported(other, "two", days=3)
    reported(photo, "three", days=5)

    response = editor.get(QUEUE)

    assert shown(response) == [("SP-0001", ["three", "one"]), ("SP-0002", ["two"])]
    page = response.content.decode()
    assert reverse("wagtailsnippets_photos_photo:edit", args=[photo.pk]) in page
    assert "Grave markers before birches" in page


def test_queue_is_read_within_its_budget_however_long_it_is(
    photo, editor, django_assert_max_num_queries
):
    reported(photo)
    with django_assert_max_num_queries(20) as one:
        editor.get(QUEUE)
    for number in range(3):
        other = PhotoFactory(collection=photo.collection, published=True)
        reported(other, str(number))
        reported(other, f"{number} again")

    with django_assert_max_num_queries(len(one)):
        assert len(shown(editor.get(QUEUE))) == 4


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", ["old", "fresh", "centre"]),
        ("state=new", ["old", "fresh", "centre"]),
        ("state=spam", ["spam"]),
        ("state=all", ["old", "spam", "fresh", "centre"]),
        ("concern=place", ["fresh"]),
        ("language=ru", ["old"]),
        ("age=30", ["old"]),
        ("section=centre", ["centre"]),
        ("collection={centre}", ["centre"]),
        ("state=nonsense&age=x&collection=x", ["old", "fresh", "centre"]),
    ],
)
def test_filters(photo, asked, found):
    theirs = PhotoFactory(collection=CollectionFactory(section=Section.CENTRE), published=True)
    reported(photo, "old", language="ru", days=40)
    spam = reported(photo, "spam", days=3)
    ErrorReport.objects.filter(pk=spam.pk).update(state=ReportState.SPAM, changed_at=timezone.now())
    reported(photo, "fresh", concern="place", days=2)
    reported(theirs, "centre")
    manager = signed_in(staff_account("maria", SITE_MANAGERS))

    response = manager.get(f"{QUEUE}?{asked.format(centre=theirs.collection_id)}")

    assert [each for _photo, reports in shown(response) for each in reports] == found


def test_editors_see_the_reports_of_their_own_institution_only(photo, editor):
    theirs = PhotoFactory(collection=CollectionFactory(section=Section.CENTRE), published=True)
    own, other = reported(photo, "own"), reported(theirs, "other")

    assert shown(editor.get(QUEUE)) == [("SP-0001", ["own"])]
    assert editor.get(f"{QUEUE}?section=centre&state=all").context["entries"] != []
    assert shown(editor.get(f"{QUEUE}?collection={theirs.collection_id}"))[0][1] == ["own"]
    assert editor.get(screen_of(own)).status_code == 200
    refused = editor.post(screen_of(other), decision(other, state="spam"))
    assert refused.status_code == 302  # back to the first page of the admin
    other.refresh_from_db()
    assert other.state == ReportState.NEW
    centre = signed_in(staff_account("pieter", CENTRE_EDITORS))
    assert centre.post(screen_of(other), decision(other, state="spam")).status_code == 302
    other.refresh_from_db()
    assert other.state == ReportState.SPAM


def test_account_without_a_section_sees_no_queue(photo):
    nobody = signed_in(staff_account("nobody"))

    assert nobody.get(QUEUE).status_code == 302
    assert "photo-reports" not in nobody.get("/admin/").content.decode()


def test_decision_is_kept_with_its_author_and_leads_to_the_next_report(photo, editor):
    first, second = reported(photo, "one", email="jan@example.org"), reported(photo, "two")

    there = editor.get(screen_of(first))
    values = decision(first, state="unchanged", answer="De datum klopt.")
    response = editor.post(screen_of(first), values)
    last = editor.post(screen_of(second), decision(second, state="corrected"))

    assert shown_together(there) == ["one", "two"]
    assert (response["Location"], last["Location"]) == (screen_of(second), QUEUE)
    assert OutboxMessage.objects.get().to == "jan@example.org"
    decided = editor.get(screen_of(first)).context["decisions"]
    assert [(each.who.username, each.state, each.answer) for each in decided] == [
        ("anna", ReportState.UNCHANGED, "De datum klopt.")
    ]


def shown_together(response):
    return [report.message for report in response.context["entry"].reports]


def test_missing_reason_stands_beside_its_field(photo, editor):
    report = reported(photo)

    response = editor.post(screen_of(report), decision(report, state="unchanged"))

    assert response.status_code == 422
    errors = response.context["form"].errors
    assert errors == {"answer": ["Say why the record stays as it is."]}


def test_decision_on_what_somebody_else_has_decided_is_refused_and_kept(photo, editor):
    report = reported(photo)
    editor.post(screen_of(report), decision(report, state="spam"))

    response = editor.post(screen_of(report), decision(report, state="corrected", answer="Dank u."))

    assert response.status_code == 422
    assert "Somebody else has decided" in response.content.decode()
    assert "Dank u." in response.content.decode()


def test_dashboard_says_how_many_wait(photo, editor):
    other = PhotoFactory(collection=CollectionFactory(section=Section.CENTRE), published=True)
    first = reported(photo, "one", days=2)
    reported(photo, "two")
    reported(other, "theirs")
    anna = staff_account("ann", EMBASSY_EDITORS)

    waiting = selectors.reported_errors(anna)

    assert [(row.title, row.url, row.note) for row in waiting.rows] == [
        ("SP-0001", screen_of(first), "2 reports")
    ]
    assert waiting.total == 1
    page = editor.get("/admin/").content.decode()
    assert "2 reports wait in all." in page
    assert "Reported errors" in page
