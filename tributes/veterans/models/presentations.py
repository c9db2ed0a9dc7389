"""The occasions on which medals were presented, with their photo reports."""

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from commemoration.core.edtf.fields import EdtfField
from commemoration.core.languages.choices import TextLanguage, one_text_for_each_language
from commemoration.core.languages.texts import DisplayText, pick, reading_order
from commemoration.core.publication.models import PublishedRecord, withdrawn_is_not_live
from tributes.veterans.querysets import PresentationQuerySet, PresentationTextQuerySet


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

    objects = PresentationTextQuerySet.as_manager()

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


class ReportPhoto(ClusterableModel, Orderable):
    """A picture of a presentation; public only while everybody living on it agrees."""

    presentation = ParentalKey(
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
    shows = ParentalManyToManyField(
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
    credit = models.CharField(_("credit line"), max_length=300, blank=True)

    class Meta:
        ordering = ["presentation", "sort_order", "pk"]
        verbose_name = _("photograph of a presentation")
        verbose_name_plural = _("photographs of presentations")
        constraints = [
            models.UniqueConstraint(
                fields=["presentation", "image"],
                name="report_photo_once",
                violation_error_message=_("This picture is in the report already."),
            )
        ]

    def __str__(self):
        return str(self.image)


class ReportPhotoText(models.Model):
    photo = ParentalKey(ReportPhoto, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=5, choices=TextLanguage)
    caption = models.CharField(_("caption"), max_length=500)

    class Meta:
        ordering = ["language"]
        verbose_name = _("caption of a photograph")
        verbose_name_plural = _("captions of photographs")
        constraints = [one_text_for_each_language("photo", "report_photo")]

    def __str__(self):
        return self.caption
