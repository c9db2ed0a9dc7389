"""What is said of a burial site, and of somebody who lies there, in one language."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from commemoration.core.languages.choices import TextLanguage, one_text_for_each_language


class BurialSiteText(models.Model):
    site = ParentalKey("graves.BurialSite", on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=5, choices=TextLanguage)
    name = models.CharField(_("name"), max_length=300, blank=True)
    description = models.TextField(_("description"), blank=True)
    inscription = models.TextField(
        _("inscription"), blank=True, help_text=_("Each inscription on a line of its own.")
    )
    way_there = models.TextField(
        _("how to get there"), blank=True, help_text=_("The nearest stop, and the way from it.")
    )
    opening_hours = models.TextField(_("opening hours"), blank=True)

    class Meta:
        ordering = ["language"]
        verbose_name = _("text of a burial site")
        verbose_name_plural = _("texts of burial sites")
        constraints = [one_text_for_each_language("site", "burial_site")]

    def __str__(self):
        return self.name or self.language


class BurialText(models.Model):
    burial = ParentalKey("graves.Burial", on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=5, choices=TextLanguage)
    rank = models.CharField(_("rank and unit"), max_length=300, blank=True)
    occupation = models.CharField(_("occupation before the war"), max_length=300, blank=True)
    note = models.TextField(_("what is known"), blank=True)
    conflict = models.TextField(
        _("what does not agree"),
        blank=True,
        help_text=_("Say openly where sources contradict each other, and do not decide."),
    )

    class Meta:
        ordering = ["language"]
        verbose_name = _("text of a burial")
        verbose_name_plural = _("texts of burials")
        constraints = [one_text_for_each_language("burial")]

    def __str__(self):
        return self.language
