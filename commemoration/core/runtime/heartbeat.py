"""A task worker's sign of life, from which others learn whether it is gone."""

import logging
import threading
from datetime import timedelta

from django.db import Error, connection, connections
from django.utils import timezone

from .models import WorkerHeartbeat

EVERY = timedelta(seconds=10)
ALIVE = timedelta(minutes=1)  # a worker silent for longer is taken to be gone
FORGET = timedelta(days=2)

logger = logging.getLogger(__name__)


def beat(worker_id: str) -> None:
    """Write that the worker lives now."""
    WorkerHeartbeat.objects.update_or_create(
        worker_id=worker_id, defaults={"beat_at": timezone.now()}
    )


def living_workers() -> set[str]:
    since = timezone.now() - ALIVE
    return set(
        WorkerHeartbeat.objects.filter(beat_at__gte=since).values_list("worker_id", flat=True)
    )


def forget_old_workers() -> None:
    WorkerHeartbeat.objects.filter(beat_at__lt=timezone.now() - FORGET).delete()


class Heartbeat:
    """Beats from a thread of its own, so that a long task does not look like death."""

    def __init__(self, worker_id: str) -> None:
        self.worker_id = worker_id
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="heartbeat", daemon=True)

    def __enter__(self) -> "Heartbeat":
        self._thread.start()
        return self

    def __exit__(self, *_error) -> None:
        """Say goodbye, so that the site shows at once that no worker is there."""
        self._ended.set()
        self._thread.join(timeout=5)
        try:
            WorkerHeartbeat.objects.filter(worker_id=self.worker_id).delete()
        except Error:
            logger.warning("Worker %s could not sign off", self.worker_id)

    def _run(self) -> None:
        while not self._ended.is_set():
            try:
                beat(self.worker_id)
            except Error:
                logger.warning("Worker %s cannot reach the database", self.worker_id)
                connection.close()
            self._ended.wait(EVERY.total_seconds())
        connections.close_all()
