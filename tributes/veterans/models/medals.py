"""Medals with their ribbons, and which veteran received which."""

from decimal import Decimal

from django.contrib.contenttypes.fields import GenericRelation
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable, RevisionMixin

from commemoration.core.languages.choices import TextLanguage, one_text_for_each_language
from commemoration.core.languages.texts import DisplayText, pick, reading_order
from commemoration.core.ribbons.drawing import COLOUR, Ribbon, ribbon_of
from tributes.veterans.enums import AwardState

NARROWEST, WIDEST = Decimal("0.1"), Decimal("60")  # millimetres of one stripe
WIDTHS = [MinValueValidator(NARROWEST), MaxValueValidator(WIDEST)]


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
    ribbon_source = models.CharField(
        _("source of the drawn ribbon"),
        max_length=500,
        blank=True,
        help_text=_("Where the colours and widths of its stripes are laid down."),
    )

    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="medal")

    class Meta:
        ordering = ["slug"]
        verbose_name = _("medal")
        verbose_name_plural = _("medals")
        constraints = [models.CheckConstraint(condition=~Q(slug=""), name="medal_has_slug")]

    def __str__(self):
        return str(self.name_in(get_language() or ""))

    @property
    def drawing(self) -> Ribbon | None:
        """From stripes that were fetched with it; None where nobody has recorded them."""
        return ribbon_of((stripe.colour, stripe.width) for stripe in self.stripes.all())

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


class RibbonStripe(Orderable):
    """One stripe of the ribbon of a medal, from left to right."""

    medal = ParentalKey(Medal, on_delete=models.CASCADE, related_name="stripes")
    colour = models.CharField(
        _("colour"),
        max_length=7,
        validators=[RegexValidator(COLOUR, _("Write a colour as #RRGGBB, for example #C8102E."))],
        help_text=_("As #RRGGBB, for example #C8102E."),
    )
    width = models.DecimalField(
        _("width in millimetres"), max_digits=4, decimal_places=1, validators=WIDTHS
    )

    class Meta(Orderable.Meta):
        verbose_name = _("stripe of a ribbon")
        verbose_name_plural = _("stripes of ribbons")
        constraints = [
            models.CheckConstraint(
                condition=Q(colour__regex=COLOUR) & Q(width__gte=NARROWEST, width__lte=WIDEST),
                name="ribbon_stripe_can_be_drawn",
            )
        ]

    def __str__(self):
        return f"{self.colour} {self.width}"


class Award(models.Model):
    """One medal for one veteran, once."""

    veteran = ParentalKey("veterans.Veteran", on_delete=models.CASCADE, related_name="awards")
    medal = models.ForeignKey(
        Medal, verbose_name=_("medal"), on_delete=models.PROTECT, related_name="awards"
    )
    presentation = models.ForeignKey(
        "veterans.MedalPresentation",
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
