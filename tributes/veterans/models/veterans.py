"""A veteran: what may be known of a living person, and not more.

There is a year of birth and no date, a town and no address. Forms of the name are kept by
`commemoration.names` alone. What must hold before anything is public, the database holds
(`triggers`).
"""

import uuid

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from commemoration.core.edtf.fields import EdtfField
from commemoration.core.languages.choices import TextLanguage, one_text_for_each_language
from commemoration.core.publication.models import PublishedRecord, withdrawn_is_not_live
from tributes.veterans.enums import LifeStatus
from tributes.veterans.querysets import VeteranQuerySet

FIRST_YEAR, LAST_YEAR = 1880, 1945
BIRTH_YEARS = _("The year of birth lies between 1880 and 1945.")


class Veteran(PublishedRecord, ClusterableModel):
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(
        _("short name"),
        max_length=150,
        unique=True,
        help_text=_("In Latin letters. Lists know the record by it; the public does not see it."),
    )
    number = models.PositiveIntegerField(
        _("number"), unique=True, null=True, blank=True, editable=False
    )
    is_example = models.BooleanField(
        _("invented example"),
        default=False,
        help_text=_("The page then says that this is no real person."),
    )
    named_person = models.OneToOneField(
        "names.NamedPerson", editable=False, on_delete=models.PROTECT, related_name="veteran"
    )
    birth_year = models.PositiveSmallIntegerField(
        _("year of birth"),
        null=True,
        blank=True,
        help_text=_("Only the year: the day of birth of a living person is never kept."),
    )
    town = models.CharField(
        _("town"),
        max_length=200,
        blank=True,
        help_text=_("Where the veteran lives or lived in Belgium; never an address."),
    )
    life_status = models.CharField(
        _("living or died"), max_length=10, choices=LifeStatus, default=LifeStatus.LIVING
    )
    death = EdtfField(_("date of death"))
    death_earliest = models.DateField(null=True, blank=True, editable=False)
    death_latest = models.DateField(null=True, blank=True, editable=False)
    death_source = models.CharField(
        _("source of the death"),
        max_length=500,
        blank=True,
        help_text=_("Without a source a veteran counts as living, whatever the age."),
    )
    source = models.TextField(
        _("source"), blank=True, help_text=_("Where what is said of the veteran comes from.")
    )

    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="veteran")

    objects = VeteranQuerySet.as_manager()

    of_the_record = (*PublishedRecord.of_the_record, "key", "number", "named_person")

    class Meta:
        ordering = ["slug"]
        verbose_name = _("veteran")
        verbose_name_plural = _("veterans")
        indexes = [models.Index(fields=["live", "town"], name="veteran_by_town")]
        constraints = [
            withdrawn_is_not_live("veteran"),
            models.CheckConstraint(condition=~Q(slug=""), name="veteran_has_slug"),
            models.CheckConstraint(
                condition=Q(first_published_at=None) | Q(number__isnull=False),
                name="published_veteran_has_number",
            ),
            models.CheckConstraint(
                condition=Q(life_status__in=LifeStatus.values), name="veteran_life_status_known"
            ),
            models.CheckConstraint(
                condition=Q(life_status=LifeStatus.DIED, death_source__regex=r"\S")
                | ~Q(life_status=LifeStatus.DIED) & Q(death="", death_source=""),
                name="veteran_death_has_source",
                violation_error_message=_(
                    "A death needs its source. Without one the veteran counts as living, and no "
                    "date of death is kept."
                ),
            ),
            models.CheckConstraint(
                condition=Q(birth_year=None) | Q(birth_year__range=(FIRST_YEAR, LAST_YEAR)),
                name="veteran_birth_year_possible",
                violation_error_message=BIRTH_YEARS,
            ),
        ]

    def __str__(self):
        return self.slug

    def get_absolute_url(self) -> str:
        return reverse("veterans:veteran", args=[self.number])

    @property
    def has_died(self) -> bool:
        """A source says so; everybody else is treated as living."""
        return self.life_status == LifeStatus.DIED


class VeteranText(models.Model):
    """What is said of a veteran in one language: biography, name of the town, or both."""

    veteran = ParentalKey(Veteran, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=5, choices=TextLanguage)
    town = models.CharField(
        _("town in this language"),
        max_length=200,
        blank=True,
        help_text=_("Only where it is called otherwise: Luik, Льеж."),
    )
    biography = models.TextField(_("biography"), blank=True)

    class Meta:
        ordering = ["language"]
        verbose_name = _("text of a veteran")
        verbose_name_plural = _("texts of veterans")
        constraints = [
            one_text_for_each_language("veteran"),
            models.CheckConstraint(
                condition=Q(town__regex=r"\S") | Q(biography__regex=r"\S"),
                name="veteran_text_has_words",
                violation_error_message=_("Give the town or the biography in this language."),
            ),
        ]

    def __str__(self):
        return self.language


class Portrait(Orderable):
    """A picture of the veteran. It has no public file: a view gives it out that asks each time."""

    veteran = ParentalKey(Veteran, on_delete=models.CASCADE, related_name="portraits")
    image = models.ForeignKey(
        "photos.ArchiveImage",
        verbose_name=_("picture"),
        on_delete=models.PROTECT,
        related_name="portraits_of_veterans",
    )
    taken = EdtfField(_("when it was taken"))
    taken_earliest = models.DateField(null=True, blank=True, editable=False)
    taken_latest = models.DateField(null=True, blank=True, editable=False)
    credit = models.CharField(_("credit line"), max_length=300, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("portrait")
        verbose_name_plural = _("portraits")
        constraints = [
            models.UniqueConstraint(fields=["veteran", "image"], name="portrait_once"),
        ]

    def __str__(self):
        return str(self.image)
