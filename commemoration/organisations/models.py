"""Organisations: resistance movements, partners, those who care for graves."""

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from commemoration.core.edtf.fields import EdtfField
from commemoration.core.languages.choices import TextLanguage, one_text_for_each_language
from commemoration.core.languages.texts import pick, reading_order
from commemoration.core.publication.models import PublishedRecord, withdrawn_is_not_live

from .enums import OrganisationKind, ReferenceKind, RelationKind


class Organisation(PublishedRecord, ClusterableModel):
    slug = models.SlugField(
        _("address"),
        max_length=100,
        unique=True,
        help_text=_(
            "A short name in Latin letters, for example front-de-lindependance. Lists name the "
            "organisation by it. It does not change once the record has been published."
        ),
    )
    kind = models.CharField(_("kind"), max_length=30, choices=OrganisationKind)
    years = EdtfField(
        _("years"),
        help_text=_("When it existed, in words: from 1941 to 1944, since 1995."),
    )
    years_earliest = models.DateField(null=True, blank=True, editable=False)
    years_latest = models.DateField(null=True, blank=True, editable=False)

    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="organisation")

    class Meta:
        ordering = ["slug"]
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        constraints = [
            withdrawn_is_not_live("organisation"),
            models.CheckConstraint(condition=~Q(slug=""), name="organisation_has_slug"),
        ]

    def __str__(self):
        return self.name_in(get_language())

    def name_in(self, language: str) -> str:
        """The name for a reader of `language`; its address where nobody has named it."""
        name = pick(self.texts.all(), "name", reading_order(language or ""))
        return str(name) if name else self.slug

    def get_absolute_url(self) -> str:
        return reverse("organisations:organisation", args=[self.slug])


class OrganisationText(models.Model):
    """What an organisation is called and was, in one language."""

    organisation = ParentalKey(Organisation, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=5, choices=TextLanguage)
    name = models.CharField(_("name"), max_length=300)
    short_name = models.CharField(
        _("short name"), max_length=50, blank=True, help_text=_("An abbreviation, such as FI.")
    )
    description = models.TextField(_("description"), blank=True)

    class Meta:
        ordering = ["language"]
        verbose_name = _("text of an organisation")
        verbose_name_plural = _("texts of organisations")
        constraints = [
            one_text_for_each_language("organisation"),
            models.CheckConstraint(
                condition=Q(name__regex=r"\S"), name="organisation_text_has_name"
            ),
        ]

    def __str__(self):
        return self.name


class OrganisationRelation(models.Model):
    """How an organisation stood to another."""

    organisation = ParentalKey(Organisation, on_delete=models.CASCADE, related_name="relations")
    kind = models.CharField(_("relation"), max_length=20, choices=RelationKind)
    other = models.ForeignKey(
        Organisation,
        verbose_name=_("other organisation"),
        on_delete=models.CASCADE,
        related_name="relations_to_it",
    )

    class Meta:
        ordering = ["kind", "pk"]
        verbose_name = _("relation of an organisation")
        verbose_name_plural = _("relations of organisations")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "kind", "other"], name="organisation_relation_once"
            ),
            models.CheckConstraint(
                condition=~Q(organisation=F("other")),
                name="organisation_relates_to_others",
                violation_error_message=_("Choose another organisation than this one."),
            ),
        ]

    def __str__(self):
        return f"{self.organisation_id} {self.kind} {self.other_id}"


class OrganisationReference(models.Model):
    """Where what is said comes from, or where more is to be found."""

    organisation = ParentalKey(Organisation, on_delete=models.CASCADE, related_name="references")
    kind = models.CharField(_("kind"), max_length=10, choices=ReferenceKind)
    text = models.CharField(_("words"), max_length=500)
    url = models.URLField(_("address on the web"), max_length=500, blank=True)

    class Meta:
        ordering = ["-kind", "pk"]
        verbose_name = _("source or link of an organisation")
        verbose_name_plural = _("sources and links of organisations")

    def __str__(self):
        return self.text
