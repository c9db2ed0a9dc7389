"""Pictures that a sender adds: kept privately, read once, cut, and gone when their time is over."""

import errno
import io
from pathlib import Path
from unittest import mock

import pillow_heif
import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from PIL import Image

from commemoration.core.media.storage import WholeFileStorage
from commemoration.submissions.links import sign_pass
from commemoration.submissions.models import SubmittedPicture
from commemoration.submissions.models.pictures import submitted_storage
from commemoration.submissions.services.forgotten import read_forgotten
from commemoration.submissions.services.pictures import add_picture, read_picture, remove_picture
from commemoration.submissions.services.review import approve, reject
from tests.factories.pictures import jpeg, private_exif, quarters
from tests.factories.staff import superuser
from tests.factories.submissions import SHELF, draft, sent

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _storage(settings, tmp_path):
    """Files of their own, so that what is left behind can be counted."""
    place = {"location": str(tmp_path / "submitted"), "base_url": None}
    settings.STORAGES = {
        **settings.STORAGES,
        "submitted": {**settings.STORAGES["submitted"], "OPTIONS": place},
    }


def files() -> list[str]:
    root = Path(submitted_storage().location)
    return sorted(path.name for path in root.rglob("*") if path.is_file())


def opened_by(submission) -> Client:
    browser = Client()
    browser.get(f"/my/{sign_pass(submission)}/")
    return browser


def heic() -> bytes:
    pillow_heif.register_heif_opener()
    buffer = io.BytesIO()
    quarters(300, 400).save(buffer, "HEIF")
    return buffer.getvalue()


def added(submission, content: bytes | None = None, name: str = "grandfather.jpg"):
    row = add_picture(submission=submission, file=ContentFile(content or jpeg()), name=name)
    read_picture(row.pk)
    row.refresh_from_db()
    return row


def test_phone_picture_is_read_and_shown_to_its_sender_alone():
    submission, stranger = draft(), draft(email="boris@example.org")
    browser = opened_by(submission)
    upload = SimpleUploadedFile("IMG_0001.HEIC", heic(), "image/heic")

    answer = browser.post(f"/en/my/{submission.handle}/pictures/", {"files": [upload]})
    row = SubmittedPicture.objects.get()
    waiting = browser.get(answer["Location"]).content.decode()
    read_picture(row.pk)

    file = f"/en/my/{submission.handle}/pictures/{row.uuid}.jpg"
    assert "This picture is being read." in waiting
    assert browser.get(file)["Content-Type"] == "image/jpeg"
    assert opened_by(stranger).get(file).status_code == 404
    assert (
        opened_by(stranger).get(file.replace(submission.handle, stranger.handle)).status_code == 404
    )
    assert Client().get(file).status_code == 404


def test_position_and_author_stay_in_the_private_original_and_go_with_the_decision(
    django_capture_on_commit_callbacks,
):
    submission = sent()
    row = added(submission, jpeg(exif=private_exif()))
    row.alive = "nobody"
    row.save()
    original = submitted_storage().open(row.original.name).read()
    shown = submitted_storage().open(row.picture.name).read()

    with django_capture_on_commit_callbacks(execute=True):
        approve(submission=submission, user=superuser(), seen_version=_version(submission))

    row.refresh_from_db()
    kept = b"".join(path.read_bytes() for path in Path(submitted_storage().location).rglob("*.*"))
    assert b"Private Person" in original, "the control: it was there"
    assert b"Private Person" not in shown + kept
    assert files() == ["picture.jpg", "preview.jpg"]
    assert submitted_storage().open(row.picture.name).read() == shown, "encoded once, at ingest"
    assert SHELF[submission.key]["pictures"] == [row.picture.name]


def test_what_is_cut_off_is_gone_after_the_decision(client):
    submission = sent()
    row = added(submission, jpeg(400, 300))
    data = {"alive": "nobody", "caption": "", "turns": "1"}
    crop = {"left": "0", "right": "50", "top": "0", "bottom": "0"}
    page = f"/en/my/{submission.handle}/pictures/{row.uuid}/"
    assert opened_by(submission).post(page, data | crop).status_code == 302

    approve(submission=submission, user=superuser(), seen_version=_version(submission))

    row.refresh_from_db()
    with Image.open(submitted_storage().path(row.picture.name)) as shown:
        assert shown.size == (150, 400)
        red, _green, blue = shown.convert("RGB").getpixel((75, 100))
    assert blue > red, "turned to the right, the lower left quarter is the upper left one"
    assert (row.crop, row.turns) == ((0, 0, 1000, 1000), 0)


