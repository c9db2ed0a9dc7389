import pytest

from tests.names.people import register_test_kind


@pytest.fixture(autouse=True)
def tested_kind():
    register_test_kind()
