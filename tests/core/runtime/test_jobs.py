from datetime import timedelta

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from commemoration.core.runtime.heartbeat import beat, forget_old_workers
from commemoration.core.runtime.jobs import clear_sessions, prune_task_results
from commemoration.core.runtime.models import WorkerHeartbeat
from commemoration.home.tasks import load_specimen

pytestmark = pytest.mark.django_db


def ended_task(status, days_ago: int) -> DBTaskResult:
    result = load_specimen.enqueue(1)
    DBTaskResult.objects.filter(pk=result.id).update(
        status=status, finished_at=timezone.now() - timedelta(days=days_ago)
    )
    return DBTaskResult.objects.get(pk=result.id)


@pytest.mark.parametrize("status", [TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED])
def test_results_of_tasks_are_kept_for_a_week(status):
    ended_task(status, days_ago=8)
    recent = ended_task(status, days_ago=6)

    prune_task_results()

    assert list(DBTaskResult.objects.all()) == [recent]


def test_task_that_waits_is_never_pruned():
    waiting = load_specimen.enqueue(1)
    DBTaskResult.objects.update(enqueued_at=timezone.now() - timedelta(days=30))

    prune_task_results()

    assert [task.pk for task in DBTaskResult.objects.all()] == [waiting.db_result.pk]


def test_sessions_that_have_ended_are_forgotten():
    for hours in (-1, 1):
        session = SessionStore()
        session.set_expiry(timezone.now() + timedelta(hours=hours))
        session.save()

    clear_sessions()

    assert [row.expire_date > timezone.now() for row in Session.objects.all()] == [True]


def test_workers_that_have_long_gone_are_forgotten():
    beat("old")
    beat("new")
    WorkerHeartbeat.objects.filter(worker_id="old").update(
        beat_at=timezone.now() - timedelta(days=30)
    )

    forget_old_workers()

    assert [worker.worker_id for worker in WorkerHeartbeat.objects.all()] == ["new"]
