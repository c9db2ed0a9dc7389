"""Fails tasks whose worker is gone: django-tasks-db leaves them "running" for ever."""

import logging
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from .heartbeat import living_workers

GRACE = timedelta(minutes=2)  # a task so young may belong to a worker that has not beaten yet

logger = logging.getLogger(__name__)


class WorkerLostError(Exception):
    """The process that worked on this task ended before the task did."""


def fail_lost_tasks() -> int:
    """Mark as failed what no living worker works on; how many there were."""
    with transaction.atomic():
        running = (
            DBTaskResult.objects.select_for_update(skip_locked=True)
            .filter(status=TaskResultStatus.RUNNING, started_at__lt=timezone.now() - GRACE)
            .only("id", "task_path", "worker_ids", "status")
        )
        alive = living_workers()
        lost = [task for task in running if not alive.intersection(task.worker_ids[-1:])]
        for task in lost:
            task.set_failed(WorkerLostError("The worker ended before the task did."))
            logger.error("Task %s (%s) was lost with its worker", task.id, task.task_path)
    return len(lost)
