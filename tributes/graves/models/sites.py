"""Burial sites and memorials: where they are, who cares for them, in which state they were seen."""

from django.contrib.contenttypes.fields import GenericRelation
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from commemoration.core.edtf.fields import EdtfField
from commemoration.core.edtf.validation import bounds
from commemoration.core.languages.choices import TextLanguage
from commemoration.core.languages.texts import DisplayText, pick, reading_order
from commemoration.core.publication.models import PublishedRecord, withdrawn_is_not_live
from tributes.graves.enums import Province, SiteKind, SiteState
from tributes.graves.models.positions import POSITION_CONSTRAINTS, SomewhereInBelgium
from tributes.graves.models.shown import ShownPhoto


class BurialSite(PublishedRecord, SomewhereInBelgium, ClusterableModel):
    slug = models.SlugField(
        _("address"),
        max_length=100,
        unique=True,
        help_text=_(
            "A short name in Latin letters, for example arlon. Lists name the site by it. It does "
            "not change once the record has been published."
        ),
    )
    kind = models.CharField(_("kind"), max_length=30, choices=SiteKind)
    place = models.CharField(
        _("place"), max_length=200, blank=True, help_text=_("The village or quarter.")
    )
    commune = models.CharField(_("commune"), max_length=200)
    province = models.CharField(_("province"), max_length=20, choices=Province)
    caretaker = models.ForeignKey(
        "organisations.Organisation",
        verbose_name=_("who cares for it"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="sites_in_care",
    )
    protected_status = models.CharField(
        _("protected status"),
        max_length=200,
        blank=True,
        help_text=_("For example: national monument. Only with the act that says so."),
    )
    protected_reference = models.CharField(
        _("act or number of the protection"), max_length=300, blank=True
    )
    graves_total = models.PositiveIntegerField(
        _("graves"), null=True, blank=True, help_text=_("As a source counts them.")
    )
    unknown_total = models.PositiveIntegerField(
        _("graves of unknown people"), null=True, blank=True
    )
    located_year = models.PositiveSmallIntegerField(_("year it was found"), null=True, blank=True)
    restored_years = ArrayField(
        models.PositiveSmallIntegerField(),
        verbose_name=_("years of restoration"),
        default=list,
        blank=True,
        help_text=_("Separated by commas."),
    )
    source = models.TextField(
        _("source"), blank=True, help_text=_("Where what is said of the site comes from.")
    )

    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="burial_site")

    class Meta:
        ordering = ["slug"]
        verbose_name = _("burial site")
        verbose_name_plural = _("burial sites")
        indexes = [
            models.Index(fields=["live", "province"], name="burial_site_by_province"),
            models.Index(fields=["live", "commune"], name="burial_site_by_commune"),
        ]
        constraints = [
            withdrawn_is_not_live("burial_site"),
            models.CheckConstraint(
                condition=~Q(slug="") & Q(commune__regex=r"\S"),
                name="burial_site_has_slug_and_place",
            ),
            models.CheckConstraint(
                condition=Q(unknown_total=None)
                | Q(graves_total=None)
                | Q(unknown_total__lte=F("graves_total")),
                name="burial_site_unknown_within_graves",
                violation_error_message=_("There are not as many graves as unknown ones."),
            ),
            *POSITION_CONSTRAINTS,
        ]

    def __str__(self):
        return str(self.name_in(get_language() or ""))

    def name_in(self, language: str) -> DisplayText:
        """The name for a reader of `language`; place and commune where nobody has named it."""
        name = pick(self.texts.all(), "name", reading_order(language))
        return name or DisplayText(self.place or self.commune, "")

    def get_absolute_url(self) -> str:
        return reverse("graves:site", args=[self.slug])

    @property
    def place_and_commune(self) -> str:
        """`Engreux (Houffalize)`, or the commune alone."""
        if not self.place or self.place == self.commune:
            return self.commune
        return f"{self.place} ({self.commune})"


class BurialSitePhoto(ShownPhoto):
    site = ParentalKey(BurialSite, on_delete=models.CASCADE, related_name="photos")

    class Meta(ShownPhoto.Meta):
        verbose_name = _("photograph of a burial site")
        verbose_name_plural = _("photographs of burial sites")


class ConditionEntry(models.Model):
    """What somebody saw on a visit; entries are added, not changed."""

    site = ParentalKey(BurialSite, on_delete=models.CASCADE, related_name="conditions")
    visited = EdtfField(_("date of the visit"))
    visited_earliest = models.DateField(null=True, blank=True, editable=False)
    visited_latest = models.DateField(null=True, blank=True, editable=False)
    state = models.CharField(_("state"), max_length=10, choices=SiteState)
    restored_by = models.ForeignKey(
        "organisations.Organisation",
        verbose_name=_("restored by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    note = models.TextField(_("remark"), blank=True)
    # What a caretaker reported: by which organisation, if any, and in which language it is written.
    is_reported = models.BooleanField(default=False, editable=False)
    reported_by = models.ForeignKey(
        "organisations.Organisation",
        verbose_name=_("reported by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    language = models.CharField(max_length=5, choices=TextLanguage, blank=True, editable=False)
    photo = models.ForeignKey(
        "photos.Photo",
        verbose_name=_("photograph"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        ordering = ["-visited_latest", "-pk"]
        verbose_name = _("visit to a burial site")
        verbose_name_plural = _("visits to burial sites")
        constraints = [
            models.CheckConstraint(
                condition=Q(is_reported=True) | Q(reported_by=None),
                name="condition_reported_by_somebody",
            ),
        ]

    def clean(self):
        earliest, _latest = bounds(self.visited)
        if earliest and earliest > timezone.localdate():
            raise ValidationError({"visited": _("This day has yet to come.")})

    def __str__(self):
        return f"{self.visited} {self.get_state_display()}"
