"""What is not where the rows say is found, named, and made good."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.core.management import call_command
from django.utils import timezone

from photos.enums import TileState
from photos.models import ArchiveImage
from photos.services.picture_checks import heal_pictures, picture_breaches
from photos.services.pictures import (
    publish_pictures,
)
from tests.factories.stored import SIX_FILES, all_files, public_files, store

pytestmark = pytest.mark.django_db


def test_check_finds_and_heals_a_missing_and_a_truncated_public_file(commit):
    with commit():
        image = store()
        publish_pictures([image])
    missing = f"pictures/{image.uuid}/320.avif"
    truncated = f"pictures/{image.uuid}/400.jpg"
    default_storage.delete(missing)
    Path(default_storage.path(truncated)).write_bytes(b"half")

    breaches = picture_breaches()
    heal_pictures()

    assert [each.name for each in breaches] == [missing, truncated]
    assert picture_breaches() == []
    assert public_files(image) == SIX_FILES


def test_check_finds_and_removes_files_of_an_unpublished_picture(commit):
    with commit():
        image = store()
        publish_pictures([image])
    ArchiveImage.objects.update(published_at=None, tile_state=TileState.NONE)

    breaches = picture_breaches()
    heal_pictures()

    assert len(breaches) == 6
    assert {each.kind for each in breaches} == {"public_without_publication"}
    assert public_files(image) == set()


def test_check_reports_a_lost_master(commit):
    with commit():
        image = store()
    image.master.storage.delete(image.master.name)

    heal_pictures()

    assert [(each.kind, each.name) for each in picture_breaches()] == [
        ("private_file_missing", image.master.name)
    ]


def test_check_removes_forgotten_private_files_after_a_day(commit):
    with commit():
        image = store()
    kept = all_files()
    forgotten = storages["working"].save("pictures/ab/abc/320.jpg", ContentFile(b"x"))
    assert picture_breaches() == []
    past = (timezone.now() - timedelta(days=2)).timestamp()
    os.utime(storages["working"].path(forgotten), (past, past))
    os.utime(image.file.path, (past, past))

    breaches = picture_breaches()
    heal_pictures()

    assert [(each.kind, each.name) for each in breaches] == [("private_file_forgotten", forgotten)]
    assert all_files() == kept


@pytest.fixture
def unknown_master() -> str:
    """An original of the day before yesterday that the database, restored from a dump, lacks."""
    master = storages["masters"].save("ab/abc.jpg", ContentFile(b"x"))
    past = (timezone.now() - timedelta(days=2)).timestamp()
    os.utime(storages["masters"].path(master), (past, past))
    return master


def test_unknown_master_is_named_and_kept(unknown_master, caplog):
    heal_pictures()

    assert [str(each) for each in picture_breaches()] == [f"master_unknown: {unknown_master}"]
    assert f"No picture knows the master {unknown_master}" in caplog.text
    assert storages["masters"].exists(unknown_master)


def test_command_removes_unknown_masters_only_when_told_so(unknown_master, commit, capsys):
    with commit():
        image = store()

    with pytest.raises(SystemExit):
        call_command("heal_pictures")
    assert capsys.readouterr().out == f"master_unknown: {unknown_master}\n"
    assert storages["masters"].exists(unknown_master)

    call_command("heal_pictures", "--remove-unknown-masters")
    assert not storages["masters"].exists(unknown_master)
    assert storages["masters"].exists(image.master.name)


@pytest.mark.parametrize("folder", ["backup", "old/deeper", "{uuid}-old", "{UUID}"])
def test_stray_public_folder_is_removed_by_its_name(commit, folder):
    with commit():
        image = store()
        publish_pictures([image])
    uuid = str(image.uuid)
    folder = folder.format(uuid=uuid, UUID=uuid.upper())
    stray = default_storage.save(f"pictures/{folder}/320.jpg", ContentFile(b"x"))

    heal_pictures()

    assert not default_storage.exists(stray)
    assert picture_breaches() == []
    assert public_files(image) == SIX_FILES


def test_failed_publication_is_logged_and_healed_later(commit, caplog):
    with commit():
        image = store()
    folder = Path(default_storage.path("pictures"))
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_bytes(b"in the way")

    with commit():
        publish_pictures([image])
    assert "Error calling" in caplog.text
    folder.unlink()
    heal_pictures()

    assert public_files(image) == SIX_FILES
