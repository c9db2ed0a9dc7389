"""What holds for every test: one starts as the process does, whatever the one before it left."""

import pytest
from django.test import TransactionTestCase
from django.utils import translation

from tests import template


@pytest.fixture(scope="session")
def django_db_setup(
    request, django_test_environment, django_db_modify_db_settings, django_db_blocker
):
    """A database with the foundation of a site; a test that commits leaves the next a fresh one.

    `--create-db` migrates it anew, though the migrations are the same.
    """
    with django_db_blocker.unblock():
        template.set_up(anew=request.config.getoption("create_db"))
    with pytest.MonkeyPatch.context() as patched:
        # Django would empty each table and fill in types and permissions: that takes seconds.
        patched.setattr(TransactionTestCase, "_fixture_teardown", lambda _: template.start_afresh())
        yield
    with django_db_blocker.unblock():
        template.tear_down()


@pytest.fixture(autouse=True)
def start_language(settings):
    """A request leaves its reader's language active in the thread; the next test starts in ours."""
    translation.activate(settings.LANGUAGE_CODE)
    yield
    translation.deactivate()
