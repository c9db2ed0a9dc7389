"""Words that several apps share."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Section(models.TextChoices):
    """The two institutions that run the site. Each has its accent: `section--<value>`."""

    EMBASSY = "embassy", _("Embassy")
    CENTRE = "centre", _("Centre")
