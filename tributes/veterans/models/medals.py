"""Medals, the occasions on which they were presented, and who received which."""

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import RevisionMixin

from commemoration.core.edtf.fields import EdtfField
from commemoration.core.languages.choices import TextLanguage, one_text_for_each_language
from commemoration.core.languages.texts import DisplayText, pick, reading_order
from commemoration.core.publication.models import PublishedRecord, withdrawn_is_not_live
from tributes.veterans.enums import AwardState
from tributes.veterans.querysets import PresentationQuerySet


class Medal(RevisionMixin, ClusterableModel):
    slug = models.SlugField(
        _("short name"), max_length=100, unique=True, help_text=_("Lists name the medal by it.")
    )
    decree = models.CharField(
        _("decree"),
        max_length=300,
        blank=True,
        help_text=_("The act that established it: number and date."),
    )
    source = models.CharField(
        _("source"), max_length=500, blank=True, help_text=_("Where the facts come from.")
    )
    url = models.URLField(_("address on the web"), max_length=500, blank=True)

    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="medal")

    class Meta:
        ordering = ["slug"]
        verbose_name = _("medal")
        verbose_name_plural = _("medals")
        constraints = [models.CheckConstraint(condition=~Q(slug=""), name="medal_has_slug")]

    def __str__(self):
        return str(self.name_in(get_language() or ""))

    def name_in(self, language: str) -> DisplayText:
        name = pick(self.texts.all(), "name", reading_order(language))
        return name or DisplayText(self.slug, "")


class MedalText(models.Model):
    medal = ParentalKey(Medal, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=5, choices=TextLanguage)
    name = models.CharField(_("name"), max_length=300)
    ribbon = models.TextField(
        _("ribbon"), blank=True, help_text=_("Soberly, in words: its colours and their order.")
    )
    description = models.TextField(_("description"), blank=True)

    class Meta:
        ordering = ["language"]
        verbose_name = _("text of a medal")
        verbose_name_plural = _("texts of medals")
        constraints = [
            one_text_for_each_language("medal"),
            models.CheckConstraint(condition=Q(name__regex=r"\S"), name="medal_text_has_name"),
        ]

    def __str__(self):
        return self.name


class MedalPresentation(PublishedRecord, ClusterableModel):
    slug = models.SlugField(
        _("address"),
        max_length=100,
        unique=True,
        help_text=_(
            "A short name in Latin letters, for example brussels-may-2020. It does not change "
            "once the record has been published."
        ),
    )
    date = EdtfField(_("date"), help_text=_("In words, as exactly as it is known."))
    date_earliest = models.DateField(null=True, blank=True, editable=False)
    date_latest = models.DateField(null=True, blank=True, editable=False)
    place = models.CharField(_("place"), max_length=300, blank=True)
    is_example = models.BooleanField(_("invented example"), default=False)
    source = models.CharField(_("source"), max_length=500, blank=True)

    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="presentation")

    objects = PresentationQuerySet.as_manager()

    class Meta:
        ordering = ["-date_latest", "-pk"]
        verbose_name = _("presentation of medals")
        verbose_name_plural = _("presentations of medals")
        constraints = [
            withdrawn_is_not_live("presentation"),
            models.CheckConstraint(condition=~Q(slug=""), name="presentation_has_slug"),
        ]

    def __str__(self):
        return str(self.title_in(get_language() or ""))

    def title_in(self, language: str) -> DisplayText:
        title = pick(self.texts.all(), "title", reading_order(language))
        return title or DisplayText(self.slug, "")

    def get_absolute_url(self) -> str:
        return reverse("veterans:presentation", args=[self.slug])


class PresentationText(models.Model):
    presentation = ParentalKey(MedalPresentation, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=5, choices=TextLanguage)
    title = models.CharField(_("title"), max_length=300)
    occasion = models.CharField(_("occasion"), max_length=300, blank=True)
    presenter = models.CharField(_("who presented the medals"), max_length=300, blank=True)
    report = models.TextField(_("report"), blank=True)

    class Meta:
        ordering = ["language"]
        verbose_name = _("text of a presentation")
        verbose_name_plural = _("texts of presentations")
        constraints = [
            one_text_for_each_language("presentation"),
            models.CheckConstraint(
                condition=Q(title__regex=r"\S"), name="presentation_text_has_title"
            ),
        ]

    def __str__(self):
        return self.title


class Award(models.Model):
    """One medal for one veteran, once."""

    veteran = ParentalKey("veterans.Veteran", on_delete=models.CASCADE, related_name="awards")
    medal = models.ForeignKey(
        Medal, verbose_name=_("medal"), on_delete=models.PROTECT, related_name="awards"
    )
    presentation = models.ForeignKey(
        MedalPresentation,
        verbose_name=_("presentation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="awards",
    )
    state = models.CharField(
        _("state"), max_length=20, choices=AwardState, default=AwardState.TO_BE_PRESENTED
    )

    class Meta:
        ordering = ["pk"]
        verbose_name = _("award")
        verbose_name_plural = _("awards")
        constraints = [
            models.UniqueConstraint(
                fields=["veteran", "medal"],
                name="one_award_per_veteran_and_medal",
                violation_error_message=_("This veteran has this medal already."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=AwardState.values), name="award_state_known"
            ),
        ]

    def __str__(self):
        return f"{self.medal} {self.get_state_display()}"


class ReportPhoto(models.Model):
    """A picture of a presentation; public only while everybody living on it agrees."""

    presentation = models.ForeignKey(
        MedalPresentation,
        verbose_name=_("presentation"),
        on_delete=models.CASCADE,
        related_name="photos",
    )
    image = models.ForeignKey(
        "photos.ArchiveImage",
        verbose_name=_("picture"),
        on_delete=models.PROTECT,
        related_name="reports_of_presentations",
    )
    place = models.PositiveSmallIntegerField(_("place in the report"), default=1)
    shows = models.ManyToManyField(
        "veterans.Veteran",
        verbose_name=_("veterans shown"),
        blank=True,
        related_name="shown_in",
        help_text=_("All who can be recognised. The picture is public while each of them agrees."),
    )
    others_agree = models.BooleanField(
        _("Everybody else who can be recognised has agreed"),
        default=False,
        help_text=_("Until this is ticked the picture is not public."),
    )
    caption_en = models.CharField(_("caption (English)"), max_length=500, blank=True)
    caption_fr = models.CharField(_("caption (French)"), max_length=500, blank=True)
    caption_nl = models.CharField(_("caption (Dutch)"), max_length=500, blank=True)
    caption_ru = models.CharField(_("caption (Russian)"), max_length=500, blank=True)
    credit = models.CharField(_("credit line"), max_length=300, blank=True)

    class Meta:
        ordering = ["presentation", "place", "pk"]
        verbose_name = _("photograph of a presentation")
        verbose_name_plural = _("photographs of presentations")
        constraints = [
            models.UniqueConstraint(fields=["presentation", "image"], name="report_photo_once")
        ]

    def __str__(self):
        return f"{self.presentation} {self.place}"
