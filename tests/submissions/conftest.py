import pytest

from tests.factories.staff import signed_in, superuser
from tests.factories.submissions import letters_are_sent


@pytest.fixture(autouse=True)
def _letters(settings, tmp_path):
    settings.TOMBSTONE_DIR = tmp_path / "tombstones"
    with letters_are_sent():
        yield


@pytest.fixture
def reviewer():
    return superuser("vera")


@pytest.fixture
def browser(reviewer):
    return signed_in(reviewer)
