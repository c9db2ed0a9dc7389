"""The file of a photograph: what was scanned or photographed, apart from what is known of it."""

import uuid
from pathlib import Path

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Image,
    WagtailImageField,
    get_upload_to,
)

from commemoration.core.ingest.likeness import difference_hash
from commemoration.core.ingest.pictures import IngestedPicture
from photos import picture_files
from photos.enums import TileFault, TileState
from photos.querysets import ArchiveImageQuerySet

# What publication and the making of tiles decide. Saving a picture that was read a while ago, as
# an admin form does, must not take it back.
SETTLED = (
    "published_at",
    "first_published_at",
    "public_limit",
    "is_covered",
    "tile_state",
    "tile_fault",
    "tile_attempts",
    "tiled_width",
    "tiled_height",
)
NO_TILES = {
    "tile_state": TileState.NONE,
    "tile_fault": "",
    "tile_attempts": 0,
    "tiled_width": None,
    "tiled_height": None,
}
PREVIEW = "max-165x165"  # what Wagtail's lists and choosers ask for


class ArchiveImage(AbstractImage):
    """One picture file. What it shows and who owns it is said by the `Photo` that uses it.

    `file` is the normalised picture, private; the public sees only `derivatives`, and these only
    while `published_at` is set. Nothing but `photos.services.pictures` and the image form of the
    admin store pictures, and both through ingest.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    file = WagtailImageField(
        verbose_name=_("file"),
        storage=picture_files.working_storage,
        upload_to=get_upload_to,
        width_field="width",
        height_field="height",
    )
    master = models.FileField(
        storage=picture_files.masters_storage, editable=False, verbose_name=_("master file")
    )
    sha256 = models.CharField(max_length=64, db_index=True, editable=False)
    original_name = models.CharField(max_length=255, blank=True, editable=False)
    media_type = models.CharField(max_length=20, editable=False)
    master_width = models.PositiveIntegerField(editable=False)
    master_height = models.PositiveIntegerField(editable=False)
    master_bytes = models.PositiveBigIntegerField(editable=False)
    embedded_metadata = models.JSONField(default=dict, blank=True, editable=False)
    ingest_notes = models.JSONField(default=list, blank=True, editable=False)
    derivatives = models.JSONField(default=list, blank=True, editable=False)
    # Size and bytes of the file that a content warning shows instead: width, height, jpg.
    blurred = models.JSONField(default=dict, blank=True, editable=False)
    likeness = models.BigIntegerField(null=True, editable=False)  # see core.ingest.likeness
    tile_state = models.CharField(
        max_length=10, choices=TileState, default=TileState.NONE, editable=False
    )
    # Empty unless the state is "failed".
    tile_fault = models.CharField(max_length=10, choices=TileFault, blank=True, editable=False)
    published_at = models.DateTimeField(null=True, blank=True, editable=False, db_index=True)
    first_published_at = models.DateTimeField(null=True, blank=True, editable=False)
    # Pixels of the longer side of all that the public may fetch, while published; None: any.
    public_limit = models.PositiveIntegerField(null=True, blank=True, editable=False)
    # A published photograph shows it under a content warning: the blurred file is public too.
    is_covered = models.BooleanField(default=False, editable=False)
    tile_attempts = models.PositiveSmallIntegerField(default=0, editable=False)
    # The size that the tiles show, smaller than the picture where its rights limit it.
    tiled_width = models.PositiveIntegerField(null=True, blank=True, editable=False)
    tiled_height = models.PositiveIntegerField(null=True, blank=True, editable=False)

    objects = ArchiveImageQuerySet.as_manager()

    admin_form_fields = Image.admin_form_fields

    # An ingested picture that `save` is to keep; set by the image form and the picture service.
    pending: picture_files.PendingPicture | None = None

    class Meta(AbstractImage.Meta):
        abstract = False
        verbose_name = _("archive image")
        verbose_name_plural = _("archive images")
        constraints = [
            models.CheckConstraint(
                name="archive_image_went_through_ingest",
                condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$") & ~models.Q(master=""),
            ),
            models.CheckConstraint(
                name="archive_image_tile_state_known",
                condition=models.Q(tile_state__in=TileState.values),
            ),
            models.CheckConstraint(
                name="archive_image_fault_of_failed_tiles",
                condition=models.Q(tile_fault="")
                | models.Q(tile_state=TileState.FAILED, tile_fault__in=TileFault.values),
            ),
            models.CheckConstraint(
                name="archive_image_has_tiles_while_published",
                condition=models.Q(tile_state=TileState.NONE)
                | models.Q(published_at__isnull=False, first_published_at__isnull=False),
            ),
            models.CheckConstraint(
                name="archive_image_knows_size_of_tiles",
                condition=models.Q(
                    tile_state=TileState.READY, tiled_width__gt=0, tiled_height__gt=0
                )
                | models.Q(
                    ~models.Q(tile_state=TileState.READY),
                    tiled_width__isnull=True,
                    tiled_height__isnull=True,
                ),
            ),
        ]

    def save(self, *args, **kwargs):
        """A pending picture's files and the row that names them come into being together."""
        if self.pending is None:
            if not self._state.adding:
                kwargs.setdefault("update_fields", self._own_fields())
            return super().save(*args, **kwargs)
        with transaction.atomic():
            self._take(self.pending)
            self.pending = None
            return super().save(*args, **kwargs)

    def generate_rendition_file(self, filter, *, source=None):  # noqa: A002 - Wagtail's name
        """Wagtail's previews in lists are cut from the narrowest derivative, which holds enough.

        From the picture itself each would take a second, and a list shows thirty.
        """
        if source is None and filter.spec == PREVIEW and self.derivatives:
            name = f"{picture_files.folder_of(self.file.name)}/{self.derivatives[0]['width']}.jpg"
            with picture_files.working_storage().open(name) as narrow:
                return super().generate_rendition_file(filter, source=narrow)
        return super().generate_rendition_file(filter, source=source)

    @property
    def public_files(self) -> dict[str, int]:
        """Names and bytes of what the public may fetch while the picture is published."""
        allowed = picture_files.within(self.derivatives, self.public_limit)
        return picture_files.wanted_files(allowed, self.blurred if self.is_covered else None)

    def _own_fields(self) -> list[str]:
        names = (field.name for field in self._meta.concrete_fields if not field.primary_key)
        return [name for name in names if name not in SETTLED]

    def _take(self, pending: picture_files.PendingPicture) -> None:
        picture, kept = pending.picture, picture_files.keep_files(pending)
        self.file, self.master, self.derivatives = kept.file, kept.master, kept.derivatives
        self.blurred = kept.blurred
        self.width, self.height = picture.width, picture.height
        self.file_size = picture.path.stat().st_size
        self.file_hash = picture.sha256[:40]
        self.sha256 = picture.sha256
        self.original_name = pending.original_name[:255]
        self.media_type = picture.media_type
        self.master_width, self.master_height = picture.master_width, picture.master_height
        self.master_bytes = picture.size_bytes
        self.embedded_metadata = picture.metadata
        self.ingest_notes = picture.notes
        self.likeness = difference_hash(_narrowest_jpeg(picture))
        for name, value in NO_TILES.items():
            setattr(self, name, value)


def _narrowest_jpeg(picture: IngestedPicture) -> Path:
    jpegs = (each for each in picture.derivatives if each.path.suffix == ".jpg")
    return min(jpegs, key=lambda each: each.width).path


class ArchiveRendition(AbstractRendition):
    """A rendition that Wagtail made for its own screens; private like the picture itself."""

    image = models.ForeignKey(ArchiveImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="unique_archive_rendition"
            )
        ]
