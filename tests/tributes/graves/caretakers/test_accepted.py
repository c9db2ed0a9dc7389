"""What becomes of a report that staff accept."""

from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Revision

from commemoration.core.outbox.models import OutboxMessage
from commemoration.submissions.models import Submission
from photos.enums import TileState
from photos.models import ArchiveImage
from tests.factories.caretakers import (
    a_file,
    accept,
    caretaker,
    opened_by,
    pages_of,
    sending,
)
from tests.factories.contributions import accepted, sent_about
from tests.factories.graves import burial_site, buried
from tests.factories.organisations import organisation
from tests.factories.staff import signed_in, superuser
from tests.factories.worker import work_off_tasks
from tributes.graves.contributions.selectors.requests import open_requests
from tributes.graves.enums import Told
from tributes.graves.models import CaretakerReport, ConditionEntry
from tributes.graves.services.sites import update_site

pytestmark = pytest.mark.django_db

HOSTILE = '<script>alert("x")</script>\u202e'


def test_accepted_report_stands_in_the_log_with_its_organisation_and_changes_the_way_there():
    site = burial_site(texts={"nl": {"name": "Kerkhof", "way_there": "Bus 1", "description": "d"}})
    friends = organisation("friends", names={"en": "Friends of the Example Graves"})
    neighbour = caretaker(site, organisation=friends)
    browser, form = opened_by(neighbour), pages_of(neighbour, site)
    data = sending(way_there="Bus 2", gate="50.5; 5.25", language="nl", done=f"Gras {HOSTILE}")
    browser.post(form, {**data, "do": "keep", "files": [a_file("a.jpg")]})
    work_off_tasks()
    picture = Submission.objects.get().pictures.get()
    said = {f"{picture.uuid}-caption": "De steen", f"{picture.uuid}-alive": "nobody"}
    browser.post(form, {**data, **said, "version": "1"})
    submission = Submission.objects.get()
    review = signed_in(superuser("vera"))
    review.post(screen := reverse("submission_queue:review", args=[submission.handle]))
    shown = review.get(screen).content.decode()

    accept(submission)

    assert "Bus 1" in shown
    assert "Bus 2" in shown
    assert "<script>alert" not in shown
    site.refresh_from_db()
    assert {text.language: text.way_there for text in site.texts.all()} == {"nl": "Bus 2"}
    assert (site.gate_latitude, site.gate_longitude) == (Decimal("50.5"), Decimal("5.25"))
    page = Client().get(f"/en/burial-site/{site.slug}/").content.decode()
    assert "reported by Friends of the Example Graves" in page
    assert "Gras &lt;script&gt;" in page
    assert "De steen" in page
    assert "Nele" not in page
    assert f"{ArchiveImage.objects.get().uuid}" in page


def test_neighbour_is_not_named_and_what_is_left_empty_stays():
    site = burial_site(texts={"en": {"name": "Graves", "way_there": "Bus 1"}})
    neighbour = caretaker(site)
    opened_by(neighbour).post(pages_of(neighbour, site), sending())

    accept(Submission.objects.get())

    page = Client().get(f"/en/burial-site/{site.slug}/").content.decode()
    assert "reported by the caretaker" in page
    assert "Nele" not in page
    assert "Bus 1" in page


@pytest.mark.parametrize("end", ["withdraw", "erase"])
def test_report_that_is_taken_back_leaves_the_log_and_no_picture(
    end, django_capture_on_commit_callbacks
):
    site = burial_site()
    neighbour = caretaker(site)
    browser, form = opened_by(neighbour), pages_of(neighbour, site)
    data = sending()
    browser.post(form, {**data, "do": "keep", "files": [a_file("a.jpg")]})
    work_off_tasks()
    picture = Submission.objects.get().pictures.get()
    browser.post(
        form,
        {**data, f"{picture.uuid}-alive": "nobody", "version": "1", f"{picture.uuid}-caption": ""},
    )
    submission = Submission.objects.get()
    accept(submission)
    assert (ConditionEntry.objects.count(), ArchiveImage.objects.count()) == (1, 1)
    update_site(site)
    told = Revision.objects.filter(content__icontains="The grass was cut.")
    assert told.exists(), "the control: a version of the site keeps what was reported"

    mine = browser.post(f"{pages_of(neighbour)}sent/{submission.handle}/")
    with django_capture_on_commit_callbacks(execute=True):
        if end == "withdraw":
            browser.post(f"{mine['Location']}withdraw/")
        else:
            browser.post(f"{mine['Location']}erase/")

    assert (ConditionEntry.objects.count(), ArchiveImage.objects.count()) == (0, 0)
    assert CaretakerReport.objects.exists() == (end == "withdraw")
    assert not told.exists()


@pytest.mark.parametrize("with_picture", [True, False])
def test_family_that_waits_for_a_photograph_of_the_site_hears_that_one_has_come(with_picture):
    site = burial_site()
    asked = accepted(sent_about(site, Told.REQUEST))
    of_a_grave = accepted(sent_about(buried(site), Told.REQUEST, email="boris@example.org"))
    neighbour = caretaker(site)
    browser, form, data = opened_by(neighbour), pages_of(neighbour, site), sending()
    if with_picture:
        browser.post(form, {**data, "do": "keep", "files": [a_file("a.jpg")]})
        work_off_tasks()
        name = Submission.objects.get(kind="caretaker-report").pictures.get().uuid
        data |= {f"{name}-alive": "nobody", f"{name}-caption": "", "version": "1"}
    browser.post(form, data)

    accept(Submission.objects.get(kind="caretaker-report"))

    assert ConditionEntry.objects.count() == 1
    still_open = [each.key for each in open_requests(site)]
    assert still_open == ([] if with_picture else [asked.key]) + [of_a_grave.key]
    told = OutboxMessage.objects.filter(template="submission_photo_request_closed")
    assert [letter.to for letter in told] == (["irina@example.org"] if with_picture else [])
    asked_later = accepted(sent_about(site, Told.REQUEST, email="olga@example.org"))
    report = Submission.objects.get(kind="caretaker-report")
    mine = browser.post(f"{pages_of(neighbour)}sent/{report.handle}/")["Location"]
    typed = report.words.steps["visit"]["fields"] | {"done": ["The grass was cut twice."]}
    browser.post(f"{mine}step/visit/", {**typed, "version": report.words.steps["visit"]["version"]})
    browser.post(f"{mine}send/", {"name": "Nele", "scopes": "site"})
    accept(report)
    assert ConditionEntry.objects.get().note == "The grass was cut twice."
    assert asked_later.key in [each.key for each in open_requests(site)], "nothing new has come"


def test_visit_that_staff_delete_takes_its_photographs_along(django_capture_on_commit_callbacks):
    site = burial_site()
    neighbour = caretaker(site)
    browser, form, data = opened_by(neighbour), pages_of(neighbour, site), sending()
    browser.post(form, {**data, "do": "keep", "files": [a_file("a.jpg")]})
    work_off_tasks()
    picture = Submission.objects.get().pictures.get()
    browser.post(form, {**data, f"{picture.uuid}-alive": "nobody", f"{picture.uuid}-caption": ""})
    accept(Submission.objects.get())
    shown = ArchiveImage.objects.get(published_at__isnull=False)
    assert shown.tile_state == TileState.NONE, "no page of it zooms"

    with django_capture_on_commit_callbacks(execute=True):
        ConditionEntry.objects.get().delete()

    assert not ArchiveImage.objects.exists()
    assert CaretakerReport.objects.get().condition is None
