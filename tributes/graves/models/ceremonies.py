"""Ceremonies at burial sites: shown on the page of the site."""

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from commemoration.core.edtf.fields import EdtfField
from commemoration.core.edtf.words import in_words
from commemoration.core.languages.choices import TextLanguage, one_text_for_each_language
from commemoration.core.publication.models import (
    PublishedRecord,
    PublishedRecordQuerySet,
    withdrawn_is_not_live,
)
from tributes.graves.models.shown import ShownPhoto


class Ceremony(PublishedRecord, ClusterableModel):
    """Shown on the page of its site while both are public; it has no address of its own."""

    site = models.ForeignKey(
        "graves.BurialSite",
        verbose_name=_("burial site"),
        on_delete=models.CASCADE,
        related_name="ceremonies",
    )
    date = EdtfField(_("date"), help_text=_("In words, as exactly as it is known."))
    date_earliest = models.DateField(null=True, blank=True, editable=False)
    date_latest = models.DateField(null=True, blank=True, editable=False)
    organiser = models.ForeignKey(
        "organisations.Organisation",
        verbose_name=_("organiser"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    organiser_name = models.CharField(_("organiser without a record"), max_length=300, blank=True)
    source = models.CharField(_("source"), max_length=500, blank=True)

    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="ceremony")

    objects = PublishedRecordQuerySet.as_manager()

    class Meta:
        ordering = ["-date_latest", "-pk"]
        verbose_name = _("ceremony")
        verbose_name_plural = _("ceremonies")
        constraints = [withdrawn_is_not_live("ceremony")]

    def __str__(self):
        return f"{self.site}, {self.date_in_words}"

    @property
    def date_in_words(self) -> str:
        return in_words(self.date)

    def get_absolute_url(self) -> str:
        return f"{self.site.get_absolute_url()}#ceremony-{self.pk}"


class CeremonyText(models.Model):
    ceremony = ParentalKey(Ceremony, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=5, choices=TextLanguage)
    title = models.CharField(_("title"), max_length=300)
    description = models.TextField(_("description"), blank=True)

    class Meta:
        ordering = ["language"]
        verbose_name = _("text of a ceremony")
        verbose_name_plural = _("texts of ceremonies")
        constraints = [
            one_text_for_each_language("ceremony"),
            models.CheckConstraint(condition=Q(title__regex=r"\S"), name="ceremony_text_has_title"),
        ]

    def __str__(self):
        return self.title


class CeremonyPhoto(ShownPhoto):
    ceremony = ParentalKey(Ceremony, on_delete=models.CASCADE, related_name="photos")

    class Meta(ShownPhoto.Meta):
        verbose_name = _("photograph of a ceremony")
        verbose_name_plural = _("photographs of ceremonies")
