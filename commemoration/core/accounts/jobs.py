"""The periodic job of the accounts."""

from datetime import timedelta

from commemoration.core.runtime.periodic import register_periodic

from .throttle import prune_login_records


def register_account_jobs() -> None:
    register_periodic("accounts.prune_login_records", timedelta(days=1), prune_login_records)
