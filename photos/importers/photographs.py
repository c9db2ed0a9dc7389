"""Photographs from a list and a folder of scans: one row is one record, known by its accession."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import ModelLogEntry

from commemoration.core.accounts.selectors import collection_of_section, sections_of
from commemoration.core.enums import Section
from commemoration.core.imports.importer import RowRefused
from commemoration.core.imports.records import RecordImporter
from commemoration.core.ingest.refusals import PictureRefused
from photos import permissions
from photos.enums import TextLanguage
from photos.models.collections import Collection
from photos.models.images import ArchiveImage
from photos.models.records import Photo
from photos.services.pictures import store_picture
from photos.services.records import (
    create_photo,
    publish_photo,
    restore_photo,
    unpublish_photo,
    update_photo,
    withdraw_photo,
)

from . import scans
from .columns import TEXT_FIELDS, photo_columns
from .forms import SHORT_FIELDS, PhotoOptionsForm, PhotoRowForm

PLAIN_FIELDS = (*SHORT_FIELDS, "people", "subjects", "rights", "content_warning")
PICTURE_COLUMNS = {"file": "image", "verso_file": "verso"}
UNDO_REASON = "An import was undone."


class PhotoImporter(RecordImporter):
    key = "photographs"
    label = gettext_lazy("Photographs")
    description = gettext_lazy(
        "A list of photographs with their scans. A photograph that is in the archive already is "
        "recognised by its accession number and changed only where the list says something else; "
        "an empty cell changes nothing."
    )
    accepts_files = True
    options_form_class = PhotoOptionsForm

    def columns(self, options):
        return photo_columns(options.get("language", "en"))

    def may_import(self, user):
        return user.has_perm("photos.add_photo") and bool(sections_of(user))

    def visible_batches(self, user, batches):
        if not self.may_import(user):
            return batches.none()
        sections = [section.value for section in sections_of(user)]
        return batches.filter(Q(options__section__in=sections) | Q(created_by=user))

    def validate_row(self, values, context):
        return PhotoRowForm(values, context=context)

    def natural_key(self, cleaned):
        return cleaned["accession"]

    def find(self, key, context):
        return Photo.objects.filter(accession__iexact=key).select_related("collection").first()

    def get(self, object_id):
        return Photo.objects.filter(pk=object_id).select_related("collection").first()

    def current_values(self, record):
        newest = record.get_latest_revision_as_object()
        values = {name: getattr(newest, name) for name in PLAIN_FIELDS}
        values |= {
            "collection": newest.collection.slug,
            "date_edtf": newest.date,
            "latitude": "" if newest.latitude is None else f"{newest.latitude:.6f}",
            "longitude": "" if newest.longitude is None else f"{newest.longitude:.6f}",
            "file": newest.image.sha256,
            "verso_file": newest.verso.sha256 if newest.verso else "",
            "published": record.live,
            "withdrawn": record.withdrawn_at is not None,
        }
        texts = {text.language: text for text in newest.texts.all()}
        for code in TextLanguage.values:
            for kind, field in TEXT_FIELDS.items():
                values[f"{kind}_{code}"] = getattr(texts.get(code), field, "")
        return values

    def wanted_values(self, cleaned, record, context):
        collection = self._collection(cleaned, context)
        self._require_permission(collection, record, context)
        self._require_open(record)
        self._require_uuid_free(cleaned, record)
        names = [*PLAIN_FIELDS, "date_edtf", "latitude", "longitude"]
        names += [f"{kind}_{code}" for code in TextLanguage.values for kind in TEXT_FIELDS]
        wanted = {name: cleaned[name] for name in names if cleaned.get(name)}
        self._require_titles(wanted, record)
        wanted["collection"] = collection
        for column in PICTURE_COLUMNS:
            if cleaned[column]:
                wanted[column] = scans.checked_sha256(cleaned[column], column)
        if record is None and "file" not in wanted:
            raise RowRefused({"file": [_("No pictures were sent with this list.")]})
        if record is not None and record.withdrawn_at:
            wanted["withdrawn"] = False
        if context.options.get("publish"):
            wanted["published"] = True
        return wanted

    def warnings_for(self, form, record, context):
        notes = {name: list(texts) for name, texts in form.notes.items()}
        chosen, written = context.options.get("collection"), form.cleaned_data["collection"]
        if chosen and written and chosen != written:
            text = _("The list says “%(written)s”; it goes into “%(chosen)s”, as was chosen.")
            notes["collection"] = [text % {"written": written, "chosen": chosen}]
        if context.files is None:
            notes["file"] = [_("No pictures were sent, so the picture stays as it is.")]
        if record and record.live and record.has_unpublished_changes:
            text = _("Somebody has a draft of it: the changes go into that draft, unpublished.")
            notes[""] = [text]
        return notes

    def create(self, key, cleaned, wanted, context):
        values = self._fields(wanted)
        collection = self._made_collection(wanted["collection"], context)
        pictures = {
            field: self._store(cleaned[column], column, collection, context, uuid)
            for column, field, uuid in (
                ("file", "image", cleaned["uuid"]),
                ("verso_file", "verso", None),
            )
            if cleaned[column]
        }
        with _refusals():
            photo = create_photo(
                accession=key,
                collection=collection,
                texts=_texts(wanted),
                user=context.user,
                **pictures,
                **values,
            )
            if wanted.get("published"):
                photo = publish_photo(photo, user=context.user)
        return photo

    def update(self, record, changed, cleaned, context):
        memo = {}
        values = self._fields(changed)
        collection = self._made_collection(
            changed.get("collection", record.collection.slug), context
        )
        newest = record.get_latest_revision_as_object()
        for column, field in PICTURE_COLUMNS.items():
            if column in changed:
                memo[field] = getattr(newest, f"{field}_id")
                values[field] = self._store(cleaned[column], column, collection, context)
        if "collection" in changed:
            values["collection"] = collection
        if changed.get("withdrawn") is False:
            record = restore_photo(record, user=context.user)
        self._change(record, values, _texts(changed), changed.get("published"), context)
        return memo

    def restore(self, record, before, memo, context):
        values = self._fields(before)
        if "collection" in before:
            values["collection"] = Collection.objects.get(slug=before["collection"])
        for column, field in PICTURE_COLUMNS.items():
            if column in before:
                values[field] = ArchiveImage.objects.filter(pk=memo[field]).first()
        self._change(record, values, _texts(before), before.get("published"), context)
        if before.get("withdrawn"):
            withdraw_photo(record, user=context.user, reason=UNDO_REASON)

    def remove(self, record, context):
        if record.first_published_at:
            withdraw_photo(record, user=context.user, reason=UNDO_REASON)
            return _("It has been public, so it was withdrawn; its address says so.")
        pictures = [record.image, record.verso]
        record.delete()
        for picture in filter(None, pictures):
            if not scans.is_used(picture):
                picture.delete()
        return ""

    def _change(self, record, values, texts, published, context):
        """A public record stays public with its changes, unless somebody has a draft of it."""
        keep_draft = record.live and record.has_unpublished_changes
        with _refusals():
            if values or texts:
                record = update_photo(record, texts=texts, user=context.user, **values)
            if published is False:
                unpublish_photo(record, user=context.user)
            elif published or (record.live and context.options.get("publish") and not keep_draft):
                publish_photo(record, user=context.user)

    def _fields(self, values):
        fields = {name: values[name] for name in PLAIN_FIELDS if name in values}
        if "date_edtf" in values:
            fields["date"] = values["date_edtf"]
        for name in ("latitude", "longitude"):
            if name in values:
                fields[name] = values[name] or None
        return fields

    def _store(self, path: Path, column, collection, context, uuid=None):
        try:
            return store_picture(
                file=path,
                original_name=path.name,
                uploaded_by=context.user,
                uuid=uuid,
                collection=collection_of_section(Section(collection.section)),
            )
        except PictureRefused as refusal:
            raise RowRefused({column: [refusal.message]}) from refusal

    def _collection(self, cleaned, context) -> str:
        """The slug of the collection, which must exist or be one the import may make."""
        slug = context.options.get("collection") or cleaned["collection"]
        if not slug:
            raise RowRefused({"collection": [_("Say which collection it belongs to.")]})
        if not Collection.objects.filter(slug=slug).exists() and not (
            context.options.get("make_collection")
        ):
            text = _("There is no collection “%(slug)s”. Make it first, or choose another.")
            raise RowRefused({"collection": [text % {"slug": slug}]})
        return slug

    def _made_collection(self, slug, context):
        section = context.options.get("section") or Section.EMBASSY
        collection, _made = Collection.objects.get_or_create(
            slug=slug, defaults={"section": section}
        )
        return collection

    def _require_permission(self, slug, record, context):
        """The sender's rights count, also when a colleague has confirmed the import."""
        if context.options.get("by_command"):
            return
        user = context.user
        collection = Collection.objects.get(slug=slug)
        if user is None or not permissions.may_add_photo_to(user, collection):
            raise RowRefused({"collection": [_("You may not add photographs to it.")]})
        if record and not permissions.may_edit_photo(user, record):
            text = _("It belongs to the collection of another section; you may not change it.")
            raise RowRefused({"accession": [text]})

    def _require_open(self, record):
        if record is None:
            return
        if record.withdrawn_at and not _withdrawn_by_undo(record):
            text = _("It was withdrawn. Restore it on its own page before you import it again.")
            raise RowRefused({"accession": [text]})
        if record.locked:
            text = _("It is locked in the admin. Have it unlocked before you import it again.")
            raise RowRefused({"accession": [text]})

    def _require_uuid_free(self, cleaned, record):
        uuid = cleaned["uuid"]
        if uuid is None:
            return
        owner = ArchiveImage.objects.filter(uuid=uuid).first()
        if record is None and owner:
            text = _("Another picture already has this identifier.")
            raise RowRefused({"uuid": [text]})
        if record and owner != record.get_latest_revision_as_object().image:
            text = _("Its picture has another identifier, %(uuid)s, which must not change.")
            raise RowRefused({"uuid": [text % {"uuid": record.image.uuid}]})

    def _require_titles(self, wanted, record):
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


def _texts(values: dict) -> dict[str, dict]:
    texts: dict[str, dict] = {}
    for code in TextLanguage.values:
        for kind, field in TEXT_FIELDS.items():
            if f"{kind}_{code}" in values:
                texts.setdefault(code, {})[field] = values[f"{kind}_{code}"] or ""
    return texts


def _withdrawn_by_undo(record: Photo) -> bool:
    """The last withdrawal was the undoing of an import, not somebody's decision."""
    entries = ModelLogEntry.objects.for_instance(record).filter(action="photos.withdraw")
    last = entries.order_by("-timestamp").first()
    return last is not None and last.data.get("reason") == UNDO_REASON


@contextmanager
def _refusals() -> Iterator[None]:
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
