"""An entry with pictures is published by the worker: whole and once, also if that is killed."""

import time
from datetime import timedelta

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from bench.workers import start_worker
from commemoration.submissions.models import Submission, SubmissionEvent
from commemoration.submissions.services.endings import erase_submission, withdraw_submission
from commemoration.submissions.services.publishing import (
    PATIENCE,
    Accepted,
    accept,
    publish_forgotten,
)
from photos.models import ArchiveImage
from photos.services.picture_checks import heal_pictures
from tests.factories.invariants import broken_promises
from tests.factories.pictures import foliage
from tests.factories.regiment import sent, sent_picture
from tests.factories.staff import superuser
from tests.factories.stored import names_in
from tests.factories.worker import work_off_tasks
from tests.photos.conftest import empty_storages  # noqa: F401 - each test counts its own files
from tests.photos.test_interrupted import below, declare_dead, kill_when
from tributes.regiment.models import RegimentEntry

PATIENCE_WITH_WORKERS = 300  # seconds


def accepted(submission, user) -> None:
    submission.words.refresh_from_db()
    seen = {"user": user, "seen_version": submission.words.version}
    assert accept(submission=submission, **seen) == Accepted.HANDED_OVER


def erased(submission, user) -> None:
    erase_submission(submission=submission, reason="by_sender", actor="staff", staff=user)


def waits(submission) -> bool:
    """As before the decision was carried out, which is noted still."""
    submission.refresh_from_db()
    return submission.state == "waiting" and submission.publishing_since is not None


@pytest.mark.django_db(transaction=True)
def test_killed_worker_is_followed_by_one_that_publishes_it_once():
    submission, user = sent(pictures=4), superuser("vera")
    for picture in submission.pictures.all():  # large enough to be caught at
        picture.picture.save(
            f"test/{picture.uuid}/large.jpg", ContentFile(foliage(1600, 1100 + picture.position))
        )
    accepted(submission, user)

    # In the middle: the first picture is taken in, the others are not.
    masters = settings.FILES_DIR / "masters"
    before = len(below(masters))
    kill_when(lambda: len(below(masters)) > before)

    assert waits(submission)
    assert submission.publishing_tries == 1
    assert (RegimentEntry.objects.count(), ArchiveImage.objects.count()) == (0, 0)
    assert submission.pictures.count() == 4
    declare_dead()
    assert publish_forgotten(timezone.now() + PATIENCE + timedelta(seconds=1)) == 1
    assert start_worker().wait(PATIENCE_WITH_WORKERS) == 0

    submission.refresh_from_db()
    assert (submission.state, submission.publishing_since) == ("published", None)
    entry = RegimentEntry.objects.get(key=submission.key)
    assert (entry.live, entry.pictures.count(), ArchiveImage.objects.count()) == (True, 4, 4)
    told = SubmissionEvent.objects.filter(submission=submission.key, to_state="published")
    assert [event.staff for event in told] == [user]
    heal_pictures()
    assert broken_promises() == []
    assert len(below(masters)) == 4


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("ends", [withdraw_submission, None])
def test_withdrawal_while_the_worker_is_at_work_leaves_nothing_public(ends):
    submission, user = sent(pictures=3), superuser("vera")
    accepted(submission, user)
    masters = settings.FILES_DIR / "masters"
    before = len(below(masters))
    worker = start_worker()
    deadline = time.monotonic() + PATIENCE_WITH_WORKERS
    while len(below(masters)) == before:
        assert time.monotonic() < deadline
        time.sleep(0.002)

    if ends is not None:
        ends(submission=submission)
    assert worker.wait(PATIENCE_WITH_WORKERS) == 0

    public = RegimentEntry.objects.filter(live=True).count()
    state = Submission.objects.get(pk=submission.pk).state
    assert (state, public) == (("withdrawn", 0) if ends else ("published", 1))
    assert bool(names_in(storages["default"])) == (ends is None)


@pytest.mark.django_db
@pytest.mark.parametrize("is_damaged", [True, False])
def test_picture_that_is_refused_is_told_and_leaves_no_file(is_damaged, commit):
    submission, user = sent(pictures=1), superuser("vera")
    if is_damaged:
        picture = sent_picture(submission, 1)
        picture.picture.save(
            f"test/{picture.uuid}/cut.jpg", ContentFile(foliage(400, 300)[:900]), save=True
        )
    kept = [names_in(storages[alias]) for alias in ("default", "working", "masters")]
    accepted(submission, user)

    with commit():
        work_off_tasks()

    submission.refresh_from_db()
    found = [names_in(storages[alias]) for alias in ("default", "working", "masters")]
    if is_damaged:
        assert (submission.state, submission.publishing_fault) == ("waiting", "picture")
        assert (found, RegimentEntry.objects.count()) == (kept, 0)
        assert not DBTaskResult.objects.filter(status="FAILED").exists()
    else:
        assert submission.state == "published"
        assert all(now > then for now, then in zip(found, kept, strict=True))


@pytest.mark.django_db
@pytest.mark.parametrize("ends", [accepted, erased])
def test_what_a_killed_worker_has_cut_goes_with_the_decision_and_with_the_end(
    ends, commit, settings, tmp_path
):
    settings.TOMBSTONE_DIR = tmp_path / "tombstones"
    submission = sent(pictures=2)
    left_by_the_killed = set()
    for picture in submission.pictures.all():
        folder = picture.picture.name.rpartition("/")[0]
        file = ContentFile(foliage(40, 30))
        left_by_the_killed.add(storages["submitted"].save(f"{folder}/shown.jpg", file))

    with commit():
        ends(submission, superuser("vera"))
        work_off_tasks()

    left = names_in(storages["submitted"])
    kept = {picture.picture.name for picture in submission.pictures.all()}
    assert left == kept
    assert len(kept) == (2 if ends is accepted else 0)
    assert not left & left_by_the_killed
