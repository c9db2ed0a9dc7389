import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from commemoration.database import configured_database

PROJECT = Path(__file__).resolve().parent.parent
WITHOUT_DATABASE = {
    "SECRET_KEY": "x" * 60,
    "ALLOWED_HOSTS": "example.org",
    "EMAIL_URL": "smtp://localhost:25",
    "DEFAULT_FROM_EMAIL": "site@example.org",
    "FEEDBACK_ADDRESS": "staff@example.org",
    "SITE_URL": "https://example.org",
}


def test_named_server_is_used_and_none_is_started(tmp_path):
    folder = tmp_path / "postgres"

    chosen = configured_database("postgres://ann:secret@db.example.org:5433/site", folder)

    assert not folder.exists()
    assert {key: chosen[key] for key in ("ENGINE", "NAME", "USER", "PASSWORD", "HOST", "PORT")} == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "site",
        "USER": "ann",
        "PASSWORD": "secret",
        "HOST": "db.example.org",
        "PORT": 5433,
    }
    assert chosen["CONN_HEALTH_CHECKS"] is True


@pytest.mark.parametrize("url", ["sqlite:///site.db", "mysql://a:hidden@b/c", "not an address"])
def test_other_databases_are_refused_without_repeating_the_password(url):
    with pytest.raises(
        ImproperlyConfigured, match="does not name a PostgreSQL database"
    ) as refusal:
        configured_database(url)

    assert "hidden" not in str(refusal.value)


def test_without_a_name_and_a_folder_there_is_no_database():
    with pytest.raises(ImproperlyConfigured, match="Set DATABASE_URL"):
        configured_database("")


def test_suite_checks_its_connections():
    assert connection.settings_dict["CONN_HEALTH_CHECKS"] is True


@pytest.mark.parametrize(
    "command",
    [
        ["manage.py", "check"],
        ["manage.py", "migrate"],
        ["manage.py", "run_periodic"],
        ["-c", "import commemoration.wsgi"],
    ],
)
def test_production_without_database_stops_with_one_line(command, tmp_path):
    stopped = _run(command, tmp_path, **WITHOUT_DATABASE)

    assert stopped.returncode == 1
    assert stopped.stdout == ""
    assert stopped.stderr == (
        "The settings are not complete. Production needs DATABASE_URL (the PostgreSQL server, as "
        "postgres://user:password@host:5432/name). See .env.example.\n"
    )
    assert list(tmp_path.iterdir()) == []  # no server was started in its stead


def test_production_with_everything_it_needs_reads_its_settings(tmp_path):
    started = _run(
        ["manage.py", "shell", "--no-imports", "-c", "print('read')"],
        tmp_path,
        **WITHOUT_DATABASE,
        DATABASE_URL="postgres://ann:secret@db.example.org/site",
    )

    assert started.stdout == "read\n", started.stderr


def _run(command, state_dir, **environment):
    return subprocess.run(
        [sys.executable, *command],
        cwd=PROJECT,
        env={
            "PATH": os.environ["PATH"],
            "DJANGO_SETTINGS_MODULE": "commemoration.settings.production",
            "STATE_DIR": str(state_dir),
            **environment,
        },
        capture_output=True,
        text=True,
    )
