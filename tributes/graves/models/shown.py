"""A photograph of the archive that a record of this app shows."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Orderable


class ShownPhoto(Orderable):
    """Shown while the photograph is published; what it shows is said there."""

    photo = models.ForeignKey(
        "photos.Photo",
        verbose_name=_("photograph"),
        on_delete=models.CASCADE,
        related_name="+",
    )

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self):
        return str(self.photo)
