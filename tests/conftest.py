"""What holds for every test: one starts as the process does, whatever the one before it left."""

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def start_language(settings):
    """A request leaves its reader's language active in the thread; the next test starts in ours."""
    translation.activate(settings.LANGUAGE_CODE)
    yield
    translation.deactivate()
