"""The commands as processes of their own: what a signal or a lost database does to them."""

import io
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress

import psutil
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from wagtail.models import Locale, Page

from commemoration.core.runtime.models import PeriodicRun, WorkerHeartbeat
from commemoration.home.models import HomePage

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def command():
    """Start `manage.py …` on the test database: `command("run_periodic")`."""
    started = []

    def start(*arguments: str, **environment: str) -> subprocess.Popen:
        database = connection.settings_dict
        started.append(
            subprocess.Popen(
                [sys.executable, "manage.py", *arguments],
                cwd=settings.BASE_DIR,
                env={
                    **os.environ,
                    "DJANGO_SETTINGS_MODULE": "commemoration.settings.test",
                    "DATABASE_URL": "postgres://{USER}@/{NAME}?host={HOST}".format(**database),
                    **environment,
                },
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )
        )
        return started[-1]

    yield start
    for process in started:
        with suppress(psutil.NoSuchProcess):  # it has ended, and its family with it
            for member in psutil.Process(process.pid).children(recursive=True):
                member.kill()
        process.kill()
        process.communicate()


def test_periodic_runner_works_and_ends_on_a_signal(command):
    process = command("run_periodic")
    wait_until(PeriodicRun.objects.filter(finished_at__isnull=False).exists, process)

    process.send_signal(signal.SIGTERM)

    output, _nothing = process.communicate(timeout=30)
    assert (process.returncode, output) == (0, "")


def test_worker_gives_a_sign_of_life_outlives_the_loss_of_its_connections_and_signs_off(command):
    process = command("db_worker")
    wait_until(WorkerHeartbeat.objects.exists, process)
    first = WorkerHeartbeat.objects.get()

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND usename = current_user"
            " AND pid <> pg_backend_pid()"
        )
    WorkerHeartbeat.objects.all().delete()
    wait_until(WorkerHeartbeat.objects.exists, process)
    again = WorkerHeartbeat.objects.get()
    process.send_signal(signal.SIGTERM)

    process.communicate(timeout=30)
    assert again.worker_id == first.worker_id
    assert process.returncode == 0
    assert WorkerHeartbeat.objects.count() == 0


def test_process_ends_when_the_one_who_started_the_site_is_gone(command):
    runner = subprocess.Popen(["sleep", "600"])
    process = command("run_periodic", COMMEMORATION_RUNNER=str(runner.pid))
    wait_until(PeriodicRun.objects.exists, process)
    assert process.poll() is None  # the negative control: it lives as long as the runner

    runner.kill()
    runner.wait()

    assert process.wait(timeout=20) == 0


def test_site_runs_until_it_is_interrupted_and_leaves_nothing(command, tmp_path):
    Page.add_root(
        instance=HomePage(
            title="Home", slug="home", locale=Locale.objects.get_or_create(language_code="en")[0]
        )
    )  # a site that is not empty is not filled
    port = free_port()
    process = command("run_site", "--port", str(port), STATE_DIR=str(tmp_path))
    wait_until(lambda: answers(port), process)
    family = psutil.Process(process.pid).children(recursive=True)
    names = " ".join(" ".join(member.cmdline()) for member in family)
    assert all(part in names for part in ("granian", "db_worker", "run_periodic"))

    process.send_signal(signal.SIGINT)

    output, _nothing = process.communicate(timeout=60)
    assert process.returncode == 0, output
    assert "Traceback" not in output
    assert f"http://localhost:{port}/" in output
    assert psutil.wait_procs(family, timeout=10)[1] == []


def test_site_says_that_its_port_is_taken():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

        with pytest.raises(CommandError) as refusal:
            call_command("run_site", port=port, stdout=io.StringIO())

    assert str(refusal.value) == (
        f"Port {port} is taken by another program. Choose another: make run PORT={port + 1}"
    )


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


def answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5) as answer:
            return answer.read() == b"ok\n"
    except OSError:
        return False


def wait_until(condition, process, *, seconds=120):
    deadline = time.monotonic() + seconds
    while not condition():
        assert process.poll() is None, process.communicate()[0]
        assert time.monotonic() < deadline, "it did not come true in time"
        time.sleep(0.1)
