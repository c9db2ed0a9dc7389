"""The fixed words of a consent."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class GivenBy(models.TextChoices):
    """Who said yes."""

    PERSON = "person", _("the person")
    REPRESENTATIVE = "representative", _("a legal representative")
    FAMILY = "family", _("the family")


class Obtained(models.TextChoices):
    """How the yes reached us."""

    PAPER = "paper", _("signed on paper")
    EMAIL = "email", _("by e-mail")
    SPOKEN = "spoken", _("spoken, before a witness")
    WEBSITE = "website", _("on this website")


class Ended(models.TextChoices):
    """Why a consent holds no longer."""

    WITHDRAWN = "withdrawn", _("withdrawn")
    REPLACED = "replaced", _("replaced by a newer one")
