import pytest


@pytest.fixture(autouse=True)
def _tombstones(settings, tmp_path):
    settings.TOMBSTONE_DIR = tmp_path / "tombstones"
