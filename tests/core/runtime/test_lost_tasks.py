from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from commemoration.core.runtime import heartbeat
from commemoration.core.runtime.lost_tasks import fail_lost_tasks
from commemoration.core.runtime.models import WorkerHeartbeat

pytestmark = pytest.mark.django_db


def running_task(*, worker: str, minutes: int) -> DBTaskResult:
    return DBTaskResult.objects.create(
        status=TaskResultStatus.RUNNING,
        started_at=timezone.now() - timedelta(minutes=minutes),
        run_after=timezone.now(),
        args_kwargs={"args": [], "kwargs": {}},
        task_path="wagtail.tasks.update_reference_index_task",
        backend_name="default",
        worker_ids=[worker],
        exception_class_path="",
        traceback="",
    )


def test_task_of_a_worker_that_is_gone_is_failed():
    task = running_task(worker="gone", minutes=5)

    assert fail_lost_tasks() == 1

    task.refresh_from_db()
    assert task.status == TaskResultStatus.FAILED
    assert task.exception_class_path == "commemoration.core.runtime.lost_tasks.WorkerLostError"
    assert task.finished_at is not None


def test_task_of_a_living_worker_goes_on_however_long_it_takes():
    heartbeat.beat("alive")
    task = running_task(worker="alive", minutes=500)

    assert fail_lost_tasks() == 0

    task.refresh_from_db()
    assert task.status == TaskResultStatus.RUNNING


def test_task_of_a_worker_that_fell_silent_is_failed():
    heartbeat.beat("silent")
    WorkerHeartbeat.objects.update(beat_at=timezone.now() - 2 * heartbeat.ALIVE)
    running_task(worker="silent", minutes=5)

    assert fail_lost_tasks() == 1


def test_task_that_has_just_started_is_given_time():
    running_task(worker="new", minutes=1)

    assert fail_lost_tasks() == 0
