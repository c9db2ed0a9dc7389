from datetime import timedelta

import pytest
from django.test import override_settings
from django.utils import timezone

from commemoration.core.models import RateLimitCounter
from commemoration.core.rate_limits.services import hashed, hit, prune_counters
from tests.core.threads import at_once

HOUR = timedelta(hours=1)


def tries(number, **kwargs):
    values = {"scope": "feedback", "key": "192.0.2.1", "limit": 3, "window": HOUR, **kwargs}
    return [hit(**values) for _ in range(number)]


def test_hit_allows_as_many_as_the_limit(db):
    assert tries(5) == [True, True, True, False, False]


def test_keys_and_scopes_are_counted_apart(db):
    tries(3)

    assert tries(1, key="192.0.2.2") == [True]
    assert tries(1, scope="search") == [True]
    assert tries(1) == [False]


def test_window_starts_with_its_first_hit(db):
    start = timezone.now()
    tries(4, now=start)

    assert tries(1, now=start + HOUR - timedelta(seconds=1)) == [False]
    assert tries(4, now=start + HOUR) == [True, True, True, False]


def test_count_stays_small_however_many_try(db):
    tries(20)

    assert RateLimitCounter.objects.get().hits == 4


def test_key_is_not_stored(db):
    tries(1)

    counter = RateLimitCounter.objects.values().get()
    assert "192.0.2.1" not in str(counter)


def test_hash_needs_the_secret_of_the_site():
    ours = hashed("feedback", "192.0.2.1")
    with override_settings(SECRET_KEY="another"):
        theirs = hashed("feedback", "192.0.2.1")

    assert ours != theirs
    assert len(ours) == 64


def test_prune_forgets_ended_windows_only(db):
    now = timezone.now()
    tries(1, now=now - 2 * HOUR)
    tries(1, key="192.0.2.2", now=now)

    assert prune_counters(now) == 1
    assert RateLimitCounter.objects.count() == 1


def read_then_write(meet):
    """The counter as one would write it without thinking, to show that the race is real."""
    counter = RateLimitCounter.objects.get(scope="race")
    meet()
    if counter.hits > 3:
        return False
    counter.hits += 1
    counter.save()
    return True


@pytest.mark.usefixtures("committed")
def test_counting_in_two_steps_lets_too_many_through():
    RateLimitCounter.objects.create(scope="race", key_hash="x", hits=1, ends_at=timezone.now())

    assert at_once(read_then_write, 8).count(True) == 8


@pytest.mark.usefixtures("committed")
def test_hit_lets_exactly_the_limit_through_when_all_come_at_once():
    def try_once(meet):
        meet()
        return tries(1)[0]

    assert at_once(try_once, 8).count(True) == 3
