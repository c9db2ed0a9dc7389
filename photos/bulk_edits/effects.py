"""Which photographs a bulk edit may touch, and what its change means for what visitors see."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from wagtail.locks import BasicLock, ScheduledForPublishLock, WorkflowLock

from commemoration.core.imports.importer import RowRefused
from photos.locks import WithdrawnLock
from photos.models.records import Photo
from photos.permissions import may_edit_photo, may_publish_photo
from photos.rights_limits import longest_side

# Under this name stands a refusal that must not name the record to whoever may not see it.
NOT_YOURS = "not_yours"


class Effect(models.TextChoices):
    """Where a change of a record goes."""

    PUBLIC = "public"
    DRAFT = "draft"  # visitors have never seen it, or do not see it now
    WAITING = "waiting"  # it is public, and its change waits in a draft


def require_changeable(photo: Photo | None, user: Any) -> None:
    """Raise RowRefused, saying why this person cannot change the record here."""
    if photo is None:
        raise RowRefused({"": [_("It is no longer in the archive under this number.")]})
    if user is None or not may_edit_photo(user, photo):
        raise RowRefused({NOT_YOURS: [_("You may not change them.")]})
    lock = photo.get_lock()
    if lock is not None and lock.for_user(user):
        raise RowRefused({"": [_reason(lock)]})


def effect_on(photo: Photo, user: Any) -> Effect:
    """A public record stays public with its change, unless somebody has a draft of it."""
    if not photo.live:
        return Effect.DRAFT
    if photo.has_unpublished_changes or not may_publish_photo(user, photo):
        return Effect.WAITING
    return Effect.PUBLIC


def remakes_files(effect: str, changes: dict[str, dict]) -> bool:
    """Do other sizes become public by this change of the rights?"""
    rights = changes.get("rights")
    return (
        effect == Effect.PUBLIC
        and rights is not None
        and longest_side(rights["before"]) != longest_side(rights["after"])
    )


def _reason(lock) -> str:
    reasons = {
        WithdrawnLock: _("They are withdrawn. Restore each one on its own page first."),
        BasicLock: _("They are locked. Have them unlocked first."),
        ScheduledForPublishLock: _(
            "They have a date of publication. Change each one on its own page."
        ),
        WorkflowLock: _("They wait for approval. Change them once that is decided."),
    }
    for kind, reason in reasons.items():
        if isinstance(lock, kind):
            return reason
    return _("They are locked. Have them unlocked first.")
