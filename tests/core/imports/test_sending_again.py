"""What is wrong with one half of an import does not lose the other half: list and files."""

import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from commemoration.core.imports import services
from commemoration.core.imports.enums import BatchState
from commemoration.core.imports.models import ImportBatch
from commemoration.core.models import User
from tests.factories.archives import packed

from .conftest import SHEET

UPLOAD = "/admin/imports/new/members/"
GONE = "The files that were sent before are no longer kept. Send the archive again."


@pytest.fixture
def work(settings, tmp_path):
    settings.IMPORT_WORK_DIR = tmp_path / "work"
    return settings.IMPORT_WORK_DIR


@pytest.fixture
def screen(client, db, members):
    client.force_login(User.objects.create_superuser("manager", "manager@example.org", "x"))
    return client


def sheet(text=SHEET):
    return SimpleUploadedFile("members.csv", text.encode(), "text/csv")


def word_in(response) -> str:
    return re.search(r'name="kept_files" value="([^"]+)"', response.content.decode())[1]


def names_in(folder: str | Path) -> list[str]:
    return [path.name for path in Path(folder).iterdir()]


@pytest.mark.parametrize("bad", [sheet("\n \n"), None])
def test_bad_list_does_not_lose_the_archive_sent_with_it(screen, work, bad):
    fields = {"file": bad} if bad else {}
    refused = screen.post(UPLOAD, {**fields, "archive": packed("a.jpg")})
    assert refused.status_code == 422
    assert "“scans.zip” is kept and need not be sent again." in refused.content.decode()

    again = screen.post(UPLOAD, {"file": sheet("\n"), "kept_files": word_in(refused)})
    response = screen.post(UPLOAD, {"file": sheet(), "kept_files": word_in(again)})

    batch = ImportBatch.objects.get()
    assert response["Location"] == reverse("imports:batch", args=[batch.pk])
    assert (names_in(batch.files_folder), batch.files_are_ours) == (["a.jpg"], True)
    assert names_in(work) == [Path(batch.files_folder).name]


def test_kept_files_serve_one_import_and_their_sender_alone(screen, work, client):
    word = word_in(screen.post(UPLOAD, {"archive": packed("a.jpg")}))
    other = User.objects.create_superuser("other", "other@example.org", "x")
    assert services.archive_set_aside(word, user=other) == ""
    with pytest.raises(services.ImportRefused, match=GONE):
        services.claim_files(word, user=other)

    first = screen.post(UPLOAD, {"file": sheet(), "kept_files": word}, follow=True)
    second = screen.post(UPLOAD, {"file": sheet(), "kept_files": word}, follow=True)

    assert GONE not in first.content.decode()
    assert GONE in second.content.decode()
    kept = ImportBatch.objects.order_by("pk").values_list("files_are_ours", flat=True)
    assert list(kept) == [True, False]


def test_files_sent_again_lead_to_the_columns_where_these_are_not_matched(screen, work):
    torn = SimpleUploadedFile("scans.zip", b"PK\x03\x04 torn")
    screen.post(UPLOAD, {"file": sheet("identifier,Vorname\nanna,Anna\n"), "archive": torn})
    batch = ImportBatch.objects.get()
    files = reverse("imports:files", args=[batch.pk])
    columns = reverse("imports:columns", args=[batch.pk])

    unmatched = screen.post(files, {"archive": packed("a.jpg")})
    screen.post(columns, {"column_0": "login", "shared-given_name": "Anna"})
    services.work_on_batch(batch.pk)
    matched = screen.post(files, {"archive": packed("b.jpg")})

    batch.refresh_from_db()
    assert unmatched["Location"] == columns
    assert matched["Location"] == reverse("imports:batch", args=[batch.pk])
    assert (batch.state, names_in(batch.files_folder)) == (BatchState.CHECKING, ["b.jpg"])
