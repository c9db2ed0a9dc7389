"""Changes of photographs: where a record is made, published, withdrawn, restored and deleted.

Wagtail's own screens publish and unpublish through `Photo.publish` and `Photo.unpublish`; what
that does to the picture files is decided in `photos.services.publication`, whichever way was taken.
"""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from commemoration.core.languages.written import set_texts
from photos.models.collections import Collection
from photos.models.images import ArchiveImage
from photos.models.records import Photo
from photos.selectors.usage import is_picture_used

TextValues = Mapping[str, Any]
MADE_ON_SAVE = {"slug", "sort_key"}


@transaction.atomic
def create_photo(
    *,
    accession: str,
    image: ArchiveImage,
    collection: Collection,
    texts: Mapping[str, TextValues],
    user=None,
    **fields,
) -> Photo:
    """A new record as a draft, with its first revision.

    `texts` gives for each language code the fields of its `PhotoText`: title, caption, alt_text,
    transcript, translator, is_machine_translated. `fields` are fields of `Photo`.
    Raises ValidationError with messages by field.
    """
    photo = Photo(accession=accession, image=image, collection=collection, live=False, **fields)
    set_texts(photo, texts)
    if not photo.original_language and len(texts) == 1:
        photo.original_language = next(iter(texts))
    _require_valid(photo)
    photo.save()
    photo.save_revision(user=user, log_action=False, clean=False)
    log(instance=photo, action="wagtail.create", user=user)
    return photo


@transaction.atomic
def update_photo(
    photo: Photo, *, texts: Mapping[str, TextValues] | None = None, user=None, **fields
) -> Photo:
    """Change the newest version of a record and keep it as a draft; returns that version.

    What visitors see changes only with `publish_photo`. Languages and fields that are not named
    stay as they are. Raises ValidationError with messages by field.
    """
    row = Photo.objects.select_for_update().get(pk=photo.pk)
    newest = row.get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(newest, name, value)
    set_texts(newest, texts or {})
    _require_valid(newest)
    newest.save_revision(user=user, log_action=True, clean=False)
    if not newest.live:
        newest.has_unpublished_changes = True
        newest.save()
    return newest


def publish_photo(photo: Photo, *, user=None) -> Photo:
    """Make the newest version public; returns the record as it stands in the database.

    Raises ValidationError saying what is missing (picture, rights, a title) or that the record
    is withdrawn.
    """
    photo = Photo.objects.get(pk=photo.pk)
    revision = photo.get_latest_revision() or photo.save_revision(user=user)
    revision.publish(user=user, skip_permission_checks=True)
    return Photo.objects.get(pk=photo.pk)


def unpublish_photo(photo: Photo, *, user=None) -> Photo:
    """Take a record back into preparation; its address then says that it is gone."""
    photo = Photo.objects.get(pk=photo.pk)
    photo.unpublish(user=user)
    return photo


@transaction.atomic
def withdraw_photo(photo: Photo, *, user=None, reason: str = "") -> Photo:
    """Withdraw a record for good: no picture file, no listing, and its addresses answer 410."""
    photo = Photo.objects.select_for_update().get(pk=photo.pk)
    if photo.withdrawn_at:
        return photo
    photo.unpublish(user=user, log_action=False)
    photo.revisions.update(approved_go_live_at=None)
    if photo.current_workflow_state:
        photo.current_workflow_state.cancel(user=user)
    photo.withdrawn_at = timezone.now()
    photo.save(update_fields=["withdrawn_at"])
    log(instance=photo, action="photos.withdraw", user=user, data={"reason": reason})
    return photo


@transaction.atomic
def delete_photo(photo: Photo) -> None:
    """Delete a record that was never public, with its pictures if nothing else shows them."""
    pictures = [picture for picture in (photo.image, photo.verso) if picture]
    photo.delete()
    for picture in pictures:
        if not is_picture_used(picture):
            picture.delete()


@transaction.atomic
def restore_photo(photo: Photo, *, user=None) -> Photo:
    """Undo a withdrawal: the record is a draft again, for somebody to check and publish."""
    photo = Photo.objects.select_for_update().get(pk=photo.pk)
    if not photo.withdrawn_at:
        return photo
    photo.withdrawn_at = None
    photo.save(update_fields=["withdrawn_at"])
    log(instance=photo, action="photos.restore", user=user)
    return photo


def _require_valid(photo: Photo) -> None:
    exclude = MADE_ON_SAVE | (set() if photo.rights else {"rights"})
    photo.full_clean(exclude=exclude)
    texts = photo.texts.all()
    if not texts:
        raise ValidationError({"texts": _("Give a title in at least one language.")})
    for text in texts:
        text.full_clean(exclude={"photo"})
