"""The periodic job of the rate limits."""

from datetime import timedelta

from commemoration.core.rate_limits.services import prune_counters
from commemoration.core.runtime.periodic import register_periodic


def register_rate_limit_jobs() -> None:
    register_periodic("rate_limits.prune_counters", timedelta(hours=1), prune_counters)
