"""Ceremonies become public and are taken back."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from commemoration.core.publication.services import publish_record, withdraw_record
from tributes.graves.models.ceremonies import Ceremony


@transaction.atomic
def publish_ceremony(ceremony: Ceremony, *, user=None) -> None:
    """Show it on the page of its site. Raises ValidationError while it has no title, or the site is
    not public."""
    if not any(text.title.strip() for text in ceremony.texts.all()):
        raise ValidationError(_("Give a title in at least one language before you publish."))
    if not ceremony.site.live:
        raise ValidationError(_("Publish the burial site first."))
    publish_record(ceremony, user=user)


@transaction.atomic
def withdraw_ceremony(ceremony: Ceremony, *, user=None, reason: str = "") -> None:
    """Take it from the page of its site; the record stays."""
    withdraw_record(ceremony, user=user, reason=reason)
