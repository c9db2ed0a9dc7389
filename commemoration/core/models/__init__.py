"""The tables of core, gathered from the rooms that own them."""

from commemoration.core.accounts.models import User
from commemoration.core.consent.models import ConsentEvidence, ConsentRecord, ConsentText
from commemoration.core.imports.models import ImportBatch, ImportRow
from commemoration.core.outbox.models import OutboxMessage
from commemoration.core.rate_limits.models import RateLimitCounter
from commemoration.core.runtime.models import PeriodicRun, WorkerHeartbeat
from commemoration.core.site_settings.models import SiteSettings

__all__ = [
    "ConsentEvidence",
    "ConsentRecord",
    "ConsentText",
    "ImportBatch",
    "ImportRow",
    "OutboxMessage",
    "PeriodicRun",
    "RateLimitCounter",
    "SiteSettings",
    "User",
    "WorkerHeartbeat",
]