def test_rejected_pictures_leave_no_file(django_capture_on_commit_callbacks):
    submission = sent()
    added(submission)
    assert files() == ["original.jpg", "picture.jpg", "preview.jpg"]

    with django_capture_on_commit_callbacks(execute=True):
        reject(
            submission=submission,
            user=superuser(),
            seen_version=_version(submission),
            reason="abuse",
            answer="This is not for us.",
        )

    assert files() == []
    assert not SubmittedPicture.objects.exists()


def test_bad_file_is_named_and_the_good_one_beside_it_is_kept():
    submission = draft()
    upload = [
        SimpleUploadedFile("list.pdf", b"%PDF-1.4 not a picture"),
        SimpleUploadedFile("portrait.jpg", jpeg()),
    ]

    answer = opened_by(submission).post(f"/en/my/{submission.handle}/pictures/", {"files": upload})

    assert answer.status_code == 422
    assert "list.pdf: " in answer.content.decode()
    assert SubmittedPicture.objects.get().original_name == "portrait.jpg"


def test_full_disk_is_told_and_leaves_nothing():
    submission = draft()
    full = OSError(errno.ENOSPC, "No space left on device")
    upload = SimpleUploadedFile("portrait.jpg", jpeg())

    with mock.patch.object(WholeFileStorage, "_claim_name", side_effect=full):
        answer = opened_by(submission).post(
            f"/ru/my/{submission.handle}/pictures/", {"files": [upload]}
        )

    assert answer.status_code == 507
    assert 'lang="ru"' in answer.content.decode()
    assert (SubmittedPicture.objects.count(), files()) == (0, [])


def test_picture_of_a_killed_worker_is_taken_up_again_and_read_once():
    submission = draft()
    row = add_picture(submission=submission, file=ContentFile(jpeg()), name="a.jpg")
    SubmittedPicture.objects.update(added_at="2020-05-09T10:00Z")

    assert read_forgotten() == 0, "it stands in the queue still: asked for once is enough"
    DBTaskResult.objects.update(status=TaskResultStatus.FAILED)
    assert read_forgotten() == 1
    read_picture(row.pk)
    first = SubmittedPicture.objects.values().get()
    read_picture(row.pk)

    assert SubmittedPicture.objects.values().get() == first
    assert read_forgotten() == 0
    assert len(files()) == 3


def test_what_a_killed_worker_has_written_goes_with_the_picture(
    django_capture_on_commit_callbacks,
):
    """It was killed between the file and the row, and the next one wrote another."""
    submission = draft()
    row, other = added(submission), added(submission, jpeg(500))
    folder = Path(submitted_storage().path(row.original.name)).parent
    (folder / "picture_left.jpg").write_bytes(b"left")

    with django_capture_on_commit_callbacks(execute=True):
        remove_picture(row)

    assert not folder.exists()
    assert files() == ["original.jpg", "picture.jpg", "preview.jpg"]
    assert submitted_storage().exists(other.picture.name)


def test_damaged_picture_is_refused_in_the_readers_language():
    submission = draft()
    row = added(submission, jpeg()[:900])

    page = opened_by(submission).get(f"/en/my/{submission.handle}/pictures/").content.decode()

    assert row.state == "refused"
    assert "The picture is damaged" in page


def test_picture_of_which_it_is_not_said_whether_anyone_lives_is_saved_and_asked_about():
    submission = draft()
    picture = add_picture(submission=submission, file=ContentFile(jpeg()), name="a.jpg")
    browser = opened_by(submission)
    page = f"/en/my/{submission.handle}/pictures/{picture.uuid}/"
    cut = {"turns": "1", "left": "10", "right": "0", "top": "0", "bottom": "0"}

    answer = browser.post(page, {"caption": "In the garden", **cut})
    shown = browser.get(answer["Location"]).content.decode()

    picture.refresh_from_db()
    assert (answer.status_code, answer["Location"]) == (302, f"{page}?unsaid")
    assert (picture.caption, picture.turns, picture.alive) == ("In the garden", 1, "")
    assert "In the garden</textarea>" in shown
    assert "Choose one of the answers." in shown
    assert "This was not saved yet" not in shown


def test_no_more_pictures_than_the_kind_takes():
    submission = draft()
    for number in range(3):
        add_picture(submission=submission, file=ContentFile(jpeg(400 + number)), name="a.jpg")
    upload = SimpleUploadedFile("fourth.jpg", jpeg())

    answer = opened_by(submission).post(
        f"/en/my/{submission.handle}/pictures/", {"files": [upload]}
    )

    assert answer.status_code == 422
    assert "There can be 3 pictures. Take one out first." in answer.content.decode()
    assert SubmittedPicture.objects.count() == 3


def _version(submission) -> int:
    submission.words.refresh_from_db()
    return submission.words.version
