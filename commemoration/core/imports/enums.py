"""The states of an import and of its rows."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class BatchState(models.TextChoices):
    MAPPING = "mapping", _("Columns to be matched")
    CHECKING = "checking", _("Being checked")
    CHECKED = "checked", _("Checked, waiting for your decision")
    RUNNING = "running", _("Being imported")
    FINISHED = "finished", _("Imported")
    UNDOING = "undoing", _("Being undone")
    UNDONE = "undone", _("Undone")
    CANCELLED = "cancelled", _("Cancelled")


BUSY_STATES = (BatchState.CHECKING, BatchState.RUNNING, BatchState.UNDOING)
OPEN_STATES = (BatchState.MAPPING, BatchState.CHECKED)
CLOSED_STATES = (BatchState.FINISHED, BatchState.UNDONE, BatchState.CANCELLED)


class RowState(models.TextChoices):
    WAITING = "waiting", _("Not checked yet")
    READY = "ready", _("Ready")
    REFUSED = "refused", _("Refused")
    DONE = "done", _("Imported")
    FAILED = "failed", _("Failed")
    UNDONE = "undone", _("Undone")
    KEPT = "kept", _("Kept")


PROBLEM_STATES = (RowState.REFUSED, RowState.FAILED, RowState.KEPT)


class Outcome(models.TextChoices):
    CREATED = "created", _("New")
    UPDATED = "updated", _("Changed")
    UNCHANGED = "unchanged", _("Unchanged")
