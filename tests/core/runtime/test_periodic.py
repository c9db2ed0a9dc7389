import threading
from datetime import timedelta

import pytest
from django.db import connection, connections
from django.utils import timezone

from commemoration.core.runtime import periodic
from commemoration.core.runtime.models import PeriodicRun
from commemoration.core.runtime.periodic import (
    ADVISORY_LOCK,
    PeriodicJob,
    register_periodic,
    registered_jobs,
    run_due_jobs,
    seconds_until_next,
)

HOUR = timedelta(hours=1)


def test_house_jobs_are_registered():
    names = {job.name for job in registered_jobs()}

    assert names >= {
        "runtime.clear_sessions",
        "runtime.fail_lost_tasks",
        "runtime.forget_old_workers",
        "runtime.prune_task_results",
        "runtime.publish_scheduled",
    }


@pytest.mark.django_db
def test_every_registered_job_runs():
    ran = run_due_jobs()

    assert sorted(ran) == sorted(job.name for job in registered_jobs())
    assert list(PeriodicRun.objects.exclude(error="").values_list("name", "error")) == []


def test_two_jobs_of_one_name_are_refused(monkeypatch):
    monkeypatch.setattr(periodic, "_jobs", {})
    register_periodic("sweep", HOUR, print)
    register_periodic("sweep", HOUR, print)  # the same again: apps may be readied twice

    with pytest.raises(ValueError, match="sweep"):
        register_periodic("sweep", HOUR, len)


@pytest.mark.django_db
def test_job_runs_once_until_it_is_due_again():
    calls = []
    job = PeriodicJob("count", HOUR, lambda: calls.append(1))

    assert run_due_jobs([job]) == ["count"]
    assert run_due_jobs([job]) == []
    assert len(calls) == 1

    PeriodicRun.objects.update(started_at=timezone.now() - HOUR)
    assert run_due_jobs([job]) == ["count"]
    assert len(calls) == 2


@pytest.mark.django_db
def test_clock_that_was_set_back_does_not_silence_a_job():
    job = PeriodicJob("count", HOUR, lambda: None)
    PeriodicRun.objects.create(name="count", started_at=timezone.now() + 5 * HOUR)

    assert run_due_jobs([job]) == ["count"]


@pytest.mark.django_db
def test_failing_job_harms_no_other_and_is_remembered():
    calls = []

    def fail():
        raise LookupError("nothing there")

    jobs = [PeriodicJob("bad", HOUR, fail), PeriodicJob("good", HOUR, lambda: calls.append(1))]

    assert run_due_jobs(jobs) == ["bad", "good"]
    assert calls == [1]
    assert dict(PeriodicRun.objects.values_list("name", "error")) == {
        "bad": "LookupError",
        "good": "",
    }


@pytest.mark.django_db(transaction=True)
def test_job_that_breaks_its_query_leaves_the_next_a_working_connection():
    def break_query():
        with connection.cursor() as cursor:
            cursor.execute("SELECT no_such_column")

    counted = []
    jobs = [
        PeriodicJob("bad", HOUR, break_query),
        PeriodicJob("good", HOUR, lambda: counted.append(PeriodicRun.objects.count())),
    ]

    run_due_jobs(jobs)

    assert counted == [2]


@pytest.mark.django_db(transaction=True)
def test_second_runner_does_nothing_while_the_first_is_at_work():
    calls = []
    job = PeriodicJob("count", HOUR, lambda: calls.append(1))
    locked, finish = threading.Event(), threading.Event()

    def first_runner():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [ADVISORY_LOCK])
        locked.set()
        finish.wait(10)
        with connection.cursor() as cursor:  # a closed connection gives it back only in time
            cursor.execute("SELECT pg_advisory_unlock(%s)", [ADVISORY_LOCK])
        connections.close_all()

    other = threading.Thread(target=first_runner)
    other.start()
    locked.wait(10)

    assert run_due_jobs([job]) == []

    finish.set()
    other.join()
    assert run_due_jobs([job]) == ["count"]  # the negative control: the lock was what stopped it
    assert calls == [1]


@pytest.mark.django_db
def test_waiting_time_follows_the_next_due_job():
    soon = PeriodicJob("soon", timedelta(seconds=30), lambda: None)
    late = PeriodicJob("late", HOUR, lambda: None)
    now = timezone.now()
    PeriodicRun.objects.create(name="soon", started_at=now)
    PeriodicRun.objects.create(name="late", started_at=now)

    assert 25 < seconds_until_next([soon, late]) <= 30
    assert seconds_until_next([late]) == 60
    assert seconds_until_next([late, PeriodicJob("new", HOUR, lambda: None)]) == 0
