"""Decides whether someone may do a thing once more; counts exactly, however many ask at once."""

from datetime import datetime, timedelta

from django.db import connection
from django.utils import timezone
from django.utils.crypto import salted_hmac

from commemoration.core.rate_limits.models import RateLimitCounter

# One statement: between a SELECT and an UPDATE two requests would both pass.
COUNT = """
INSERT INTO core_ratelimitcounter AS counter (scope, key_hash, hits, ends_at)
VALUES (%(scope)s, %(key)s, 1, %(ends_at)s)
ON CONFLICT (scope, key_hash) DO UPDATE SET
    hits = CASE WHEN counter.ends_at <= %(now)s THEN 1 ELSE LEAST(counter.hits, %(limit)s) + 1 END,
    ends_at = CASE WHEN counter.ends_at <= %(now)s THEN %(ends_at)s ELSE counter.ends_at END
RETURNING hits
"""


def hit(
    *, scope: str, key: str, limit: int, window: timedelta, now: datetime | None = None
) -> bool:
    """Count one try; True while at most `limit` were made in the window that the first one began.

    `scope` names the limit ("feedback"), `key` the one who is counted (an address, an account).
    Call it outside the transaction that does the work: a rollback would forget the try.
    """
    now = now or timezone.now()
    values = {
        "scope": scope,
        "key": hashed(scope, key),
        "limit": limit,
        "now": now,
        "ends_at": now + window,
    }
    with connection.cursor() as cursor:
        cursor.execute(COUNT, values)
        (hits,) = cursor.fetchone()
    return hits <= limit


def hashed(scope: str, key: str) -> str:
    """What is stored of a key: without the SECRET_KEY nobody can test addresses against it."""
    salt = "commemoration.core.rate_limits"
    return salted_hmac(salt, f"{scope}\0{key}", algorithm="sha256").hexdigest()


def prune_counters(now: datetime | None = None) -> int:
    """Forget windows that have ended; how many there were."""
    return RateLimitCounter.objects.filter(ends_at__lte=now or timezone.now()).delete()[0]
