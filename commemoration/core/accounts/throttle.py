"""Decides when wrong passwords lock the door: for whom, from where, and for how long.

Five wrong passwords for one account from one address lock that account for that address, so that
one forgetful person does not lock out an embassy behind one address. Guessing one account from many
addresses, or many accounts from one, meets limits of its own, higher ones.
"""

from datetime import timedelta

from axes.handlers.database import AxesDatabaseHandler
from axes.helpers import get_client_username
from axes.models import AccessAttempt, AccessLog
from django.conf import settings
from django.db.models import QuerySet, Sum
from django.http import HttpRequest
from django.shortcuts import render
from django.utils import timezone
from django.utils.crypto import salted_hmac

from commemoration.core.rate_limits.addresses import counted_address

from .models import User

FAILURES_OF_ACCOUNT_AT_ADDRESS = settings.AXES_FAILURE_LIMIT
FAILURES_OF_ACCOUNT = 20
FAILURES_OF_ADDRESS = 60
KEEP_LOGINS = timedelta(days=90)
KEEP_FAILURES = timedelta(days=1)


class LoginThrottle(AxesDatabaseHandler):
    """django-axes, with three limits instead of one."""

    def filter_user_attempts(self, request, credentials=None) -> list[QuerySet]:
        """The attempts at this account from this address: what a right password forgives."""
        account = get_client_username(request, credentials)
        return [AccessAttempt.objects.filter(username=account, ip_address=request.axes_ip_address)]

    def get_failures(self, request, credentials=None) -> int:
        """How full the fullest of the three measures is, as a part of `AXES_FAILURE_LIMIT`."""
        account = get_client_username(request, credentials)
        recent = self.recent_attempts(request)
        measures = [
            (self.get_user_attempts(request, credentials)[0], FAILURES_OF_ACCOUNT_AT_ADDRESS),
            (recent.filter(username=account), FAILURES_OF_ACCOUNT),
            (recent.filter(ip_address=request.axes_ip_address), FAILURES_OF_ADDRESS),
        ]
        return max(
            failures_in(attempts) * settings.AXES_FAILURE_LIMIT // limit
            for attempts, limit in measures
        )

    def recent_attempts(self, request) -> QuerySet:
        threshold = request.axes_attempt_time - settings.AXES_COOLOFF_TIME
        return AccessAttempt.objects.filter(attempt_time__gte=threshold)


def failures_in(attempts: QuerySet) -> int:
    return attempts.aggregate(total=Sum("failures_since_start"))["total"] or 0


def account_name(request: HttpRequest, credentials: dict | None = None) -> str:
    """The name to count under. One that no account has is only counted, never kept readable:
    people type passwords into that field."""
    given = (credentials or {}).get("username") or request.POST.get("username") or ""
    known = request.__dict__.setdefault("_account_names", {})
    if given not in known:
        exists = User.objects.filter(username=given).exists()
        known[given] = given if exists else unreadable(given)
    return known[given]


def unreadable(name: str) -> str:
    return "unknown-" + salted_hmac("commemoration.login", name).hexdigest()[:16]


def address(request: HttpRequest) -> str | None:
    """The address to count under; None where there is none, as on a local socket."""
    found = counted_address(request)
    return None if found == "unknown" else found


def locked_out(request, response=None, credentials=None):
    """What somebody sees who has to wait, in the language of the browser."""
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    page = render(request, "accounts/locked_out.html", {"minutes": minutes}, status=429)
    page["Retry-After"] = str(minutes * 60)
    page["Cache-Control"] = "no-store"
    return page


def prune_login_records() -> int:
    """Forget who signed in when, and failed attempts that no longer count. Gives their number."""
    now = timezone.now()
    old_logins = AccessLog.objects.filter(attempt_time__lt=now - KEEP_LOGINS)
    old_failures = AccessAttempt.objects.filter(attempt_time__lt=now - KEEP_FAILURES)
    return old_logins.delete()[0] + old_failures.delete()[0]
