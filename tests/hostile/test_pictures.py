"""What pictures tell of who took them, what they ask the site to fetch, and what they break."""

import io
import socket
import threading
import urllib.request
import zipfile
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from commemoration.core.media.work_folders import Work, folders_of
from commemoration.names.enums import NameRole
from commemoration.names.services.people import NameFacts
from commemoration.submissions.links import sign_pass
from commemoration.submissions.models import Contact, SubmittedPicture
from commemoration.submissions.models.pictures import submitted_storage
from commemoration.submissions.services.review import approve
from tests.factories import regiment
from tests.factories.staff import signed_in, superuser
from tests.factories.stored import names_in
from tests.factories.worker import work_off_tasks
from tests.hostile.pictures import (
    SECRETS,
    asking_pictures,
    hostile_files,
    telling_heic,
    telling_jpeg,
)
from tests.hostile.words import alive
from tributes.regiment.models import RegimentEntry
from tributes.regiment.services.entries import save_entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def family(settings, tmp_path):
    """A browser in which a family has opened what it sent, and that submission."""
    place = {"location": str(tmp_path / "submitted"), "base_url": None}
    settings.STORAGES = {
        **settings.STORAGES,
        "submitted": {**settings.STORAGES["submitted"], "OPTIONS": place},
    }
    Path(default_storage.location).mkdir(parents=True, exist_ok=True)  # whose room is measured
    return _family()


def _family(email: str = "anna@example.org", **steps):
    submission = regiment.sent(**steps)
    Contact.objects.filter(submission=submission).update(email=email)
    browser = Client()
    browser.get(f"/my/{sign_pass(submission)}/")
    return browser, submission


def upload(browser: Client, submission, name: str, content: bytes):
    file = SimpleUploadedFile(name, content, "image/jpeg")
    # As a browser names it, whatever Django would make of the name of an upload.
    file._name = name
    return browser.post(f"/en/my/{submission.handle}/pictures/", {"files": [file]})


def accept(submission) -> RegimentEntry:
    SubmittedPicture.objects.filter(submission=submission).update(alive="nobody")
    submission.refresh_from_db()
    submission.words.refresh_from_db()
    approve(submission=submission, user=superuser(), seen_version=submission.words.version)
    return RegimentEntry.objects.get(key=submission.key)


def everything_of(browser: Client, submission) -> bytes:
    answer = browser.get(f"/en/my/{submission.handle}/everything.zip")
    if answer.status_code != 200:
        return b""
    with zipfile.ZipFile(io.BytesIO(b"".join(answer))) as packed:
        return b"".join(packed.read(name) for name in packed.namelist())


def secrets_in(content: bytes) -> list[bytes]:
    return [secret for secret in SECRETS if secret in content]


def test_place_author_and_camera_reach_nobody_else(family, django_capture_on_commit_callbacks):
    browser, submission = family
    before = names_in(default_storage)
    sent = {"stone.jpg": telling_jpeg(), "IMG_1.HEIC": telling_heic()}
    with django_capture_on_commit_callbacks(execute=True):
        for name, content in sent.items():
            assert upload(browser, submission, name, content).status_code == 302
        work_off_tasks()
    originals = b"".join(sent.values())
    own = everything_of(browser, submission)
    stranger = _family("boris@example.org")[0]

    assert stranger.get(f"/en/my/{submission.handle}/everything.zip").status_code == 404
    with django_capture_on_commit_callbacks(execute=True):
        entry = accept(submission)
        work_off_tasks()

    assert secrets_in(originals) == list(SECRETS), "the control: the files say all of it"
    assert secrets_in(own) == list(SECRETS), "the control: the family's own files come back whole"
    public = names_in(default_storage) - before
    assert len(public) >= 6
    for name in public:
        assert secrets_in(default_storage.open(name).read()) == [], name
    for name in names_in(submitted_storage()):
        assert secrets_in(submitted_storage().open(name).read()) == [], name
    assert secrets_in(everything_of(browser, submission)) == []
    number = entry.number
    for address in (
        f"/en/regiment/{number}/",
        f"/en/regiment/{number}/placard/a4.pdf",
        f"/en/regiment/{number}/placard/phone.png",
        f"/en/regiment/{number}/share.jpg",
    ):
        answer = Client().get(address)
        assert answer.status_code == 200
        assert secrets_in(answer.content) == [], address
    reviewer = signed_in(superuser("vera"))
    for row in submission.pictures.all():
        address = f"/admin/submissions/one/{submission.handle}/pictures/{row.uuid}/"
        shown = reviewer.get(address)
        assert shown.status_code == 200
        assert secrets_in(b"".join(shown)) == []


