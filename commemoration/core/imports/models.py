"""An import and its rows, kept so that it can be continued, reported and undone."""

from django.conf import settings
from django.db import models
from django.db.models import Count, F, Q
from django.db.models.functions import Upper
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .enums import (
    BUSY_STATES,
    CLOSED_STATES,
    OPEN_STATES,
    PROBLEM_STATES,
    BatchState,
    Outcome,
    RowState,
)

MAX_ATTEMPTS = 3


class ImportBatchQuerySet(models.QuerySet):
    def stalled(self):
        """At work by their state, but nobody holds them."""
        return self.filter(state__in=BUSY_STATES).filter(
            Q(lease_until=None) | Q(lease_until__lt=timezone.now())
        )

    def stalled_before(self, moment):
        return self.stalled().filter(
            Q(lease_until__lt=moment) | Q(lease_until=None, created_at__lt=moment)
        )

    def given_up_before(self, moment):
        """Stalled for good at that moment: they wait for a person to continue or to cancel them."""
        return self.stalled_before(moment).filter(attempts__gte=MAX_ATTEMPTS)

    def abandoned_before(self, moment):
        """Nobody has confirmed them since, or gone on after the worker gave up."""
        return self.filter(state__in=OPEN_STATES, created_at__lt=moment) | self.given_up_before(
            moment
        )

    def ended_before(self, moment):
        """Imported, cancelled or undone for the last time before that moment."""
        return self.filter(state__in=CLOSED_STATES).filter(
            Q(undone_at__lt=moment) | Q(undone_at=None, finished_at__lt=moment)
        )


class ImportBatch(models.Model):
    """One list on its way into the site."""

    importer = models.CharField(max_length=50)
    state = models.CharField(max_length=10, choices=BatchState.choices, default=BatchState.MAPPING)
    options = models.JSONField(default=dict, blank=True)
    original_name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    format = models.CharField(max_length=4)
    encoding = models.CharField(max_length=20, blank=True)
    delimiter = models.CharField(max_length=1, blank=True)
    headers = models.JSONField(default=list)
    mapping = models.JSONField(default=dict, blank=True)
    shared_values = models.JSONField(default=dict, blank=True)  # column → value for empty cells
    notes = models.JSONField(default=list, blank=True)
    files_folder = models.CharField(max_length=500, blank=True)
    files_are_ours = models.BooleanField(default=False)
    unused_files = models.JSONField(default=list, blank=True)  # as the last check found them
    language = models.CharField(max_length=10, default="en")
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)
    rows_removed_at = models.DateTimeField(null=True)
    kept_counts = models.JSONField(default=dict, blank=True)  # once the rows are removed
    lease_token = models.UUIDField(null=True)
    lease_until = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)

    objects = ImportBatchQuerySet.as_manager()

    class Meta:
        app_label = "core"
        ordering = ["-created_at", "-pk"]
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=BatchState.values), name="import_batch_known_state"
            )
        ]

    def __str__(self) -> str:
        return self.original_name

    def counts(self) -> dict[str, int]:
        """How many rows by state and by outcome, also when they are no longer kept."""
        return self.kept_counts if self.rows_removed_at else self.rows.counts()

    def progress(self, counts: dict[str, int]) -> tuple[int, int]:
        """Rows done and rows in all: of the checking or undoing, else of the import itself.

        `counts` are those of `counts()`.
        """
        if self.state == BatchState.CHECKING:
            return counts["total"] - counts["waiting"], counts["total"]
        if self.state == BatchState.UNDOING:
            taken_back = counts["undone"] + counts["kept"]
            return taken_back, taken_back + counts["done"]
        return counts["done"] + counts["failed"], counts["total"] - counts["refused"]

    @property
    def is_busy(self) -> bool:
        return self.state in BUSY_STATES

    @property
    def is_stalled(self) -> bool:
        """Given up by the worker: a person has to say that it should go on."""
        held = self.lease_until is not None and self.lease_until > timezone.now()
        return self.is_busy and not held and self.attempts >= MAX_ATTEMPTS


class ImportRowQuerySet(models.QuerySet):
    def refused(self):
        return self.filter(state__in=PROBLEM_STATES)

    def with_problems(self):
        return self.filter(Q(state__in=PROBLEM_STATES) | ~Q(warnings={}))

    def counts(self) -> dict[str, int]:
        """How many rows by state and by outcome, in one query."""
        names = {
            **{state: Q(state=state) for state in RowState.values},
            **{outcome: Q(outcome=outcome) for outcome in Outcome.values},
        }
        return self.aggregate(
            total=Count("pk"),
            not_imported=Count("pk", filter=Q(state__in=PROBLEM_STATES)),
            problems=Count("pk", filter=Q(state__in=PROBLEM_STATES) | ~Q(warnings={})),
            **{name: Count("pk", filter=condition) for name, condition in names.items()},
        )


class ImportRow(models.Model):
    """One row of a list: its cells, what is wrong with it, what it did, what was there before."""

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    cells = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=RowState.choices, default=RowState.WAITING)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)
    key = models.CharField(max_length=255, blank=True)
    errors = models.JSONField(default=dict, blank=True)
    warnings = models.JSONField(default=dict, blank=True)
    changes = models.JSONField(default=dict, blank=True)
    memo = models.JSONField(default=dict, blank=True)
    object_id = models.CharField(max_length=64, blank=True)
    note = models.TextField(blank=True)

    objects = ImportRowQuerySet.as_manager()

    class Meta:
        app_label = "core"
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["batch", "number"], name="unique_import_row_number"),
            models.CheckConstraint(
                condition=models.Q(state__in=RowState.values), name="import_row_known_state"
            ),
        ]
        indexes = [
            models.Index(fields=["batch", "state"], name="import_row_by_state"),
            models.Index(F("batch"), Upper("key"), name="import_row_by_key"),
        ]

    def __str__(self) -> str:
        return f"{self.batch_id}/{self.number}"
