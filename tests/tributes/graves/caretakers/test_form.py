"""How a caretaker writes a report and sends it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from django.utils.translation import override

from commemoration.core.outbox.models import OutboxMessage
from commemoration.submissions.models import Submission, SubmissionSection
from tests.factories.caretakers import (
    ADDRESS,
    a_file,
    caretaker,
    opened_by,
    pages_of,
    sending,
    visit,
)
from tests.factories.graves import burial_site
from tests.factories.worker import work_off_tasks
from tributes.graves.caretakers.services import reports

pytestmark = pytest.mark.django_db

HOSTILE = '<script>alert("x")</script>\u202e'


def test_what_is_typed_is_kept_right_or_wrong_and_comes_back_on_another_device():
    site = burial_site()
    neighbour = caretaker(site)
    typed = visit(visited="", state="", done=f"Half a sen {HOSTILE}", gate="at the oak")

    kept = opened_by(neighbour).post(pages_of(neighbour, site), typed)
    page = opened_by(neighbour).get(pages_of(neighbour, site)).content.decode()

    assert (kept.status_code, kept["Location"]) == (302, f"{pages_of(neighbour, site)}?kept#kept")
    assert "Half a sen &lt;script&gt;" in page
    assert "<script>alert" not in page
    assert "at the oak" in page
    assert Submission.objects.get().state == "draft"


def test_faults_are_told_and_nothing_is_lost():
    site = burial_site()
    neighbour = caretaker(site)
    browser = opened_by(neighbour)
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    cases = [
        (sending(visited=tomorrow), "This day has yet to come."),
        (sending(visited="0203-01-01"), "Write the day of your visit"),
        (sending(gate="48.85, 2.35"), "This lies outside Belgium"),
        (sending(gate="NaN, 5"), "Write two numbers"),
        (sending(state="haunted"), "Choose one of the answers."),
        (visit(do="send"), "Nothing can be shown without your agreement."),
        (sending(done="x" * 5000), "4000"),
    ]
    version = 0
    for data, words in cases:
        answer = browser.post(pages_of(neighbour, site), {**data, "version": str(version)})
        version = Submission.objects.get().words.steps["visit"]["version"]
        assert answer.status_code == 302, words
        assert words in browser.get(answer["Location"]).content.decode()
    assert Submission.objects.get().state == "draft"


def test_form_that_comes_twice_is_one_report_and_another_window_overwrites_nothing():
    site = burial_site()
    neighbour = caretaker(site)
    browser, form = opened_by(neighbour), pages_of(neighbour, site)
    first = sending()

    sent = [browser.post(form, first) for _twice in range(2)]
    browser.post(form, visit(done="A second visit."))
    elsewhere = browser.post(form, visit(done="Typed in another window."))

    assert {answer["Location"] for answer in sent} == {f"{pages_of(neighbour)}?sent#sent"}
    assert [each.state for each in Submission.objects.order_by("pk")] == ["waiting", "draft"]
    assert elsewhere.status_code == 409
    body = elsewhere.content.decode()
    assert "Typed in another window." in body
    assert body.partition("<title>")[2].startswith("Not saved · ")
    assert "What you wrote is kept" not in body
    draft = Submission.objects.get(state="draft")
    assert draft.words.steps["visit"]["fields"]["done"] == ["A second visit."]


def test_report_goes_straight_to_staff_and_no_letter_asks_for_a_confirmation():
    neighbour = caretaker(site := burial_site())

    opened_by(neighbour).post(pages_of(neighbour, site), sending())

    submission = Submission.objects.get()
    assert (submission.state, submission.contact.email) == ("waiting", ADDRESS)
    templates = OutboxMessage.objects.order_by("pk").values_list("template", flat=True)
    assert [*templates] == ["caretaker_link", "submission_received"]
    received = OutboxMessage.objects.get(template="submission_received")
    with override(received.language):
        assert str(site) in received.subject


def test_nobody_begins_a_report_without_a_link(client):
    assert client.get("/en/send/caretaker-report/").status_code == 404
    assert client.post("/en/send/caretaker-report/", {"email": ADDRESS}).status_code == 404
    assert client.get("/en/send/regiment/").status_code == 200


def test_closed_section_lets_nobody_begin_and_keeps_what_has_begun():
    begun, other = burial_site(), burial_site()
    neighbour = caretaker(begun, other)
    browser = opened_by(neighbour)
    browser.post(pages_of(neighbour, begun), visit())
    SubmissionSection.objects.create(slug="embassy", is_closed=True)
    form = pages_of(neighbour, other)

    asked = browser.get(form)
    typed = browser.post(form, visit(done="The gate is new."))
    alone = browser.post(f"{form}photographs/", {"form": str(uuid4()), "files": [a_file("a.jpg")]})
    going_on = browser.get(pages_of(neighbour, begun))
    sent = browser.post(pages_of(neighbour, begun), sending(version="1"))

    assert [answer.status_code for answer in (asked, typed, alone)] == [503] * 3
    assert all("not taken in for a few days" in page.content.decode() for page in (asked, typed))
    assert f"{form}paper/" in asked.content.decode()
    assert "The gate is new." in typed.content.decode(), "nothing that was typed is lost"
    assert (going_on.status_code, sent.status_code) == (200, 302)
    assert [each.state for each in Submission.objects.all()] == ["waiting"]


def test_caretaker_begins_so_many_reports_a_day_and_others_go_on(monkeypatch):
    monkeypatch.setattr(reports, "REPORTS_A_DAY", 2)
    neighbour = caretaker(site := burial_site())
    other = caretaker(site, email="other@example.org")
    browser, form = opened_by(neighbour), pages_of(neighbour, site)

    sent = [browser.post(form, sending()) for _time in range(2)]
    refused = browser.post(form, sending(done="The gate is new."))
    stranger = opened_by(other).post(pages_of(other, site), sending())

    assert [answer.status_code for answer in sent] == [302, 302]
    assert refused.status_code == 429
    assert "very many reports" in refused.content.decode()
    assert "The gate is new." in refused.content.decode()
    assert stranger.status_code == 302
    assert Submission.objects.filter(state="waiting").count() == 3


# Photographs


def test_photographs_come_alone_are_described_taken_out_and_shown_to_nobody_else(client):
    site = burial_site()
    neighbour = caretaker(site)
    browser, form = opened_by(neighbour), pages_of(neighbour, site)
    data = visit()

    alone = [
        browser.post(f"{form}photographs/", {"form": data["form"], "files": [file]})
        for file in (a_file("a.jpg"), SimpleUploadedFile("b.jpg", b"no picture"))
    ]
    together = browser.post(form, {**data, "files": [a_file("c.jpg")]})
    work_off_tasks()
    pictures = list(Submission.objects.get().pictures.all())
    early = browser.post(form, {**sending(form=data["form"]), "version": "1"}, follow=True)
    said = {}
    for number, picture in enumerate(pictures):
        said |= {f"{picture.uuid}-caption": f"Stone {number}", f"{picture.uuid}-alive": "nobody"}
    out = browser.post(form, {**data, **said, "version": "1", "do": f"remove-{pictures[1].uuid}"})

    assert [answer.json()["faults"] != [] for answer in alone] == [False, True]
    assert together.status_code == 302
    assert early.redirect_chain[0][1] == 302
    assert "Say for each picture whether anyone in it is alive." in early.content.decode()
    assert out.status_code == 302
    left = Submission.objects.get().pictures.get()
    assert (left.pk, left.caption, left.alive) == (pictures[0].pk, "Stone 0", "nobody")
    preview = f"{form}photographs/{left.uuid}.jpg"
    assert browser.get(preview).status_code == 200
    assert client.get(preview).status_code == 404
