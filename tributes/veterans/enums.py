"""The fixed words of veterans, medals and presentations."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

PERSON_KIND = "veteran"
"""What the index of names calls the list of veterans."""

CONSENT = "veteran"
"""The purpose under which veterans' consents are kept."""


class Scope(models.TextChoices):
    """What a veteran can agree to."""

    PAGE = "page", _("name, year of birth, town, awards and biography on this site")
    PICTURES = "pictures", _("portraits and photographs of the presentation on this site")


class LifeStatus(models.TextChoices):
    """A veteran is living until a source says otherwise, whatever the age: never presumed dead."""

    LIVING = "living", pgettext_lazy("veteran", "living")
    DIED = "died", pgettext_lazy("veteran", "died")
    UNKNOWN = "unknown", pgettext_lazy("veteran", "not known")


class AwardState(models.TextChoices):
    TO_BE_PRESENTED = "to_be_presented", pgettext_lazy("medal", "to be presented")
    PRESENTED = "presented", pgettext_lazy("medal", "presented")
    TO_FAMILY = "presented_to_family", pgettext_lazy("medal", "presented to the family")


PRESENTED_STATES = (AwardState.PRESENTED, AwardState.TO_FAMILY)
"""The medal has left our hands."""
