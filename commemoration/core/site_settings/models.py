"""What the site says of itself in every language alike."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseGenericSetting


class SiteSettings(BaseGenericSetting):
    """Where the public writes to. Its name and tagline are the home page's, per language."""

    contact_email = models.EmailField(
        _("contact e-mail"),
        blank=True,
        help_text=_("Shown to the public for questions about the site."),
    )
    security_email = models.EmailField(
        _("security e-mail"),
        blank=True,
        help_text=_(
            "Published in security.txt for people who find a weakness of the site."
            " Left empty, the contact e-mail is published."
        ),
    )
    postal_address = models.TextField(
        _("address for letters"),
        max_length=500,
        blank=True,
        help_text=_("Printed on forms that are sent back by post. Each line on a line of its own."),
    )

    class Meta:
        app_label = "core"
        verbose_name = _("site settings")
