import shutil

import pytest


@pytest.fixture(autouse=True)
def empty_storages(settings):
    """Every test of the archive starts with empty storages."""
    shutil.rmtree(settings.FILES_DIR, ignore_errors=True)
    settings.FILES_DIR.mkdir()
    yield
    shutil.rmtree(settings.FILES_DIR, ignore_errors=True)
