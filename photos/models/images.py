"""The file of a photograph: what was scanned or photographed, apart from what is known of it."""

import uuid

from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class ArchiveImage(AbstractImage):
    """One picture file. What it shows and who owns it is said by the `Photo` that uses it."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    admin_form_fields = Image.admin_form_fields


class ArchiveRendition(AbstractRendition):
    """A rendition that Wagtail made for its own screens."""

    image = models.ForeignKey(ArchiveImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="unique_archive_rendition"
            )
        ]
