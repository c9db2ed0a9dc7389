"""The register of personal data agrees with the database, and drives what is erased."""

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
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

TELLING = (
    models.CharField,
    models.TextField,
    models.JSONField,
    models.FileField,
    models.DateField,
    models.GenericIPAddressField,
    ArrayField,
)
OURS = ("commemoration.", "photos", "tributes.")
# Models of which no field is personal, by the reason why.
HARMLESS_MODELS = {
    "what editors write for everybody": (
        "home.HomePage home.SectionPage home.StandardPage graves.GraveMapPage veterans.VeteransPage"
        " regiment.RegimentPage photos.PhotoArchivePage photos.CollectionPage"
        " photos.CollectionText organisations.OrganisationText submissions.AnswerText"
        " core.ConsentText core.SiteSettings"
    ),
    "places, things and institutions": (
        "graves.BurialSite graves.BurialSiteText graves.Ceremony graves.CeremonyText"
        " veterans.Medal veterans.MedalText veterans.RibbonStripe organisations.Organisation"
        " organisations.OrganisationReference photos.Collection"
    ),
    "people who died in the war, and old photographs": (
        "graves.Burial graves.BurialText graves.BurialSource graves.BurialIdentifier photos.Photo"
        " photos.PhotoText photos.PhotoWords photos.PersonShown photos.PhotoActivity"
        " photos.ArchiveImage photos.ArchiveRendition submissions.DeniedName"
    ),
    "public occasions and their reports": (
        "veterans.MedalPresentation veterans.PresentationText veterans.ReportPhoto"
        " veterans.ReportPhotoText"
    ),
    "what staff decide about records": "names.PersonLink names.CheckedSlip",
    "how the site works": (
        "core.PeriodicRun core.WorkerHeartbeat core.ImportBatch submissions.SubmissionSection"
    ),
}
# Fields of any other model, by the reason why.
HARMLESS_FIELDS = {
    "random words that lead to a row": "handle slug came_as",
    "codes": "kind language purpose scopes about template scope code refusal",
    "made from other fields, to find and to sort": (
        "sort_key surname_sounds given_keys patronymic_keys birthplace_sounds prisoner_digits"
        " sounds keys dedupe_key"
    ),
    "a day, by the random key of a person": "given_on",
    "why staff corrected a form of a name": "reason",
    "a number of a camp, of people of the past": "prisoner_number",
    "the record that a row of a list became": "object_id",
}


def unregistered() -> set[str]:
    known = {name for entry in registered_personal_data() for name in entry.fields}
    harmless = words_of(HARMLESS_MODELS)
    found = set()
    for model in apps.get_models(include_auto_created=True):
        label = model._meta.label
        is_ours = model.__module__.startswith(OURS) and label not in harmless
        for field in model._meta.local_concrete_fields:
            if tells(field, is_ours=is_ours) and f"{label}.{basis_of(field)}" not in known:
                found.add(f"{label}.{field.name}")
    return found


def tells(field: models.Field, *, is_ours: bool) -> bool:
    """May this field say something of a person? A moment at which the site worked does not; an
    address does, in the models of others too."""
    if isinstance(field, models.EmailField | models.GenericIPAddressField):
        return field.model._meta.label != "core.SiteSettings"  # those of the institutions
    if not is_ours or field.choices or isinstance(field, models.DateTimeField):
        return False
    return isinstance(field, TELLING) and field.name not in words_of(HARMLESS_FIELDS)


def basis_of(field: models.Field) -> str:
    """The field that says it: bounds are made from a date."""
    return field.name.removesuffix("_earliest").removesuffix("_latest")


def words_of(reasons: dict[str, str]) -> set[str]:
    return {word for words in reasons.values() for word in words.split()}


def test_every_personal_field_stands_in_the_register():
    assert unregistered() == set()


def test_fields_that_are_missing_would_be_named(monkeypatch):
    monkeypatch.setattr("commemoration.submissions.personal_data._register", {})

    assert {
        "submissions.Contact.email",
        "core.OutboxMessage.to",
        "core.ConsentEvidence.scan",
        "graves.Caretaker.name",
        "graves.Contribution.sender_town",
        "graves.PhotoRequest.note",
        "regiment.RegimentEntry.story",
        "regiment.RegimentEntry.birth_earliest",
        "veterans.VeteranText.biography",
        "photos.ErrorReport.message",
    } <= unregistered()


def test_models_and_fields_that_are_called_harmless_are_there():
    """A name that is gone would let another thing of that name pass."""
    ours = [model for model in apps.get_models() if model.__module__.startswith(OURS)]
    fields = {field.name for model in ours for field in model._meta.local_concrete_fields}

    assert words_of(HARMLESS_MODELS) <= {model._meta.label for model in ours}
    assert words_of(HARMLESS_FIELDS) <= fields


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
