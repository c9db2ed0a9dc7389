"""A picture that somebody sends: private, whatever is in it, until staff have accepted it."""

import uuid

from django.core.files.storage import storages
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from commemoration.submissions.enums import Alive, PictureState
from commemoration.submissions.models.records import Submission


def submitted_storage():
    """Private: files go out only through views that ask whose they are."""
    return storages["submitted"]


class SubmittedPicture(models.Model):
    """`original` is the file as it came; `picture` is what was read from it: an upright JPEG of
    8-bit sRGB without metadata, `width` × `height` pixels.

    The crop is in thousandths of that picture, after `turns` quarter turns to the right.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="pictures")
    position = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=PictureState, default=PictureState.WAITING)
    refusal = models.JSONField(null=True)  # {"code": str, "params": {…}} of core.ingest
    original = models.FileField(storage=submitted_storage, max_length=200, blank=True)
    original_name = models.CharField(max_length=255, blank=True)
    picture = models.FileField(storage=submitted_storage, max_length=200, blank=True)
    preview = models.FileField(storage=submitted_storage, max_length=200, blank=True)
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)
    sha256 = models.CharField(max_length=64, blank=True)
    likeness = models.BigIntegerField(null=True)  # a perceptual hash, 64 bits
    caption = models.CharField(_("caption"), max_length=500, blank=True)
    alive = models.CharField(
        _("Is anyone in the picture alive?"), max_length=10, choices=Alive, blank=True
    )
    turns = models.PositiveSmallIntegerField(default=0)
    crop_left = models.PositiveSmallIntegerField(default=0)
    crop_top = models.PositiveSmallIntegerField(default=0)
    crop_width = models.PositiveSmallIntegerField(default=1000)
    crop_height = models.PositiveSmallIntegerField(default=1000)
    # What was published of it: caption, alive; null before. The crop is then in the file.
    accepted = models.JSONField(null=True)
    # What staff would change before it is published: "caption", "is_left_out".
    edited = models.JSONField(default=dict)
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("picture of a submission")
        verbose_name_plural = _("pictures of submissions")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=PictureState.values), name="submitted_picture_state_known"
            ),
            models.CheckConstraint(
                condition=~Q(state=PictureState.READY)
                | (~Q(picture="") & Q(width__gt=0, height__gt=0)),
                name="submitted_picture_ready_has_file",
            ),
            models.CheckConstraint(
                condition=~Q(state=PictureState.REFUSED) | Q(refusal__isnull=False),
                name="submitted_picture_refused_for",
            ),
            models.CheckConstraint(
                condition=Q(accepted=None) | Q(state=PictureState.READY),
                name="submitted_picture_accepted_is_ready",
            ),
            models.CheckConstraint(
                condition=Q(turns__lte=3)
                & Q(crop_width__gte=1, crop_height__gte=1)
                & Q(crop_left__lte=1000 - models.F("crop_width"))
                & Q(crop_top__lte=1000 - models.F("crop_height")),
                name="submitted_picture_crop_within",
            ),
        ]

    def __str__(self):
        return str(self.uuid)

    @property
    def shown_caption(self) -> str:
        """As it would be published."""
        return self.edited.get("caption", self.caption)

    @property
    def is_left_out(self) -> bool:
        """Staff would publish the rest without it."""
        return self.edited.get("is_left_out", False)

    @property
    def crop(self) -> tuple[int, int, int, int]:
        return self.crop_left, self.crop_top, self.crop_width, self.crop_height
