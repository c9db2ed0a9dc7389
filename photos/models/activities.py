"""What has happened to published photographs, for whoever keeps a copy of the archive."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from photos.enums import ActivityKind


class PhotoActivity(models.Model):
    """One publication, change or withdrawal. Rows are added and never changed; nobody is named.

    The photograph is known by its address, which outlives its record.
    """

    slug = models.CharField(max_length=100)
    kind = models.CharField(max_length=10, choices=ActivityKind)
    moment = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("activity of a photograph")
        verbose_name_plural = _("activities of photographs")
        indexes = [models.Index(fields=["slug", "-id"], name="photo_activity_newest")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=ActivityKind.values), name="photo_activity_kind_known"
            )
        ]

    def __str__(self):
        return f"{self.kind} {self.slug}"
