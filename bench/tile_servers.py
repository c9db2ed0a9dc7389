"""The servers that give out tiles, and a client that counts how many they manage."""

import contextlib
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from bench.workers import environment

CONNECTIONS = 8
PATIENCE = 60  # seconds until a server must answer

# The location of docs/deploy.md.
NGINX = """
{user}
worker_processes 2;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
    access_log off;
    sendfile on;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{port};
        location ~ "^/iiif/3/[0-9a-f-]{{36}}/[^/]+/[^/]+/0/default\\.jpg$" {{
            root {media};
            types {{ image/jpeg jpg; }}
            add_header Access-Control-Allow-Origin "*";
            add_header Access-Control-Expose-Headers "Link";
            add_header Cross-Origin-Resource-Policy "cross-origin";
            add_header Cache-Control "public, max-age=3600";
            add_header Link '<http://iiif.io/api/image/3/level0.json>;rel="profile"';
            add_header X-Content-Type-Options "nosniff";
            try_files $uri =404;
        }}
    }}
}}
"""


@contextlib.contextmanager
def site() -> Iterator[int]:
    """The web process of the Procfile over the folder of this bench; its port."""
    port = _free_port()
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1"]
    command += ["--port", str(port), "--workers", "2", "--blocking-threads", "4", "--no-ws"]
    command += ["--log-level", "error", "commemoration.wsgi:application"]
    with _running(command, port, environment()):
        yield port


@contextlib.contextmanager
def nginx() -> Iterator[int | None]:
    """nginx over the same folder; None where it is not installed."""
    program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if program is None:
        yield None
        return
    port = _free_port()
    with tempfile.TemporaryDirectory() as folder:
        configuration = Path(folder) / "nginx.conf"
        values = {"folder": folder, "port": port, "media": settings.MEDIA_ROOT}
        user = "user root;" if os.geteuid() == 0 else ""
        configuration.write_text(NGINX.format(user=user, **values), encoding="utf-8")
        command = [program, "-c", str(configuration), "-p", folder, "-g", "daemon off;"]
        with _running(command, port, dict(os.environ)):
            yield port


SERVERS = {"site": site, "nginx": nginx}


def fetch(port: int, addresses: list[str]) -> dict:
    """Fetch all addresses once, each connection its share; the first tenth is not counted."""
    warm_up = len(addresses) // 10
    _fetch(port, addresses[:warm_up])
    started = time.perf_counter()
    answers = _fetch(port, addresses[warm_up:])
    seconds = time.perf_counter() - started
    return {
        "per_second": len(answers) / seconds,
        "median_ms": statistics.median(each for each, _size in answers) * 1000,
        "megabytes_per_second": sum(size for _each, size in answers) / seconds / 1e6,
    }


def _fetch(port: int, addresses: list[str]) -> list[tuple[float, int]]:
    answers: list[tuple[float, int]] = []
    failures: list[Exception] = []
    threads = [
        threading.Thread(target=_share, args=(port, share, answers, failures))
        for share in (addresses[number::CONNECTIONS] for number in range(CONNECTIONS))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]
    return answers


def _share(port: int, addresses: list[str], answers: list, failures: list) -> None:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
            for address in addresses:
                started = time.perf_counter()
                size = _get(connection, address)
                answers.append((time.perf_counter() - started, size))
    except Exception as error:  # noqa: BLE001 - raised again by the thread that waits
        failures.append(error)


def _get(connection: socket.socket, address: str) -> int:
    """The bytes of the answer. Written out, since `http.client` costs more than the server."""
    connection.sendall(f"GET {address} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    answer = b""
    while b"\r\n\r\n" not in answer:
        answer += _received(connection)
    head, _separator, body = answer.partition(b"\r\n\r\n")
    lines = head.lower().split(b"\r\n")
    if b" 200 " not in lines[0] + b" ":
        raise RuntimeError(f"{address} was answered with {lines[0].decode()}")
    length = next(int(line[15:]) for line in lines if line.startswith(b"content-length:"))
    got = len(body)
    while got < length:
        got += len(_received(connection))
    return length


def _received(connection: socket.socket) -> bytes:
    data = connection.recv(1024 * 1024)
    if not data:
        raise ConnectionError("The server closed the connection")
    return data


@contextlib.contextmanager
def _running(command: list[str], port: int, environment: dict) -> Iterator[None]:
    process = subprocess.Popen(command, env=environment)
    try:
        _wait_for(port, process)
        yield
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait_for(port: int, process: subprocess.Popen) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
            return
        time.sleep(0.1)
    raise RuntimeError("The server did not start")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
