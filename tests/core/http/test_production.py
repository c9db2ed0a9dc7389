"""The settings of the public site, tried in a process of their own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
COMPLETE = {
    "DJANGO_SETTINGS_MODULE": "commemoration.settings.production",
    "SECRET_KEY": "k3y-" + "abcdefghijklmnopqrstuvwxyz0123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "ALLOWED_HOSTS": "example.org",
    "DATABASE_URL": "postgres://user:password@127.0.0.1:5432/name",
    "SITE_URL": "https://example.org",
    "EMAIL_URL": "smtp+tls://user:password@mail.example.org:587",
    "DEFAULT_FROM_EMAIL": "site@example.org",
    "FEEDBACK_ADDRESS": "staff@example.org",
}


def manage(*arguments, environment):
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), **environment},
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_deployment_check_is_clean():
    done = manage("check", "--deploy", "--fail-level", "WARNING", environment=COMPLETE)

    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


@pytest.mark.parametrize(
    "name", ["SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "SITE_URL", "EMAIL_URL"]
)
def test_production_names_what_is_missing(name):
    incomplete = {key: value for key, value in COMPLETE.items() if key != name}

    done = manage("check", environment=incomplete)

    assert done.returncode == 1
    assert f"Production needs {name} (" in done.stderr
