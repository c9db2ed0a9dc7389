"""Where a site lies: the position, what it stands for, and its gate. All within Belgium."""

from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tributes.graves.enums import PLACE_CENTRES, PositionPrecision

# The country's own extremes are 49.497 and 51.505 north, 2.546 and 6.408 east (NGI).
SOUTH, NORTH = Decimal("49.49"), Decimal("51.51")
WEST, EAST = Decimal("2.54"), Decimal("6.41")
# Villages of today's communes lie about so far apart, and communes are about so wide.
BLUR = {PositionPrecision.VILLAGE: 1.5, PositionPrecision.COMMUNE: 4}
OUTSIDE = _("This lies outside Belgium, between 49.49 and 51.51 north and 2.54 and 6.41 east.")


def _latitude(label: str, help_text: str = "") -> models.DecimalField:
    return models.DecimalField(
        label,
        max_digits=8,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(SOUTH, OUTSIDE), MaxValueValidator(NORTH, OUTSIDE)],
        help_text=help_text,
    )


def _longitude(label: str, help_text: str = "") -> models.DecimalField:
    return models.DecimalField(
        label,
        max_digits=8,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(WEST, OUTSIDE), MaxValueValidator(EAST, OUTSIDE)],
        help_text=help_text,
    )


class SomewhereInBelgium(models.Model):
    """`Meta.constraints` of a record that extends it has `POSITION_CONSTRAINTS`."""

    latitude = _latitude(_("latitude"), _("Degrees north, for example 50.846557."))
    longitude = _longitude(_("longitude"), _("Degrees east, for example 4.351697."))
    precision = models.CharField(
        _("what the position stands for"),
        max_length=10,
        choices=PositionPrecision,
        blank=True,
        help_text=_("Readers are told: nobody should look for a grave in a village square."),
    )
    gate_latitude = _latitude(_("latitude of the gate"))
    gate_longitude = _longitude(_("longitude of the gate"))

    class Meta:
        abstract = True

    @property
    def position(self) -> str:
        """Latitude and longitude as maps take them: `50.13235,5.78962`; "" without."""
        return _position(self.latitude, self.longitude)

    @property
    def gate_position(self) -> str:
        return _position(self.gate_latitude, self.gate_longitude)

    @property
    def is_exact(self) -> bool:
        """Whether the position is that of the place itself."""
        return bool(self.position) and self.precision not in PLACE_CENTRES

    @property
    def blur(self) -> float:
        """Kilometres around the position in which the place is to be looked for; 0 for exact."""
        return BLUR.get(self.precision, 0)


def degrees(number: Decimal | None) -> str:
    """Without zeros at the end; "" for None."""
    return "" if number is None else f"{Decimal(str(number)).normalize():f}"


def _position(latitude: Decimal | None, longitude: Decimal | None) -> str:
    if latitude is None or longitude is None:
        return ""
    return f"{degrees(latitude)},{degrees(longitude)}"


def _whole(prefix: str) -> Q:
    names = (f"{prefix}latitude__isnull", f"{prefix}longitude__isnull")
    return Q(**dict.fromkeys(names, True)) | Q(**dict.fromkeys(names, False))


def _inside(prefix: str) -> Q:
    return Q(**{f"{prefix}latitude": None}) | Q(
        **{f"{prefix}latitude__range": (SOUTH, NORTH), f"{prefix}longitude__range": (WEST, EAST)}
    )


POSITION_CONSTRAINTS = [
    models.CheckConstraint(
        condition=_whole(""),
        name="burial_site_position_whole",
        violation_error_message=_("Give both latitude and longitude, or neither."),
    ),
    models.CheckConstraint(
        condition=_whole("gate_"),
        name="burial_site_gate_whole",
        violation_error_message=_("Give both latitude and longitude of the gate, or neither."),
    ),
    models.CheckConstraint(
        condition=_inside(""),
        name="burial_site_in_belgium",
        violation_error_message=OUTSIDE,
    ),
    models.CheckConstraint(
        condition=_inside("gate_"),
        name="burial_site_gate_in_belgium",
        violation_error_message=OUTSIDE,
    ),
    models.CheckConstraint(
        condition=Q(latitude=None) | ~Q(precision=""),
        name="burial_site_position_says_what_it_is",
        violation_error_message=_("Say what the position stands for."),
    ),
]
