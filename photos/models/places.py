"""Where a photograph was taken: the place by its names, and its position."""

from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

POSITION_CONSTRAINTS = [
    models.CheckConstraint(
        condition=Q(latitude=None, longitude=None)
        | Q(latitude__isnull=False, longitude__isnull=False),
        name="photo_position_whole",
        violation_error_message=_("Give both latitude and longitude, or neither."),
    ),
    models.CheckConstraint(
        condition=Q(latitude=None) | Q(latitude__range=(-90, 90)),
        name="photo_latitude_in_range",
        violation_error_message=_("Latitude lies between -90 and 90 degrees."),
    ),
    models.CheckConstraint(
        condition=Q(longitude=None) | Q(longitude__range=(-180, 180)),
        name="photo_longitude_in_range",
        violation_error_message=_("Longitude lies between -180 and 180 degrees."),
    ),
]


class TakenSomewhere(models.Model):
    """A record with a place. Its `Meta.constraints` must contain `POSITION_CONSTRAINTS`."""

    place_then = models.CharField(
        _("place, as it was called then"),
        max_length=300,
        blank=True,
        help_text=_("The name in use when the photograph was taken."),
    )
    place_now = models.CharField(
        _("place, as it is called now"),
        max_length=300,
        blank=True,
        help_text=_("Only if the name or the municipality has changed."),
    )
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=8,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text=_("Degrees north, for example 50.846557. Give both numbers or neither."),
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=9,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
        help_text=_("Degrees east, for example 4.351697."),
    )

    class Meta:
        abstract = True

    @property
    def position(self) -> str:
        """Latitude and longitude as maps take them, or nothing."""
        if self.latitude is None or self.longitude is None:
            return ""
        degrees = (Decimal(str(number)).normalize() for number in (self.latitude, self.longitude))
        return ", ".join(f"{number:f}" for number in degrees)
