import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError

from commemoration.core.accounts.groups import CENTRE_EDITORS, EMBASSY_EDITORS
from commemoration.core.accounts.models import User
from commemoration.core.accounts.services import create_staff_account
from tests.factories.staff import PASSWORD, staff_account

pytestmark = pytest.mark.django_db


def test_created_account_signs_in_and_reads_its_language():
    user = create_staff_account(
        username="anna",
        password=PASSWORD,
        groups=[EMBASSY_EDITORS],
        language="ru",
        first_name="Анна",
        last_name="Петрова",
        email="anna@example.org",
    )

    assert user.check_password(PASSWORD)
    assert user.get_full_name() == "Анна Петрова"
    assert [group.name for group in user.groups.all()] == [EMBASSY_EDITORS]
    assert user.wagtail_userprofile.preferred_language == "ru"
    assert not user.is_superuser
    assert not user.is_staff


def test_created_twice_keeps_the_password_and_writes_the_rest():
    staff_account("anna", EMBASSY_EDITORS)

    create_staff_account(
        username="anna", password="another-long-1945", groups=[CENTRE_EDITORS], language="nl"
    )

    user = User.objects.get(username="anna")
    assert user.check_password(PASSWORD)
    assert [group.name for group in user.groups.all()] == [CENTRE_EDITORS]


def test_weak_password_is_refused_and_leaves_no_account():
    with pytest.raises(ValidationError):
        create_staff_account(username="anna", password="anna1945", groups=[], language="en")

    assert not User.objects.filter(username="anna").exists()


def test_unknown_group_is_refused_and_leaves_no_account():
    with pytest.raises(Group.DoesNotExist):
        staff_account("anna", "Gardeners")

    assert not User.objects.filter(username="anna").exists()
