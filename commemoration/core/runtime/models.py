"""What the background processes remember: when each job last ran, and which workers live."""

from django.db import models


class PeriodicRun(models.Model):
    """The last run of one periodic job, so that a restart does not repeat it."""

    name = models.CharField(max_length=100, primary_key=True)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=200, blank=True)

    class Meta:
        app_label = "core"

    def __str__(self) -> str:
        return self.name


class WorkerHeartbeat(models.Model):
    """A task worker that lives, or lived: it writes the time every few seconds."""

    worker_id = models.CharField(max_length=64, primary_key=True)
    started_at = models.DateTimeField(auto_now_add=True)
    beat_at = models.DateTimeField(db_index=True)

    class Meta:
        app_label = "core"

    def __str__(self) -> str:
        return self.worker_id
