"""Why a row of photographs is refused though each of its cells is right."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext as _
from wagtail.models import ModelLogEntry

from commemoration.core.imports.enums import RowState
from commemoration.core.imports.importer import ImportContext, RowRefused
from commemoration.core.imports.models import ImportRow
from photos import permissions
from photos.enums import TextLanguage
from photos.models.collections import Collection
from photos.models.images import ArchiveImage
from photos.models.records import Photo

from .columns import TEXT_FIELDS

UNDO_REASON = "An import was undone."


def require_permission(slug: str, record: Photo | None, context: ImportContext) -> None:
    """The sender's rights count, also when a colleague has confirmed the import."""
    if context.options.get("by_command"):
        return
    user = context.user
    collection = Collection.objects.get(slug=slug)
    if user is None or not permissions.may_add_photo_to(user, collection):
        raise RowRefused({"collection": [_("You may not add photographs to it.")]})
    if context.options.get("publish") and not user.has_perm("photos.publish_photo"):
        raise RowRefused({"": [_("You may not publish photographs. Import them as drafts.")]})
    if record and not permissions.may_edit_photo(user, record):
        text = _("It belongs to the collection of another section; you may not change it.")
        raise RowRefused({"accession": [text]})


def require_open(record: Photo | None) -> None:
    """What somebody has withdrawn or locked is not changed from outside."""
    if record is None:
        return
    if record.withdrawn_at and not _withdrawn_by_undo(record):
        text = _("It was withdrawn. Restore it on its own page before you import it again.")
        raise RowRefused({"accession": [text]})
    if record.locked:
        text = _("It is locked in the admin. Have it unlocked before you import it again.")
        raise RowRefused({"accession": [text]})


def require_uuid_free(cleaned: dict, record: Photo | None) -> None:
    """A public identifier belongs to one picture for ever."""
    newest = record and record.get_latest_revision_as_object()
    for column, field in (("uuid", "image"), ("verso_uuid", "verso")):
        if cleaned[column]:
            _require_free(cleaned[column], column, newest and getattr(newest, field))


def _require_free(uuid: UUID, column: str, image: ArchiveImage | None) -> None:
    """`image` is what the record shows there now."""
    owner = ArchiveImage.objects.filter(uuid=uuid).first()
    if image is None and owner:
        text = _("Another picture already has this identifier.")
        raise RowRefused({column: [text]})
    if image and owner != image:
        text = _("Its picture has another identifier, %(uuid)s, which must not change.")
        raise RowRefused({column: [text % {"uuid": image.uuid}]})


def require_new_file(sha256: str, record: Photo | None) -> None:
    """One scan belongs to one record: the same file under another number is a slip."""
    own = record.pk if record else None
    twin = Photo.objects.filter(image__sha256=sha256).exclude(pk=own).first()
    if twin:
        text = _("This very file is in the archive already: %(accession)s, %(address)s")
        raise RowRefused({"file": [text % {"accession": twin, "address": twin.edit_address}]})


def require_once_in_list(sha256: str, key: str, context: ImportContext) -> None:
    """Nor does it belong to two rows of one list."""
    if "scans" not in context.memory:
        rows = ImportRow.objects.filter(
            batch=context.batch_id, state__in=(RowState.READY, RowState.DONE)
        ).order_by("number")
        found = rows.filter(changes__has_key="file")
        context.memory["scans"] = {
            after: other for other, after in found.values_list("key", "changes__file__after")
        }
    other = context.memory["scans"].setdefault(sha256, key)
    if other.casefold() != key.casefold():
        text = _("The list gives this very file to “%(other)s” already.")
        raise RowRefused({"file": [text % {"other": other}]})


def require_titles(wanted: dict, record: Photo | None) -> None:
    """A language with any text needs a title, from the list or from the archive."""
    known = set()
    if record is not None:
        newest = record.get_latest_revision_as_object()
        known = {text.language for text in newest.texts.all()}
    errors = {}
    for code in TextLanguage.values:
        has_text = any(wanted.get(f"{kind}_{code}") for kind in TEXT_FIELDS)
        if has_text and not wanted.get(f"title_{code}") and code not in known:
            errors[f"title_{code}"] = [_("Give a title too, since there is text.")]
    if errors:
        raise RowRefused(errors)


def _withdrawn_by_undo(record: Photo) -> bool:
    """The last withdrawal was the undoing of an import, not somebody's decision."""
    entries = ModelLogEntry.objects.for_instance(record).filter(action="photos.withdraw")
    last = entries.order_by("-timestamp").first()
    return last is not None and last.data.get("reason") == UNDO_REASON


@contextmanager
def told_at_columns() -> Iterator[None]:
    """What the archive's services refuse is told at the columns of the list."""
    columns = {"date": "date_edtf", "image": "file", "verso": "verso_file"}
    try:
        yield
    except ValidationError as error:
        if not hasattr(error, "error_dict"):
            raise RowRefused({"": error.messages}) from error
        raise RowRefused(
            {
                columns.get(name, "" if name == NON_FIELD_ERRORS else name): messages
                for name, messages in error.message_dict.items()
            }
        ) from error
