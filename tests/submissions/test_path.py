"""From the first page to the erasure, through the addresses that a sender uses."""

import json
import re
import zipfile
from io import BytesIO

import pytest
from django.test import Client

from commemoration.core.outbox.models import OutboxMessage
from commemoration.submissions.models import Contact, Submission, SubmissionEvent
from commemoration.submissions.services.review import approve
from commemoration.submissions.tombstones import buried_keys
from tests.factories.staff import superuser
from tests.factories.submissions import ADDRESS, SHELF
from tests.factories.visitor_forms import opened

pytestmark = pytest.mark.django_db


def test_family_sends_confirms_changes_and_erases(client, django_capture_on_commit_callbacks):
    phone = Client()

    begun = client.post("/en/send/letter/", {"email": ADDRESS.upper(), "opened": opened()})
    submission = Submission.objects.get()
    home = f"/en/my/{submission.handle}/"
    first = client.post(f"{home}step/who/", {"surname": "Бобельцов", "version": "0"})
    second = client.post(f"{home}step/story/", {"story": "Вернулся.", "version": "0"})
    sent = client.post(f"{home}send/", {"name": "Анна", "scopes": ["publish"]})

    assert (begun.status_code, begun["Location"]) == (302, f"{home}step/who/")
    assert first["Location"] == f"{home}step/story/"
    assert second["Location"] == f"{home}pictures/"
    assert sent["Location"] == home
    assert _state(submission) == "unconfirmed"

    link = _last_link("submission_confirm")
    exchanged = phone.get(link)
    assert exchanged["Location"] == f"{home}confirm/"
    assert phone.get(exchanged["Location"]).status_code == 200
    assert _state(submission) == "unconfirmed", "opening a link changes nothing"
    assert phone.post(exchanged["Location"])["Location"] == home
    assert _state(submission) == "waiting"

    approve(submission=submission, user=superuser(), seen_version=submission.words.version)
    assert SHELF[submission.key]["surname"] == "Бобельцов"
    assert "It is published." in phone.get(home).content.decode()
    phone.post(f"{home}step/who/", {"surname": "Бобельцова", "version": "1"})
    assert "not sent yet" in phone.get(home).content.decode()
    phone.post(f"{home}step/who/", {"surname": "Бобельцов", "version": "2"})
    assert "It is published." in phone.get(home).content.decode(), "as it was accepted"

    with zipfile.ZipFile(BytesIO(b"".join(phone.get(f"{home}everything.zip")))) as packed:
        said = json.loads(packed.read("submission.json"))
    assert said["sender"]["email"] == ADDRESS
    assert said["words"]["who"] == {"surname": ["Бобельцов"]}

    with django_capture_on_commit_callbacks(execute=True):
        assert phone.post(f"{home}erase/").status_code == 200
    assert (_state(submission), SHELF) == ("erased", {})
    assert not Contact.objects.exists()
    assert not OutboxMessage.objects.filter(to=ADDRESS).exists()
    assert list(buried_keys()) == [submission.key]
    assert client.get(home).status_code == 404
    told = SubmissionEvent.objects.values_list("to_state", flat=True)
    assert [*told] == ["draft", "unconfirmed", "waiting", "published", "withdrawn", "erased"]


def _state(submission: Submission) -> str:
    submission.refresh_from_db()
    return submission.state


def _last_link(template: str) -> str:
    letter = OutboxMessage.objects.filter(template=template).latest("pk")
    return re.search(r"https?://[^/\s]+(/my/\S+)", letter.body)[1]
