"""Changes of medals and of their presentations."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from commemoration.core.languages.written import set_texts
from commemoration.core.publication.services import publish_record, withdraw_record
from tributes.veterans.models.medals import Medal
from tributes.veterans.models.presentations import MedalPresentation

Texts = Mapping[str, Mapping[str, str]]


@transaction.atomic
def create_medal(*, slug: str, texts: Texts, user=None, **fields) -> Medal:
    """A new medal. Raises ValidationError with messages by field."""
    medal = Medal(slug=slug, **fields)
    set_texts(medal, texts)
    return _kept(medal, user)


@transaction.atomic
def create_presentation(*, slug: str, texts: Texts, user=None, **fields) -> MedalPresentation:
    """A new presentation in preparation. Raises ValidationError with messages by field."""
    presentation = MedalPresentation(slug=slug, **fields)
    set_texts(presentation, texts)
    return _kept(presentation, user)


@transaction.atomic
def publish_presentation(presentation: MedalPresentation, *, user=None) -> None:
    """Make it public. Raises ValidationError while nobody has given it a title."""
    if not any(text.title.strip() for text in presentation.texts.all()):
        raise ValidationError(_("Give a title in at least one language before you publish."))
    publish_record(presentation, user=user)


@transaction.atomic
def withdraw_presentation(presentation: MedalPresentation, *, user=None, reason: str = "") -> None:
    """Take it back, and its photographs with it."""
    withdraw_record(presentation, user=user, reason=reason)


def _kept(record, user):
    record.full_clean()
    record.save()
    record.save_revision(user=user, log_action=True, clean=False)
    return record
