"""Those who lie at a burial site: a person, an unknown person, or a number of unknown people.

Forms of a name are kept by `commemoration.names` alone, each with its source.
"""

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from commemoration.core.edtf.fields import EdtfField
from commemoration.core.publication.models import PublishedRecord, withdrawn_is_not_live
from tributes.graves.enums import (
    BurialKind,
    Cause,
    Confidence,
    Country,
    IdentifierScheme,
    InscribedBasis,
    Nationality,
    Role,
    SourceSubject,
)
from tributes.graves.models.shown import ShownPhoto
from tributes.graves.querysets import BurialQuerySet

SCHEME_ADDRESSES = {
    IdentifierScheme.OBD: "https://obd-memorial.ru/html/info.htm?id={}",
    IdentifierScheme.WIKIDATA: "https://www.wikidata.org/wiki/{}",
}


class Burial(PublishedRecord, ClusterableModel):
    key = models.SlugField(
        _("short name"),
        max_length=150,
        unique=True,
        help_text=_("In Latin letters. Lists know the record by it; the public does not see it."),
    )
    number = models.PositiveIntegerField(
        _("number"), unique=True, null=True, blank=True, editable=False
    )
    kind = models.CharField(_("who"), max_length=10, choices=BurialKind, default=BurialKind.PERSON)
    people_count = models.PositiveIntegerField(
        _("how many people"), default=1, help_text=_("More than one only for unknown people.")
    )
    site = models.ForeignKey(
        "graves.BurialSite",
        verbose_name=_("burial site"),
        on_delete=models.PROTECT,
        related_name="burials",
    )
    grave_reference = models.CharField(
        _("grave"), max_length=100, blank=True, help_text=_("Plot, row and number.")
    )
    named_person = models.OneToOneField(
        "names.NamedPerson",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="burial",
    )
    inscribed_basis = models.CharField(
        _("how the inscription is known"), max_length=30, choices=InscribedBasis, blank=True
    )
    russian_confidence = models.CharField(
        _("how sure the Russian spelling is"), max_length=10, choices=Confidence, blank=True
    )

    birth = EdtfField(_("date of birth"))
    birth_earliest = models.DateField(null=True, blank=True, editable=False)
    birth_latest = models.DateField(null=True, blank=True, editable=False)
    birth_place = models.CharField(
        _("place of birth, as it was called then"), max_length=300, blank=True
    )
    birth_country_now = models.CharField(
        _("country in which it lies now"), max_length=2, choices=Country, blank=True
    )
    residence = models.CharField(_("last address"), max_length=300, blank=True)
    death = EdtfField(_("date of death"))
    death_earliest = models.DateField(null=True, blank=True, editable=False)
    death_latest = models.DateField(null=True, blank=True, editable=False)
    death_place = models.CharField(_("place of death"), max_length=300, blank=True)
    age_at_death = models.PositiveSmallIntegerField(
        _("age at death"), null=True, blank=True, help_text=_("Only if a source says it.")
    )
    cause = models.CharField(_("cause of death"), max_length=20, choices=Cause, blank=True)

    nationality = models.CharField(
        _("nationality then"), max_length=20, choices=Nationality, blank=True
    )
    role = models.CharField(_("role"), max_length=30, choices=Role, default=Role.UNKNOWN)
    movement = models.ForeignKey(
        "organisations.Organisation",
        verbose_name=_("resistance movement or unit"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="burials",
    )
    camp = models.CharField(_("camp"), max_length=100, blank=True, help_text=_("Stalag IV B (304)"))
    prisoner_number = models.CharField(_("prisoner number"), max_length=50, blank=True)

    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="burial")

    objects = BurialQuerySet.as_manager()

    of_the_record = (*PublishedRecord.of_the_record, "number", "named_person")

    class Meta:
        ordering = ["site", "pk"]
        verbose_name = _("burial")
        verbose_name_plural = _("burials")
        indexes = [
            models.Index(fields=["site", "live", "kind"], name="burial_at_site"),
            models.Index(fields=["live", "death_earliest", "death_latest"], name="burial_by_death"),
        ]
        constraints = [
            withdrawn_is_not_live("burial"),
            models.CheckConstraint(condition=~Q(key=""), name="burial_has_key"),
            models.CheckConstraint(
                condition=Q(first_published_at=None) | Q(number__isnull=False),
                name="published_burial_has_number",
            ),
            models.CheckConstraint(
                condition=~Q(kind=BurialKind.PERSON) | Q(named_person__isnull=False),
                name="burial_of_person_has_name",
            ),
            models.CheckConstraint(
                condition=Q(people_count=1) | Q(kind=BurialKind.COUNT, people_count__gt=1),
                name="burial_counts_unknown_only",
                violation_error_message=_("Only unknown people are counted together."),
            ),
            models.CheckConstraint(
                condition=Q(birth_earliest=None)
                | Q(death_latest=None)
                | Q(birth_earliest__lte=F("death_latest")),
                name="burial_birth_before_death",
                violation_error_message=_("The death lies before the birth."),
            ),
        ]

    def __str__(self):
        return self.key

    def get_absolute_url(self) -> str:
        return reverse("graves:person", args=[self.number])


class BurialPhoto(ShownPhoto):
    burial = ParentalKey(Burial, on_delete=models.CASCADE, related_name="photos")

    class Meta(ShownPhoto.Meta):
        verbose_name = _("photograph of a stone")
        verbose_name_plural = _("photographs of stones")


class BurialIdentifier(models.Model):
    """The number under which others keep the same person."""

    burial = ParentalKey(Burial, on_delete=models.CASCADE, related_name="identifiers")
    scheme = models.CharField(_("where"), max_length=30, choices=IdentifierScheme)
    value = models.CharField(_("number there"), max_length=100)
    url = models.URLField(_("address on the web"), max_length=500, blank=True)

    class Meta:
        ordering = ["scheme"]
        verbose_name = _("number elsewhere")
        verbose_name_plural = _("numbers elsewhere")
        constraints = [
            models.UniqueConstraint(
                fields=["burial", "scheme", "value"], name="burial_identifier_once"
            )
        ]

    def __str__(self):
        return f"{self.get_scheme_display()} {self.value}"

    @property
    def address(self) -> str:
        """Where it leads, "" if nobody knows."""
        if self.url or self.scheme not in SCHEME_ADDRESSES:
            return self.url
        return SCHEME_ADDRESSES[self.scheme].format(self.value)


class BurialSource(models.Model):
    """Where a part of a record comes from."""

    burial = ParentalKey(Burial, on_delete=models.CASCADE, related_name="sources")
    subject = models.CharField(
        _("what it tells of"), max_length=20, choices=SourceSubject, default=SourceSubject.RECORD
    )
    text = models.CharField(_("source"), max_length=500)
    url = models.URLField(_("address on the web"), max_length=500, blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("source of a burial")
        verbose_name_plural = _("sources of burials")

    def __str__(self):
        return self.text
