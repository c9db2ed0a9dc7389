"""A worker that is killed while it reads a picture: the sender is told the truth, and the next one
reads it to its end."""

import tempfile
import time
from datetime import timedelta
from pathlib import Path

import psutil
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from bench.workers import start_worker
from commemoration.core.media.work_folders import (
    FORGOTTEN_AFTER,
    Work,
    folders_of,
    remove_forgotten_folders,
)
from commemoration.submissions.links import sign_pass
from commemoration.submissions.models import SubmittedPicture
from commemoration.submissions.models.pictures import submitted_storage
from commemoration.submissions.services.forgotten import PATIENCE, read_forgotten
from commemoration.submissions.services.pictures import remove_picture
from tests.factories.pictures import jpeg
from tests.factories.submissions import draft
from tests.factories.worker import work_off_tasks

pytestmark = pytest.mark.django_db(transaction=True)

LONGEST = 300  # seconds


@pytest.fixture(autouse=True)
def _passing(monkeypatch, tmp_path):
    """Passing folders of this test alone, for the workers that it starts too."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def kill_while_reading() -> None:
    """Start a worker, and end it without warning while it holds the picture in hand."""
    worker = start_worker()
    helpers = []
    deadline = time.monotonic() + LONGEST
    try:
        while not folders_of(Work.SUBMITTED):
            assert worker.poll() is None, "it was done before it could be killed"
            assert time.monotonic() < deadline
            time.sleep(0.005)
        helpers = psutil.Process(worker.pid).children(recursive=True)
    finally:
        worker.kill()
        worker.wait()
    assert psutil.wait_procs(helpers, timeout=30)[1] == [], "who read for it ends with it"


def files_of(row: SubmittedPicture) -> list[str]:
    folder = Path(submitted_storage().path(row.original.name)).parent
    return sorted(path.name for path in folder.glob("*"))


def test_picture_of_a_killed_worker_is_read_by_the_next():
    submission = draft()
    browser = Client()
    browser.get(f"/my/{sign_pass(submission)}/")
    home = f"/en/my/{submission.handle}/"
    upload = SimpleUploadedFile("grandfather.jpg", jpeg(4000, 3000), "image/jpeg")
    browser.post(f"{home}pictures/", {"files": [upload]})
    row = SubmittedPicture.objects.get()

    kill_while_reading()
    waiting = browser.get(f"{home}pictures/").content.decode()
    agreed = {"name": "Anna", "scopes": ["publish"]}
    sent_early = browser.post(f"{home}send/", agreed, follow=True)
    row.refresh_from_db()
    left = folders_of(Work.SUBMITTED)

    assert (row.state, files_of(row)) == ("waiting", ["original.jpg"])
    assert "This picture is being read." in waiting
    assert "Something is missing." in sent_early.content.decode()
    assert [status for _address, status in sent_early.redirect_chain] == [302]
    assert len(left) == 1, "the control: it was killed in the middle"

    assert read_forgotten() == 0, "it may be read still"
    later = timezone.now() + PATIENCE + timedelta(minutes=1)
    assert read_forgotten(later) == 1
    assert start_worker().wait(LONGEST) == 0
    row.refresh_from_db()
    done = SubmittedPicture.objects.values().get()
    read_forgotten(later)
    work_off_tasks()

    assert (row.state, row.width, row.height) == ("ready", 4000, 3000)
    assert SubmittedPicture.objects.values().get() == done, "read once"
    assert files_of(row) == ["original.jpg", "picture.jpg", "preview.jpg"]
    shown = browser.get(f"{home}pictures/").content.decode()
    assert "This picture is being read." not in shown
    assert browser.get(f"{home}pictures/{row.uuid}.jpg").status_code == 200
    assert remove_forgotten_folders(timezone.now() + 2 * FORGOTTEN_AFTER) == 1
    assert folders_of(Work.SUBMITTED) == []
    remove_picture(row)
    assert files_of(row) == []
