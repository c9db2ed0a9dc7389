"""Changes of organisations."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from commemoration.core.publication.services import keep_version, publish_record, withdraw_record

from .models import Organisation, OrganisationText


@transaction.atomic
def create_organisation(
    *, slug: str, kind: str, names: dict[str, str], years: str = "", user=None
) -> Organisation:
    """A new organisation in preparation; `names` by language. Raises ValidationError."""
    organisation = Organisation(slug=slug, kind=kind, years=years)
    organisation.full_clean()
    organisation.texts = [
        OrganisationText(language=language, name=name) for language, name in names.items()
    ]
    organisation.save()
    keep_version(organisation, user=user)
    return organisation


@transaction.atomic
def publish_organisation(organisation: Organisation, *, user=None) -> None:
    """Make it public. Raises ValidationError while it has no name."""
    if not organisation.texts.exists():
        raise ValidationError(_("Give a name in at least one language before you publish."))
    publish_record(organisation, user=user)


def withdraw_organisation(organisation: Organisation, *, user=None, reason: str = "") -> None:
    """Take it back; records that name it stay, and no longer link to it."""
    withdraw_record(organisation, user=user, reason=reason)
