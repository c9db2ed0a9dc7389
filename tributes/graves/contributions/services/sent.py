"""What becomes of what visitors send about a grave: shown beside the record, which stays as it is.

No function here writes a burial, a site or anything that belongs to them.
"""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from commemoration.core.consent.selectors import scopes_of
from commemoration.submissions.models.pictures import SubmittedPicture
from commemoration.submissions.models.records import Submission
from tributes.graves.contributions.services.pictures import (
    erase_contributed,
    publish_contributed,
    settle_pictures,
    withdraw_contributed,
)
from tributes.graves.contributions.services.records import about, public_record
from tributes.graves.contributions.services.requests import answer_requests
from tributes.graves.enums import Told, ToldScope
from tributes.graves.models.contributions import Contribution

TAKEN_OVER = ("part", "relation", "text", "source")


@transaction.atomic
def publish_told(
    *,
    submission: Submission,
    values: Mapping[str, Any],
    pictures: list[SubmittedPicture],
    user=None,
) -> Contribution:
    """Make the contribution of this submission, or change it, and show as much of it as its sender
    agrees to; families that wait for a photograph of the grave are told that one has come.

    ValidationError while the record that it is about is not public.
    """
    record = public_record(submission.about)
    agreed = scopes_of(submission.kind, submission.key)
    rows = Contribution.objects.select_for_update().filter(key=submission.key)
    told = rows.first() or Contribution(key=submission.key, accepted_at=timezone.now())
    was_shown = told.pk is not None and told.is_public
    told.kind, told.language = submission.kind, submission.language
    for name, value in about(record).items():
        setattr(told, name, value)
    for name in TAKEN_OVER:
        setattr(told, name, values.get(name, ""))
    is_named = ToldScope.SENDER in agreed
    told.sender_name = values.get("sender_name", "") if is_named else ""
    told.sender_town = values.get("sender_town", "") if is_named else ""
    told.is_public = ToldScope.PAGE in agreed
    told.full_clean()
    told.save()
    has_new = settle_pictures(told, pictures)
    _settle_visibility(told)
    if told.kind == Told.PHOTO and told.is_public and (has_new or not was_shown):
        answer_requests(record, user=user)
    return told


def take_down_told(key: UUID, *, user=None) -> None:
    """The consent has ended: nothing of it is public."""
    for told in _of(key).filter(is_public=True):
        told.is_public = False
        told.save(update_fields=["is_public"])
        _settle_visibility(told)


@transaction.atomic
def narrow_told(key: UUID, scopes: Collection[str], *, user=None) -> None:
    """A newer consent leaves these out."""
    if ToldScope.PAGE in scopes:
        take_down_told(key, user=user)
    if ToldScope.SENDER in scopes:
        _of(key).update(sender_name="", sender_town="")


@transaction.atomic
def erase_told(key: UUID) -> None:
    """Words, pictures and their files are gone for good."""
    for told in _of(key):
        erase_contributed(told)
        told.delete()


def _settle_visibility(told: Contribution) -> None:
    if told.is_public:
        publish_contributed(told)
    else:
        withdraw_contributed(told)


def _of(key: UUID):
    return Contribution.objects.select_for_update().filter(key=key)
