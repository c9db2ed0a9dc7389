"""What came on paper: typed in by staff, its consent scanned, reviewed as any other."""

import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import storages
from django.urls import reverse
from django.utils import timezone

from commemoration.core.accounts.groups import CENTRE_EDITORS
from commemoration.core.consent.models import ConsentRecord
from commemoration.core.outbox.models import OutboxMessage
from commemoration.submissions.models import Contact, Submission, SubmissionEvent
from commemoration.submissions.services.review import ask_for_changes
from tests.factories.pictures import jpeg
from tests.factories.staff import signed_in, staff_account, superuser
from tests.factories.stored import names_in
from tests.factories.worker import work_off_tasks

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.4 a signed paper"
ENTER = reverse("submission_queue:enter", args=["letter", "fr"])


@pytest.fixture
def user():
    return superuser("vera")


@pytest.fixture
def browser(user):
    return signed_in(user)


def paper(scan: bytes = PDF, **values):
    file = io.BytesIO(scan)
    file.name = "paper.pdf"
    return {
        "who-surname": "Bobeltsov",
        "story-story": "Il est revenu.",
        "name": "Anna Bobeltsova",
        "scopes": ["publish"],
        "given_on": timezone.localdate().isoformat(),
        "given_by": "family",
        "scan": file,
        **values,
    }


def test_paper_is_entered_with_its_scan_and_awaits_review(browser, user):
    before = names_in(storages["papers"])

    chosen = browser.get(
        reverse("submission_queue:start_entry"), {"kind": "letter", "language": "fr"}
    )
    page = browser.get(chosen["Location"])
    entered = browser.post(ENTER, paper())

    assert chosen["Location"] == ENTER
    assert "I agree (fr)." in page.content.decode()
    submission = Submission.objects.get()
    assert entered["Location"] == reverse("submission_queue:pictures", args=[submission.handle])
    assert (submission.state, submission.on_paper, submission.language) == ("waiting", True, "fr")
    contact = Contact.objects.get()
    assert (contact.email, contact.name) == ("", "Anna Bobeltsova")
    event = SubmissionEvent.objects.get()
    assert (event.reason, event.actor, event.staff) == ("entered", "staff", user)
    record = ConsentRecord.objects.get(subject=submission.key)
    assert (record.obtained, record.recorded_by, record.stands) == ("paper", user, True)
    assert names_in(storages["papers"]) - before == {record.evidence.scan.name}
    scan = reverse("consents:scan", args=["letters", submission.key, record.uuid])
    assert b"".join(browser.get(scan).streaming_content) == PDF
    assert (
        scan
        in browser.get(
            reverse("submission_queue:review", args=[submission.handle])
        ).content.decode()
    )
    assert not OutboxMessage.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        ({"who-surname": ""}, "This field is required."),
        ({"scopes": ["name"]}, "Without this the consent means nothing"),
        ({"name": ""}, "This field is required."),
        ({"scan": b"MZ a program"}, "Only PDF, JPEG and PNG files can be kept here."),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_kept(browser, wrong, fault):
    before = names_in(storages["papers"])

    response = browser.post(ENTER, paper(**wrong))

    assert response.status_code == 422
    page = response.content.decode()
    assert fault in page
    assert "Il est revenu." in page, "what was typed stands there again"
    assert not Submission.objects.exists()
    assert names_in(storages["papers"]) == before


def test_who_does_not_review_the_kind_enters_nothing():
    other = signed_in(staff_account("pieter", CENTRE_EDITORS))

    assert other.get(ENTER).status_code == other.post(ENTER, paper()).status_code == 404
    assert not Submission.objects.exists()


def test_pictures_of_a_paper_are_added_and_described(browser):
    browser.post(ENTER, paper())
    submission = Submission.objects.get()
    address = reverse("submission_queue:pictures", args=[submission.handle])

    for number in (1, 2):
        file = io.BytesIO(jpeg(400 + number, 300))
        file.name = f"{number}.jpg"
        assert browser.post(address, {"action": "add", "file": file}).status_code == 302
    no_picture = io.BytesIO(b"<svg onload=alert(1)>")
    no_picture.name = "x.jpg"
    assert browser.post(address, {"action": "add", "file": no_picture}).status_code == 422
    work_off_tasks()
    first, second = submission.pictures.all()
    said = {f"picture-{first.pk}-caption": "In 1944", f"picture-{first.pk}-alive": "nobody"}
    browser.post(address, {"action": "change", "picture": first.uuid, **said})
    browser.post(address, {"action": "first", "picture": second.uuid})
    browser.post(address, {"action": "remove", "picture": second.uuid})
    lost = browser.post(address, {"action": "remove", "picture": "nonsense"})

    picture = submission.pictures.get()
    assert (picture.pk, picture.caption, picture.alive) == (first.pk, "In 1944", "nobody")
    assert lost.status_code == 404
    assert browser.get(address).status_code == 200


def test_nobody_is_asked_who_has_no_address(browser, user):
    browser.post(ENTER, paper())
    submission = Submission.objects.get()

    with pytest.raises(ValidationError, match="no e-mail address"):
        ask_for_changes(
            submission=submission, user=user, seen_version=1, reason="unclear", question="Who?"
        )

    submission.refresh_from_db()
    assert submission.state == "waiting"
