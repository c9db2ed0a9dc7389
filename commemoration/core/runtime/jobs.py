"""The periodic jobs that the house itself needs: publishing on time, and sweeping."""

from datetime import timedelta

from django.core.management import call_command

from .heartbeat import forget_old_workers
from .lost_tasks import fail_lost_tasks
from .periodic import register_periodic

TASK_RESULTS_KEPT = timedelta(days=7)  # they hold arguments and tracebacks


def register_house_jobs() -> None:
    register_periodic("runtime.fail_lost_tasks", timedelta(minutes=1), fail_lost_tasks)
    register_periodic("runtime.publish_scheduled", timedelta(minutes=1), publish_scheduled)
    register_periodic("runtime.prune_task_results", timedelta(hours=6), prune_task_results)
    register_periodic("runtime.forget_old_workers", timedelta(hours=6), forget_old_workers)
    register_periodic("runtime.clear_sessions", timedelta(days=1), clear_sessions)


def publish_scheduled() -> None:
    """Publish and withdraw what editors have set a time for."""
    call_command("publish_scheduled", verbosity=0)


def prune_task_results() -> None:
    days = TASK_RESULTS_KEPT.days
    call_command("prune_db_task_results", min_age_days=days, failed_min_age_days=days, verbosity=0)


def clear_sessions() -> None:
    call_command("clearsessions", verbosity=0)
