import shutil

import pytest

from commemoration.core.imports import services
from commemoration.core.imports.enums import RowState
from photos.importers import PhotoImporter
from tests.factories.pictures import jpeg

from .known_photographs import Known, fill_archive
from .lists import sheet


@pytest.fixture(autouse=True)
def empty_storages(settings):
    """Every test of the archive starts with empty storages."""
    shutil.rmtree(settings.FILES_DIR, ignore_errors=True)
    settings.FILES_DIR.mkdir()
    yield
    shutil.rmtree(settings.FILES_DIR, ignore_errors=True)


@pytest.fixture
def scans(tmp_path):
    folder = tmp_path / "scans"
    folder.mkdir()
    (folder / "a.jpg").write_bytes(jpeg(60, 40))
    (folder / "b.jpg").write_bytes(jpeg(40, 60))
    return folder


@pytest.fixture
def importing(db, scans):
    """Import rows as a command does; returns the batch."""

    def work(*rows, confirm=True, files_folder=scans, user=None, **options):
        settings = {"by_command": user is None, "make_collection": True, "language": "en"}
        batch = services.start_batch(
            importer=PhotoImporter(),
            file=sheet(*rows),
            original_name="photos.csv",
            options={**settings, "collection": "street-photos", "publish": True, **options},
            files_folder=files_folder,
            user=user,
        )
        services.dry_run(batch, in_background=False)
        services.work_on_batch(batch.pk)
        batch.refresh_from_db()
        if confirm and batch.rows.filter(state=RowState.READY).exists():
            services.confirm_batch(batch, in_background=False)
            services.work_on_batch(batch.pk)
            batch.refresh_from_db()
        return batch

    return work


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    """A block after which the transaction counts as committed: files and tasks follow."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def known(db) -> list[Known]:
    return fill_archive()
