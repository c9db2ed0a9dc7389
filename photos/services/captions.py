"""Decides whether a translated text is written: if it changed, and over nobody else's words."""

from dataclasses import dataclass
from enum import Enum, auto

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from photos.locks import WithdrawnLock
from photos.models.records import Photo
from photos.selectors.caption_batches import NO_WORDS, Words, fingerprint, words_of
from photos.services.records import publish_photo, update_photo


class Outcome(Enum):
    UNCHANGED = auto()
    SAVED = auto()
    PUBLISHED = auto()
    KEPT_AS_DRAFT = auto()  # to be published, but other changes of the record wait too


@dataclass
class TextChangedMeanwhile(Exception):
    """Somebody else has written the text since it was shown; `words` are theirs."""

    words: Words


@transaction.atomic
def translate_text(
    photo_id: int, *, language: str, words: Words, seen: str, publish: bool = False, user=None
) -> Outcome:
    """Write the text of one language as the photograph's own screen would, if it has changed.

    `words` has all of `caption_batches.FIELDS`; `seen` is the fingerprint of what the text was
    when it was shown. `publish` makes the change public where the photograph is public already
    and nothing else waits. Raises TextChangedMeanwhile, and ValidationError where the record is
    gone, withdrawn, locked or cannot be saved.
    """
    photo = Photo.objects.select_for_update(of=("self",)).filter(pk=photo_id).first()
    if photo is None:
        raise ValidationError(_("This photograph is no longer in the archive."))
    newest = photo.get_latest_revision_as_object()
    texts = {text.language: words_of(text) for text in newest.texts.all()}
    current = texts.get(language, NO_WORDS)
    if fingerprint(words) == fingerprint(current):
        return Outcome.UNCHANGED
    if fingerprint(current) != seen:
        raise TextChangedMeanwhile(current)
    _refuse_if_locked(photo, user)
    others_wait = photo.has_unpublished_changes
    update_photo(photo, texts={language: words}, user=user)
    if not (publish and photo.live):
        return Outcome.SAVED
    if others_wait:
        return Outcome.KEPT_AS_DRAFT
    publish_photo(photo, user=user)
    return Outcome.PUBLISHED


def _refuse_if_locked(photo: Photo, user) -> None:
    lock = photo.get_lock()
    if isinstance(lock, WithdrawnLock):
        raise ValidationError(lock.get_message(user))
    if lock and user and lock.for_user(user):
        raise ValidationError(
            _("This photograph is locked: somebody is approving it, or has closed it for now.")
        )
