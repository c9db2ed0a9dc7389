import pytest


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    """A context in which what waits for the end of a transaction is done."""
    return lambda: django_capture_on_commit_callbacks(execute=True)