@contextmanager
def listener():
    """A server on this machine that notes who knocks, and answers nobody."""
    knocks = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        ends = threading.Event()

        def listen():
            while not ends.is_set():
                try:
                    connection, _address = server.accept()
                except TimeoutError:
                    continue
                with connection:
                    connection.settimeout(1)
                    knocks.append(connection.recv(200))

        thread = threading.Thread(target=listen)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.getsockname()[1]}/", knocks
        finally:
            ends.set()
            thread.join()


def test_site_fetches_nothing_that_a_sender_names(family, django_capture_on_commit_callbacks):
    with listener() as (url, knocks):
        typst = f'#image("{url}t")'
        browser, submission = _family(
            life={"birthplace": [f"file:///etc/passwd {url}place"]},
            service={"rank": [typst], "unit": [url], "decorations": [f"{url}a\n{url}b"]},
            story={"story": [f'<img src="{url}story"> {url} [a]({url})'], "belgium": [url]},
            sender={"sender_town": [url]},
        )
        with django_capture_on_commit_callbacks(execute=True):
            for name, content in asking_pictures(url).items():
                assert upload(browser, submission, name, content).status_code in (302, 422)
            work_off_tasks()
            submission.pictures.exclude(state="ready").delete()
            entry = accept(submission)
            # The form refuses such names; staff can write them, and older entries may bear them.
            names = [NameFacts(NameRole.FAMILY, typst, f"{url}given")]
            save_entry(entry, names=names, sender_name=url)
            work_off_tasks()
        number = entry.number
        staff = signed_in(superuser("vera"))
        for client, address in (
            (Client(), f"/en/regiment/{number}/"),
            (Client(), f"/en/regiment/{number}/placard/a4.pdf"),
            (Client(), f"/en/regiment/{number}/placard/phone.png"),
            (staff, f"/admin/submissions/one/{submission.handle}/"),
            (browser, f"/en/my/{submission.handle}/everything.zip"),
        ):
            assert client.get(address).status_code == 200, address

        assert knocks == []
        assert entry.pictures.exists()
        with pytest.raises(OSError):  # noqa: PT011 - hung up, in one way or another
            urllib.request.urlopen(f"{url}control", timeout=2)  # noqa: S310 - our own listener
        assert [knock.split(b" ")[1] for knock in knocks] == [b"/control"]


def test_no_file_breaks_the_form_or_leaves_anything_behind(
    family, tmp_path, monkeypatch, django_capture_on_commit_callbacks
):
    browser, submission = family
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "work"))
    (tmp_path / "work").mkdir()
    home = f"/en/my/{submission.handle}/"

    for name, content in hostile_files().items():
        with django_capture_on_commit_callbacks(execute=True):
            answer = upload(browser, submission, name, content)
            work_off_tasks()
        assert answer.status_code in (302, 422), name
        assert alive(answer.content.decode()) == []
        kept = submission.pictures.first()
        page = browser.get(f"{home}pictures/").content.decode()
        assert alive(page) == []
        if kept is not None:
            assert kept.state in ("ready", "refused"), name
            assert "/" not in kept.original_name
            assert "\x00" not in kept.original_name
            with django_capture_on_commit_callbacks(execute=True):
                browser.post(f"{home}pictures/{kept.uuid}/remove/")

    assert names_in(submitted_storage()) == set()
    assert [folder for work in Work for folder in folders_of(work)] == []
