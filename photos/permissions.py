"""Who may do what with photographs and collections: editors of the section that owns them."""

from typing import Any

from commemoration.core.accounts.selectors import sections_of
from commemoration.core.enums import Section
from photos.models.collections import Collection
from photos.models.error_reports import ErrorReport
from photos.models.records import Photo


def may_look_after(user: Any, section: str) -> bool:
    """Does this person work for the section?"""
    return Section(section) in sections_of(user)


def may_edit_photo(user: Any, photo: Photo) -> bool:
    return user.has_perm("photos.change_photo") and _owns(user, photo)


def may_publish_photo(user: Any, photo: Photo) -> bool:
    """Also who may withdraw and restore it."""
    return user.has_perm("photos.publish_photo") and _owns(user, photo)


def may_delete_photo(user: Any, photo: Photo) -> bool:
    """Only what was never public: the rest is withdrawn, so that its addresses say so."""
    never_public = not photo.first_published_at
    return never_public and user.has_perm("photos.delete_photo") and _owns(user, photo)


def may_add_photo_to(user: Any, collection: Collection) -> bool:
    return user.has_perm("photos.add_photo") and may_look_after(user, collection.section)


def may_handle_reports(user: Any) -> bool:
    """See the queue of reported errors: those on the photographs of one's own sections."""
    return user.has_perm("photos.change_photo") and bool(sections_of(user))


def may_translate_texts(user: Any) -> bool:
    """Open the screen on which texts are translated: for photographs of one's own sections."""
    return user.has_perm("photos.change_photo") and bool(sections_of(user))


def may_handle_report(user: Any, report: ErrorReport) -> bool:
    return may_edit_photo(user, report.photo)


def _owns(user: Any, photo: Photo) -> bool:
    return may_look_after(user, photo.collection.section)
