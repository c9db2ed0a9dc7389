"""An entry from what was sent to its erasure: public by consent only, and gone when it ends."""

import pytest
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction

from commemoration.core.accounts.models import User
from commemoration.core.consent.services import withdraw_consent
from commemoration.core.invariants.registry import registered_invariants
from commemoration.names.models import NamedPerson, NameForm
from commemoration.names.selectors.finding import find_people
from commemoration.submissions.answers import values_of
from commemoration.submissions.enums import Actor, Reason, SubmissionState
from commemoration.submissions.services.endings import erase_submission, withdraw_submission
from commemoration.submissions.services.pictures import delete_pictures
from commemoration.submissions.services.review import approve
from commemoration.submissions.services.states import change_state, lock_submission
from photos.models import ArchiveImage
from tests.factories.regiment import agreed, entry, sent, sent_picture
from tests.factories.staff import superuser
from tributes.regiment.enums import CONSENT, Scope
from tributes.regiment.models import ErasedNumber, RegimentEntry
from tributes.regiment.services.entries import withdraw_entry

pytestmark = pytest.mark.django_db


def staff():
    return User.objects.filter(username="root").first() or superuser()


def accepted(submission, user=None) -> RegimentEntry:
    submission.refresh_from_db()
    submission.words.refresh_from_db()
    approve(submission=submission, user=user or staff(), seen_version=submission.words.version)
    return RegimentEntry.objects.get(key=submission.key)


def test_what_is_accepted_is_public_and_found_by_another_spelling(client, commit):
    submission = sent(pictures=2)

    with commit():
        found = accepted(submission)

    assert (found.live, found.number, found.birth, found.death) == (True, 1, "1915~", "1944-09-09")
    assert found.decorations == ["Медаль", "Орден"]
    assert (found.sender_name, found.sender_town) == ("Ирина", "Exempleville")
    people = [m.person.pk for m in find_people("Obraztzoff Pyotr").matches]
    assert people == [found.named_person_id]
    captions = [picture.caption for picture in found.pictures.all()]
    assert captions == ["Снимок 1", "Снимок 2"]
    for image in ArchiveImage.objects.all():
        assert default_storage.listdir(f"pictures/{image.uuid}")[1]
    page = client.get("/ru/regiment/1/")
    assert page.status_code == 200
    assert "Второй &lt;b&gt;абзац&lt;/b&gt;." in page.content.decode()
    assert submission.of_kind.public_url(submission.key, "fr") == "/fr/regiment/1/"


def test_a_change_makes_anew_only_what_has_changed(commit):
    submission, user = sent(pictures=2), staff()
    with commit():
        first = accepted(submission, user)
    kept, gone = (picture.image.uuid for picture in first.pictures.all())

    with commit():
        change_state(
            lock_submission(submission),
            SubmissionState.WAITING,
            reason=Reason.CHANGED,
            actor=Actor.SENDER,
        )
        delete_pictures(submission, [submission.pictures.last().uuid])
        sent_picture(submission, 2)
        submission.words.steps["who"]["fields"]["surname"] = ["Примеров"]
        submission.words.save()
        again = accepted(submission, user)

    assert again.pk == first.pk
    assert again.number == first.number
    images = [picture.image.uuid for picture in again.pictures.all()]
    assert images[0] == kept
    assert len(images) == 2
    assert not ArchiveImage.objects.filter(uuid=gone).exists()
    surnames = set(again.named_person.forms.values_list("surname", flat=True))
    assert surnames == {"Примеров", "Obraztsov"}


def test_the_sender_is_told_only_with_consent_and_forgotten_without(commit):
    silent = accepted(sent(scopes=[Scope.PAGE]))
    submission = sent()
    told = accepted(submission)

    agreed(submission, Scope.PAGE)

    told.refresh_from_db()
    assert (silent.sender_name, silent.sender_town) == ("", "")
    assert (told.live, told.sender_name, told.sender_town) == (True, "", "")
    said = [str(each.content) for each in told.revisions.all()]
    assert said
    assert not any("Ирина" in each for each in said)


def test_withdrawal_takes_page_name_and_pictures_at_once(client, commit):
    submission = sent(pictures=1)
    with commit():
        found = accepted(submission)
    image = ArchiveImage.objects.get()

    with commit():
        withdraw_submission(submission=submission)

    assert client.get(f"/en/regiment/{found.number}/").status_code == 410
    assert client.get(f"/regiment/{found.number}/").status_code == 410
    assert find_people("Образцов").matches == []
    image.refresh_from_db()
    assert image.published_at is None
    assert not default_storage.exists(f"pictures/{image.uuid}/{image.derivatives[0]['width']}.jpg")


def test_staff_withdraw_the_submission_with_the_entry(commit):
    submission = sent()
    found = accepted(submission)

    withdraw_entry(found, user=staff())

    found.refresh_from_db()
    submission.refresh_from_db()
    assert found.live is False
    assert submission.state == SubmissionState.WITHDRAWN


def test_erasure_leaves_a_number_and_nothing_else(client, commit):
    submission = sent(pictures=1)
    with commit():
        found = accepted(submission)
    number = found.number

    with commit():
        erase_submission(submission=submission, reason=Reason.BY_SENDER, actor=Actor.SENDER)

    assert not RegimentEntry.objects.exists()
    assert not ArchiveImage.objects.exists()
    assert not NamedPerson.objects.filter(kind="regiment").exists()
    assert not NameForm.objects.exists()
    assert list(ErasedNumber.objects.values_list("number", flat=True)) == [number]
    assert client.get(f"/ru/regiment/{number}/").status_code == 410
    assert client.get(f"/regiment/{number}/").status_code == 410
    assert client.get(f"/ru/regiment/{number + 1}/").status_code == 404
    assert accepted(sent()).number == number + 1


def test_the_database_keeps_entries_without_consent_hidden():
    found = entry(published=False, is_example=False)
    public = entry()

    with pytest.raises(IntegrityError), transaction.atomic():
        RegimentEntry.objects.filter(pk=found.pk).update(
            live=True, number=99, first_published_at=public.first_published_at
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        NamedPerson.objects.filter(pk=found.named_person_id).update(is_public=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        RegimentEntry.objects.filter(pk=public.pk).update(number=public.number + 1)
    with pytest.raises(IntegrityError), transaction.atomic():
        RegimentEntry.objects.filter(pk=public.pk).update(
            life_status="presumed", birth="1930", birth_latest="1930-12-31"
        )


def test_hints_name_who_is_there_already():
    there = entry()
    submission = sent()
    quiet = sent(who={"surname": ["Шаблонов"], "other_surname": [""], "other_given_name": [""]})

    found = submission.of_kind.hints(submission, values_of(submission).values)

    assert [f"/regiment/{there.number}/" in line for line in found] == [True]
    assert quiet.of_kind.hints(quiet, values_of(quiet).values) == []


def test_consent_withdrawn_in_its_own_screen_ends_the_submission(commit):
    submission = sent()
    found = accepted(submission)

    withdraw_consent(purpose=CONSENT, subject=submission.key, user=staff())

    found.refresh_from_db()
    submission.refresh_from_db()
    assert (found.live, submission.state) == (False, SubmissionState.WITHDRAWN)


def test_invariants_hold(commit):
    with commit():
        accepted(sent(pictures=1))
        entry()

    for name, check in _ours():
        assert list(check()) == [], name


def _ours():
    for each in registered_invariants(deep=False):
        if each.name.startswith(("regiment.", "photos.published_picture")):
            yield each.name, each.breaches
