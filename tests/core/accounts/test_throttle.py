"""Wrong passwords at the real login."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt, AccessLog
from django.test import Client
from django.utils import timezone

from commemoration.core.accounts import throttle
from commemoration.core.accounts.groups import EMBASSY_EDITORS
from tests.factories.staff import PASSWORD, staff_account

pytestmark = pytest.mark.django_db

EMBASSY = "192.0.2.10"
ELSEWHERE = "198.51.100.7"


def attempt(username, password, address=EMBASSY, language="en"):
    client = Client(REMOTE_ADDR=address, headers={"accept-language": language})
    return client.post("/admin/login/", {"username": username, "password": password})


def status(*args, **kwargs):
    return attempt(*args, **kwargs).status_code


def fail(times, username="anna", address=EMBASSY):
    return [status(username, "wrong", address) for _ in range(times)]


@pytest.fixture(autouse=True)
def _people():
    staff_account("anna", EMBASSY_EDITORS)
    staff_account("olga", EMBASSY_EDITORS)


def test_fifth_wrong_password_locks_the_account_at_this_address():
    assert fail(5) == [200, 200, 200, 200, 429]

    assert status("anna", PASSWORD) == 429


def test_colleague_behind_the_same_address_still_signs_in():
    fail(5)

    assert status("olga", PASSWORD) == 302


def test_owner_still_signs_in_from_another_address():
    fail(5)

    assert status("anna", PASSWORD, ELSEWHERE) == 302


def test_one_account_guessed_from_many_addresses_is_locked_everywhere():
    for number in range(5):
        fail(4, address=f"203.0.113.{number}")

    assert status("anna", PASSWORD, ELSEWHERE) == 429
    assert status("olga", PASSWORD, ELSEWHERE) == 302


def test_many_accounts_guessed_from_one_address_lock_the_address(monkeypatch):
    monkeypatch.setattr(throttle, "FAILURES_OF_ADDRESS", 10)
    for number in range(10):
        fail(1, username=f"guess{number}", address=ELSEWHERE)

    assert status("anna", PASSWORD, ELSEWHERE) == 429
    assert status("anna", PASSWORD, EMBASSY) == 302


def test_lock_ends_after_a_quarter_of_an_hour():
    fail(5)
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))

    assert status("anna", PASSWORD) == 302


def test_right_password_forgives_only_its_own_account():
    fail(4, "anna")
    fail(4, "olga")

    assert status("anna", PASSWORD) == 302

    assert fail(4, "anna") == [200, 200, 200, 200]
    assert fail(1, "olga") == [429]


def test_locked_page_says_how_long_and_tells_the_browser():
    fail(5)

    response = attempt("anna", PASSWORD)

    page = response.content.decode()
    assert "There were too many wrong passwords. Try again in 15 minutes." in page
    assert "/admin/password_reset/" in page
    assert response["Retry-After"] == "900"
    assert response["Cache-Control"] == "no-store"


def test_locked_page_speaks_the_reader_s_language():
    fail(5)

    assert '<html lang="ru"' in attempt("anna", PASSWORD, language="ru").content.decode()


def test_failed_attempt_keeps_no_password_even_in_the_wrong_field(caplog):
    attempt("correct horse battery", "hunter2-secret")
    attempt("anna", "hunter2-secret")

    kept = [
        str(value) for row in AccessAttempt.objects.values_list() for value in row
    ] + caplog.messages
    assert any("anna" in value for value in kept)
    assert not any("hunter2" in value or "horse" in value for value in kept)


def test_unknown_account_is_counted_like_a_known_one():
    assert fail(5, "nobody") == [200, 200, 200, 200, 429]
    assert status("somebody", "wrong") == 200


def test_records_are_pruned():
    attempt("anna", PASSWORD, ELSEWHERE)
    attempt("olga", PASSWORD, ELSEWHERE)
    fail(1, "anna")
    fail(1, "olga")
    AccessAttempt.objects.filter(username="anna").update(
        attempt_time=timezone.now() - timedelta(days=2)
    )
    AccessLog.objects.filter(username="anna").update(
        attempt_time=timezone.now() - timedelta(days=91)
    )

    assert throttle.prune_login_records() == 2

    assert list(AccessAttempt.objects.values_list("username", flat=True)) == ["olga"]
    assert list(AccessLog.objects.values_list("username", flat=True)) == ["olga"]
