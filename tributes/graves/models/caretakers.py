"""Who looks after burial sites and may report from there by a signed link; and what they reported.

A caretaker has no account. What says who they are stands in `Caretaker` alone, and goes with it;
a report that staff have accepted says which organisation it came from, never which person.
"""

from uuid import UUID, uuid5

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from commemoration.core.languages.choices import TextLanguage
from commemoration.submissions.models.records import Submission, new_handle
from tributes.graves.enums import AccessState
from tributes.graves.models.sites import BurialSite, ConditionEntry

CARETAKERS = UUID("6c1b1a52-0d0c-4d0e-9a53-7f3f6b9a2c41")
"""The space in which the keys of caretakers are unlike all other keys."""


class Caretaker(ClusterableModel):
    """`handle` stands in addresses and is no secret; a link of another `link_version` opens
    nothing. The link holds from `issued_at` until `valid_until`, unless `revoked_at` is set."""

    handle = models.CharField(max_length=12, default=new_handle, unique=True, editable=False)
    organisation = models.ForeignKey(
        "organisations.Organisation",
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="caretakers",
        help_text=_("The public reads that it reported. Leave it empty for a neighbour."),
    )
    name = models.CharField(
        _("name of the person"),
        max_length=200,
        help_text=_("Who gets the link. Only staff see it."),
    )
    email = models.EmailField(
        _("e-mail address"), max_length=254, help_text=_("The link is sent to it.")
    )
    language = models.CharField(_("language of letters"), max_length=5, choices=TextLanguage)
    link_version = models.PositiveIntegerField(default=1, editable=False)
    issued_at = models.DateTimeField(_("link sent"), null=True, blank=True, editable=False)
    valid_until = models.DateTimeField(_("link holds until"), null=True, blank=True, editable=False)
    revoked_at = models.DateTimeField(_("link revoked"), null=True, blank=True, editable=False)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("caretaker")
        verbose_name_plural = _("caretakers")
        constraints = [
            models.CheckConstraint(
                condition=Q(email=Lower(F("email"))), name="caretaker_email_folded"
            ),
            models.CheckConstraint(
                condition=Q(language__in=TextLanguage.values), name="caretaker_language_known"
            ),
            models.CheckConstraint(
                condition=Q(issued_at=None, valid_until=None) | Q(valid_until__gt=F("issued_at")),
                name="caretaker_link_holds_for_a_time",
            ),
        ]

    def __str__(self):
        """Without name and address: what stands in logs outlives the record."""
        return gettext("Caretaker %(handle)s") % {"handle": self.handle}

    def clean(self):
        self.email = self.email.strip().lower()

    @property
    def key(self) -> UUID:
        """By which a tombstone names it, once the record is gone."""
        return uuid5(CARETAKERS, self.handle)

    @property
    def access(self) -> AccessState:
        """Whether the link opens anything now."""
        if self.issued_at is None:
            return AccessState.NONE
        if self.revoked_at is not None:
            return AccessState.REVOKED
        return AccessState.HOLDS if self.valid_until > timezone.now() else AccessState.ENDED

    @property
    def is_open(self) -> bool:
        return self.access == AccessState.HOLDS

    @property
    def access_in_words(self) -> str:
        return str(self.access.label)


class ErasedCaretaker(models.Model):
    """The key of a caretaker of whom nothing else is left: a tombstone can be written from it, if
    the machine stopped before that."""

    key = models.UUIDField(primary_key=True)

    class Meta:
        verbose_name = _("key of an erased caretaker")
        verbose_name_plural = _("keys of erased caretakers")

    def __str__(self):
        return str(self.key)


class CaretakerSite(models.Model):
    """A site that a caretaker looks after."""

    caretaker = ParentalKey(Caretaker, on_delete=models.CASCADE, related_name="places")
    site = models.ForeignKey(
        BurialSite,
        verbose_name=_("burial site"),
        on_delete=models.CASCADE,
        related_name="looked_after_by",
    )

    class Meta:
        ordering = ["pk"]
        verbose_name = _("site of a caretaker")
        verbose_name_plural = _("sites of caretakers")
        constraints = [
            models.UniqueConstraint(
                fields=["caretaker", "site"],
                name="caretaker_site_once",
                violation_error_message=_("This site stands here twice."),
            ),
        ]

    def __str__(self):
        return str(self.site_id)


class CaretakerReport(models.Model):
    """What a caretaker sends about one visit. `form_key` is that of the form it was typed into, so
    that a form which comes twice makes one report; null for what came on paper.

    `condition` is the entry of the log that it became, while that is public.
    """

    submission = models.OneToOneField(
        Submission, on_delete=models.PROTECT, related_name="caretaker_report"
    )
    form_key = models.UUIDField(null=True, unique=True)
    caretaker = models.ForeignKey(
        Caretaker, null=True, on_delete=models.SET_NULL, related_name="reports"
    )
    site = models.ForeignKey(BurialSite, on_delete=models.CASCADE, related_name="reports")
    condition = models.OneToOneField(
        ConditionEntry, null=True, on_delete=models.SET_NULL, related_name="report"
    )

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("report of a caretaker")
        verbose_name_plural = _("reports of caretakers")

    def __str__(self):
        return str(self.submission_id)


class ReportPicture(Orderable):
    """A photograph of an accepted report. `came_as` is the file from which it was made, so that an
    accepted change makes anew only what has changed."""

    report = models.ForeignKey(CaretakerReport, on_delete=models.CASCADE, related_name="pictures")
    image = models.ForeignKey(
        "photos.ArchiveImage",
        verbose_name=_("picture"),
        on_delete=models.PROTECT,
        related_name="caretaker_reports",
    )
    caption = models.CharField(_("caption"), max_length=500, blank=True)
    came_as = models.CharField(max_length=200, editable=False)

    class Meta(Orderable.Meta):
        verbose_name = _("picture of a report")
        verbose_name_plural = _("pictures of reports")
        constraints = [
            models.UniqueConstraint(fields=["report", "image"], name="report_picture_once"),
        ]

    def __str__(self):
        return str(self.image_id)
