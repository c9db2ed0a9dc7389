import errno
from pathlib import Path

import pytest
from django.core.files.base import ContentFile, File
from django.db import transaction

from commemoration.core.media.storage import NewFiles, WholeFileStorage, remove


class BreakingFile(File):
    """Gives some bytes, then fails as a full disk does."""

    def __init__(self):
        super().__init__(None, "breaking")

    def chunks(self, chunk_size=None):
        yield b"the first half"
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def storage(tmp_path):
    return WholeFileStorage(location=tmp_path / "files")


def files_below(storage) -> dict[str, bytes]:
    root = Path(storage.location)
    return {
        str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def test_saved_file_is_there_whole(storage):
    name = storage.save("a/b.txt", ContentFile(b"whole"))

    assert name == "a/b.txt"
    assert files_below(storage) == {"a/b.txt": b"whole"}


def test_taken_name_is_not_overwritten(storage):
    storage.save("a.txt", ContentFile(b"first"))

    name = storage.save("a.txt", ContentFile(b"second"))

    assert files_below(storage) == {"a.txt": b"first", name: b"second"}


def test_full_disk_leaves_nothing(storage):
    with pytest.raises(OSError, match="No space"):
        storage.save("a.txt", BreakingFile())

    assert files_below(storage) == {}


def test_full_disk_leaves_the_old_file_when_replacing(storage):
    storage.save("a.txt", ContentFile(b"old"))

    with pytest.raises(OSError, match="No space"):
        storage.replace("a.txt", BreakingFile())

    assert files_below(storage) == {"a.txt": b"old"}


def test_put_replaces_at_the_same_name(storage):
    storage.replace("a.txt", ContentFile(b"old"))

    storage.replace("a.txt", ContentFile(b"new"))

    assert files_below(storage) == {"a.txt": b"new"}


def test_remove_takes_the_empty_folder_along(storage):
    storage.save("folder/a.txt", ContentFile(b"a"))
    storage.save("folder/b.txt", ContentFile(b"b"))

    remove(storage, "folder/a.txt")
    assert Path(storage.path("folder")).exists()

    remove(storage, "folder/b.txt")
    assert not Path(storage.path("folder")).exists()


@pytest.mark.django_db
def test_new_files_go_when_the_transaction_is_rolled_back(storage, tmp_path):
    source = tmp_path / "source"
    source.write_bytes(b"x")

    def save_and_fail():
        with transaction.atomic():
            NewFiles().save(storage, "a.txt", source)
            assert files_below(storage) == {"a.txt": b"x"}
            raise RuntimeError

    with pytest.raises(RuntimeError):
        save_and_fail()

    assert files_below(storage) == {}


@pytest.mark.django_db
def test_new_files_stay_when_the_transaction_commits(
    storage, tmp_path, django_capture_on_commit_callbacks
):
    source = tmp_path / "source"
    source.write_bytes(b"x")

    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        NewFiles().save(storage, "a.txt", source)

    assert files_below(storage) == {"a.txt": b"x"}
