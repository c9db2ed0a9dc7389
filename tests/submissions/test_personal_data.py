"""The register of personal data agrees with the database, and drives what is erased."""

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import models

from commemoration.core.outbox.models import OutboxMessage
from commemoration.submissions.enums import Actor, Reason
from commemoration.submissions.models import Contact, Submission, SubmissionEvent, SubmittedWords
from commemoration.submissions.personal_data import registered_personal_data
from commemoration.submissions.services.endings import erase_submission, withdraw_submission
from commemoration.submissions.services.restored import end_again
from commemoration.submissions.services.review import approve
from commemoration.submissions.tombstones import mend_tombstones, tombstone_file, withdrawn_keys
from tests.factories.submissions import ADDRESS, SHELF, draft, sent

TELLING = (models.EmailField, models.GenericIPAddressField)
WRITTEN = (models.CharField, models.TextField, models.JSONField, models.FileField)
# Codes and settings, nothing that a person has written of themselves; and the addresses of the
# institutions.
NOT_PERSONAL = {
    "core.SiteSettings": {"contact_email", "security_email"},
    "submissions.Submission": {"handle", "kind", "about"},
    "submissions.LostLink": {"language"},
    "submissions.Objection": {"handle", "kind"},
    "submissions.SubmissionSection": {"slug"},
    "submissions.AnswerText": {"text"},
    "submissions.DeniedName": {"surname", "given_name", "note"},  # of people of the past
    "submissions.SubmittedPicture": {"refusal"},
}


def unregistered() -> set[str]:
    known = {name for entry in registered_personal_data() for name in entry.fields}
    found = set()
    for model in apps.get_models():
        is_ours = model._meta.app_label == "submissions"
        harmless = NOT_PERSONAL.get(model._meta.label, set())
        for field in model._meta.local_concrete_fields:
            is_written = is_ours and isinstance(field, WRITTEN) and not field.choices
            if isinstance(field, TELLING) or is_written:
                name = f"{model._meta.label}.{field.name}"
                if name not in known and field.name not in harmless:
                    found.add(name)
    return found


def test_every_personal_field_stands_in_the_register():
    assert unregistered() == set()


def test_a_field_that_is_missing_would_be_named(monkeypatch):
    monkeypatch.setattr("commemoration.submissions.personal_data._register", {})

    assert {"submissions.Contact.email", "core.OutboxMessage.to"} <= unregistered()


def test_register_names_only_fields_that_exist():
    for entry in registered_personal_data():
        for name in entry.fields:
            label, _dot, field = name.rpartition(".")
            assert apps.get_model(label)._meta.get_field(field), name


@pytest.mark.django_db
@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_page_says_how_long_each_thing_is_kept(client, language):
    body = client.get(f"/{language}/personal-data/").content.decode()

    assert body.count("<dt>") >= 5 * len(registered_personal_data())
    assert str(settings.SUBMISSION_KEEP_DAYS) in body


@pytest.mark.django_db
def test_person_is_shown_first_and_erased_when_told(capsys, django_capture_on_commit_callbacks):
    sent()
    draft()
    other = draft(email="boris@example.org")

    call_command("erase_person", ADDRESS.upper())
    shown = capsys.readouterr().out
    untouched = Contact.objects.filter(email=ADDRESS).count()
    with django_capture_on_commit_callbacks(execute=True):
        call_command("erase_person", ADDRESS, yes=True)

    assert shown.count("submission ") == 2
    assert "would be erased" in shown
    assert untouched == 2
    assert list(Contact.objects.values_list("email", flat=True)) == ["boris@example.org"]
    assert not OutboxMessage.objects.filter(to__iexact=ADDRESS).exists()
    assert OutboxMessage.objects.filter(to="boris@example.org").count() == 1
    other.refresh_from_db()
    assert other.state == "draft"


@pytest.mark.django_db
def test_restored_backup_is_erased_again(django_capture_on_commit_callbacks):
    submission = sent()
    with django_capture_on_commit_callbacks(execute=True):
        erase_submission(submission=submission, reason=Reason.BY_SENDER, actor=Actor.SENDER)
    back = sent()  # what a restore brings back, under the key that was erased
    keep = sent(email="boris@example.org")
    tombstone = settings.TOMBSTONE_DIR / "erased.jsonl"
    tombstone.write_text(tombstone.read_text().replace(str(submission.key), str(back.key)))

    call_command("apply_tombstones")

    states = dict(Submission.objects.values_list("pk", "state"))
    assert states == {submission.pk: "erased", back.pk: "erased", keep.pk: "waiting"}
    assert list(SubmittedWords.objects.values_list("pk", flat=True)) == [keep.pk]


@pytest.mark.django_db
def test_what_was_withdrawn_is_taken_down_again_after_a_restore(
    reviewer, django_capture_on_commit_callbacks
):
    gone, back = published(reviewer), published(reviewer)  # `back` as a restore brings it back
    keep = published(reviewer)
    with django_capture_on_commit_callbacks(execute=True):
        withdraw_submission(submission=gone, reason=Reason.OBJECTION, actor=Actor.STAFF)
    tombstone = tombstone_file()
    tombstone.write_text(tombstone.read_text().replace(str(gone.key), str(back.key)))
    assert SHELF.keys() == {back.key, keep.key}
    OutboxMessage.objects.all().delete()

    call_command("apply_tombstones")

    assert SHELF.keys() == {keep.key}
    back.refresh_from_db()
    assert back.state == "withdrawn"
    assert SubmissionEvent.objects.last().reason == "objection"
    assert not OutboxMessage.objects.exists(), "the sender was told then"
    assert end_again() == 0


@pytest.mark.django_db
def test_withdrawal_that_a_stop_has_not_noted_is_noted_later(reviewer):
    submission = published(reviewer)
    withdraw_submission(submission=submission)

    assert (withdrawn_keys(), mend_tombstones(), mend_tombstones()) == ({}, 1, 0)
    assert withdrawn_keys() == {submission.key: "by_sender"}


def published(reviewer) -> Submission:
    submission = sent()
    approve(submission=submission, user=reviewer, seen_version=submission.words.version)
    return submission
