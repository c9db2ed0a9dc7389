"""Decides which periodic job is due, and runs it so that it harms no other.

An app registers its jobs in `AppConfig.ready`:
    register_periodic("outbox.send_due", timedelta(seconds=20), send_due)
A job takes no argument, must bear being run twice, and should end within minutes.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection
from django.utils import timezone

from .models import PeriodicRun

# Two runners must not work at once. Any number will do, if every runner uses the same.
ADVISORY_LOCK = 75_1945_0509

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class PeriodicJob:
    name: str
    every: timedelta
    function: Callable[[], object]


_jobs: dict[str, PeriodicJob] = {}


def register_periodic(name: str, every: timedelta, function: Callable[[], object]) -> None:
    """Run `function` about once every `every`. The name is kept in the database."""
    if name in _jobs and _jobs[name].function is not function:
        raise ValueError(f"Two periodic jobs are called {name}.")
    _jobs[name] = PeriodicJob(name, every, function)


def registered_jobs() -> list[PeriodicJob]:
    return list(_jobs.values())


def run_due_jobs(jobs: list[PeriodicJob] | None = None) -> list[str]:
    """Run what is due, each job whatever becomes of the others; the names of those that ran.

    Does nothing while another runner is at work.
    """
    jobs = registered_jobs() if jobs is None else jobs
    with _only_runner() as alone:
        if not alone:
            return []
        return [job.name for job in jobs if _claim(job) and _run(job)]


def seconds_until_next(jobs: list[PeriodicJob] | None = None) -> float:
    """How long until a job is due: 0 if one is, never more than a minute."""
    jobs = registered_jobs() if jobs is None else jobs
    last = dict(PeriodicRun.objects.values_list("name", "started_at"))
    now = timezone.now()
    waits = [_wait(job, last.get(job.name), now) for job in jobs]
    return min([60.0, *waits])


def _wait(job: PeriodicJob, last: datetime | None, now: datetime) -> float:
    if last is None or last > now:  # a clock that was set back must not silence a job
        return 0.0
    return max(0.0, (last + job.every - now).total_seconds())


def _claim(job: PeriodicJob) -> bool:
    """Note the start of a job that is due. The note comes first: a job that kills its runner is
    not started again at once."""
    now = timezone.now()
    run = PeriodicRun.objects.filter(name=job.name).first()
    if run is not None and _wait(job, run.started_at, now) > 0:
        return False
    PeriodicRun.objects.update_or_create(
        name=job.name, defaults={"started_at": now, "finished_at": None, "error": ""}
    )
    return True


def _run(job: PeriodicJob) -> bool:
    error = ""
    try:
        job.function()
    except Exception as problem:
        logger.exception("Periodic job %s failed", job.name)
        error = type(problem).__name__
    PeriodicRun.objects.filter(name=job.name).update(finished_at=timezone.now(), error=error)
    return True


@contextmanager
def _only_runner() -> Iterator[bool]:
    """Whether no other runner is at work; the database frees the lock when this session ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [ADVISORY_LOCK])
        alone = cursor.fetchone()[0]
    try:
        yield alone
    finally:
        if alone:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [ADVISORY_LOCK])
