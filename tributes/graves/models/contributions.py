"""What visitors have told about a burial or a site, accepted by staff, and photographs asked for.

It stands beside the official record and never changes it. `key` is that of the submission from
which it came; who sent it is not here, but for the first name and town that may be read.
"""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import Orderable

from commemoration.core.languages.choices import TextLanguage
from tributes.graves.enums import SHOWN_KINDS, DoubtedPart, Kinship, RequestEnd, Told
from tributes.graves.models.burials import Burial
from tributes.graves.models.sites import BurialSite


class AboutARecord(models.Model):
    """About a burial, or about a site as a whole: one of both."""

    burial = models.ForeignKey(
        Burial,
        verbose_name=_("burial"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="%(class)ss",
    )
    site = models.ForeignKey(
        BurialSite,
        verbose_name=_("burial site"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="%(class)ss",
    )

    class Meta:
        abstract = True

    @property
    def record(self) -> Burial | BurialSite:
        return self.burial or self.site

    @property
    def place(self) -> BurialSite:
        """The site where it is, also of a burial (`select_related("burial__site")`)."""
        return self.site or self.burial.site


def about_one(table: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(burial=None, site__isnull=False) | Q(burial__isnull=False, site=None),
        name=f"{table}_about_one_record",
    )


class Contribution(AboutARecord):
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=30, choices=Told)
    language = models.CharField(_("language"), max_length=5, choices=TextLanguage)
    part = models.CharField(_("what is wrong"), max_length=20, choices=DoubtedPart, blank=True)
    relation = models.CharField(_("relation"), max_length=20, choices=Kinship, blank=True)
    text = models.TextField(_("text"), max_length=4000, blank=True)
    source = models.TextField(_("how the sender knows it"), max_length=1000, blank=True)
    sender_name = models.CharField(_("first name of the sender"), max_length=100, blank=True)
    sender_town = models.CharField(_("town of the sender"), max_length=100, blank=True)
    is_public = models.BooleanField(_("public"), default=False)
    accepted_at = models.DateTimeField(_("accepted"))

    class Meta:
        ordering = ["-accepted_at", "-pk"]
        verbose_name = _("contribution of a visitor")
        verbose_name_plural = _("contributions of visitors")
        constraints = [
            about_one("contribution"),
            models.CheckConstraint(
                condition=Q(kind__in=SHOWN_KINDS), name="contribution_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(language__in=TextLanguage.values), name="contribution_language_known"
            ),
        ]

    def __str__(self):
        return f"{self.kind} {self.pk}"


class ContributionPicture(Orderable):
    """`came_as` is the file from which it was made, so that an accepted change makes anew only what
    has changed."""

    contribution = models.ForeignKey(
        Contribution, on_delete=models.CASCADE, related_name="pictures"
    )
    image = models.ForeignKey(
        "photos.ArchiveImage",
        verbose_name=_("picture"),
        on_delete=models.PROTECT,
        related_name="grave_contributions",
    )
    caption = models.CharField(_("caption"), max_length=500, blank=True)
    came_as = models.CharField(max_length=200, blank=True, editable=False)

    class Meta(Orderable.Meta):
        verbose_name = _("picture of a contribution")
        verbose_name_plural = _("pictures of contributions")
        constraints = [
            models.UniqueConstraint(
                fields=["contribution", "image"], name="contribution_picture_once"
            ),
        ]

    def __str__(self):
        return str(self.image_id)


class PhotoRequest(AboutARecord):
    """A family asks for a photograph; staff have accepted that. Open until `closed_at`.

    `note` is what the family writes to help whoever looks for the grave, in `language`; it is shown
    to staff and caretakers alone.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    language = models.CharField(_("language"), max_length=5, choices=TextLanguage)
    note = models.TextField(_("what helps to find the grave"), max_length=1000, blank=True)
    asked_at = models.DateTimeField(_("asked"))
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    closed_how = models.CharField(_("how it ended"), max_length=20, choices=RequestEnd, blank=True)

    class Meta:
        ordering = ["asked_at", "pk"]
        verbose_name = _("request for a photograph")
        verbose_name_plural = _("requests for photographs")
        indexes = [
            models.Index(
                fields=["asked_at"], condition=Q(closed_at=None), name="photo_request_open"
            ),
        ]
        constraints = [
            about_one("photo_request"),
            models.CheckConstraint(
                condition=Q(closed_at=None, closed_how="")
                | Q(closed_at__isnull=False, closed_how__in=RequestEnd.values),
                name="photo_request_closed_somehow",
            ),
        ]

    def __str__(self):
        return f"{self.pk}"
