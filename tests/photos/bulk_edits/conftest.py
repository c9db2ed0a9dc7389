import pytest

from commemoration.core.accounts.groups import CENTRE_EDITORS, EMBASSY_EDITORS
from commemoration.core.accounts.services.groups import set_up_groups
from tests.factories.staff import staff_account


@pytest.fixture
def editor(db):
    set_up_groups()
    return staff_account("anna", EMBASSY_EDITORS)


@pytest.fixture
def colleague(editor):
    return staff_account("vera", EMBASSY_EDITORS)


@pytest.fixture
def stranger(editor):
    """An editor of the other institution."""
    return staff_account("boris", CENTRE_EDITORS)
