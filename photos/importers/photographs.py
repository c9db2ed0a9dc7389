"""Photographs from a list and a folder of scans: one row is one record, known by its accession."""

from pathlib import Path

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.signal_handlers import disable_reference_index_auto_update
from wagtail.tasks import update_reference_index_task

from commemoration.core.accounts.selectors import collection_of_section, sections_of
from commemoration.core.enums import Section
from commemoration.core.imports.importer import RowRefused
from commemoration.core.imports.records import RecordImporter
from commemoration.core.ingest.refusals import PictureRefused
from photos.accession import normalise_accession
from photos.enums import TextLanguage
from photos.models.collections import Collection
from photos.models.images import ArchiveImage
from photos.models.records import Photo
from photos.selectors.look_alikes import look_alikes
from photos.services.collections import find_or_make_collection, remove_if_unused
from photos.services.pictures import store_picture
from photos.services.records import (
    create_photo,
    delete_photo,
    publish_photo,
    restore_photo,
    unpublish_photo,
    update_photo,
    withdraw_photo,
)

from . import scans
from .ahead import PICTURE_COLUMNS, begin_pictures, end_pictures, take_picture
from .columns import TEXT_FIELDS, photo_columns
from .embedded_words import with_embedded_words
from .forms import PhotoRowForm
from .options import PhotoOptionsForm, PhotoReadingForm
from .refusals import (
    UNDO_REASON,
    require_new_file,
    require_once_in_list,
    require_open,
    require_permission,
    require_titles,
    require_uuid_free,
    told_at_columns,
)
from .sides import Sides, refuse_many_sides, sides_of, with_sides
from .values import PLAIN_FIELDS, current_values, fields_of, texts_of

MOST_LOOK_ALIKES = 3
IDENTIFIERS = {"image": "uuid", "verso": "verso_uuid"}


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
    reading_form_class = PhotoReadingForm

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
        sides, side, notes = Sides(), "", []
        if context.options.get("parts_are_sides"):
            sides = sides_of(context, self.columns(context.options))
            side = sides.side(values)
            values, notes = with_sides(values, sides)
        if not side:
            path = scans.find_scan(context.files, values.get("file", ""))
            record = self.find(normalise_accession(values.get("accession", "")), context)
            values, words = with_embedded_words(values, path, record, context)
            notes = [*notes, *words]
        form = PhotoRowForm(values, context=context, side=side)
        refuse_many_sides(form, sides)
        for column, text in notes:
            form.note(column, text)
        return form

    def check_list(self, mapping, shared, context):
        wrong = PhotoRowForm(shared, context=context).errors
        errors = {name: list(wrong[name]) for name in shared if name in wrong}
        if not context.options.get("collection") and "collection" not in mapping.values():
            errors["collection"] = [_("Say which collection the photographs belong to.")]
        return errors

    def look_ahead(self, row, context):
        begin_pictures(row, self.columns(context.options), context)

    def let_go(self, context):
        end_pictures(context)

    def natural_key(self, cleaned):
        return cleaned["accession"]

    def find(self, key, context):
        return Photo.objects.filter(accession__iexact=key).select_related("collection").first()

    def get(self, object_id):
        return Photo.objects.filter(pk=object_id).select_related("collection").first()

    def current_values(self, record):
        return current_values(record)

    def asks_nothing(self, form):
        return form.asks_nothing

    def wanted_values(self, cleaned, record, context):
        collection = self._collection(cleaned, context)
        require_permission(collection, record, context)
        require_open(record)
        require_uuid_free(cleaned, record)
        names = [*PLAIN_FIELDS, "date_edtf", "latitude", "longitude"]
        names += [f"{kind}_{code}" for code in TextLanguage.values for kind in TEXT_FIELDS]
        wanted = {name: cleaned[name] for name in names if cleaned[name] not in ("", None, [])}
        require_titles(wanted, record)
        wanted["collection"] = collection
        for column in PICTURE_COLUMNS:
            if cleaned[column]:
                wanted[column] = scans.checked_sha256(cleaned[column], column)
        if "file" in wanted:
            require_new_file(wanted["file"], record)
            require_once_in_list(wanted["file"], cleaned["accession"], context)
        if record is None and "file" not in wanted:
            text = _("No pictures were sent with this list, so “%(name)s” is missing.")
            raise RowRefused({"file": [text % {"name": cleaned["file_name"][:100]}]})
        if record is not None and record.withdrawn_at:
            wanted["withdrawn"] = False
        if context.options.get("publish"):
            wanted["published"] = True
        return wanted

    def warnings_for(self, form, record, context):
        if form.is_withdrawn:
            return self._warnings_for_withdrawn(record)
        notes = {name: list(texts) for name, texts in form.notes.items()}
        if form.side:
            return notes
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

    def warnings_after(self, record, result, context):
        """Whether the picture that came in looks like another, which may be meant."""
        if "file" not in result.changes:
            return {}
        text = _("It looks like the picture of %(accession)s: %(address)s")
        newest = record.get_latest_revision_as_object()
        return {
            "file": [
                text % {"accession": each, "address": each.edit_address}
                for each in look_alikes(newest, limit=MOST_LOOK_ALIKES)
            ]
        }

    def _warnings_for_withdrawn(self, record):
        if record is None or not record.live:
            return {}
        text = _("It was withdrawn where the list comes from. Decide whether it stays public here.")
        return {"status": [text]}

    def create(self, key, cleaned, wanted, context):
        values = fields_of(wanted)
        # A "no" beside a language without words asks for nothing.
        asked = {name: value for name, value in wanted.items() if value is not False}
        collection = self._made_collection(wanted["collection"], context)
        pictures = {
            field: self._store(
                column, wanted[column], cleaned, collection, context, cleaned[IDENTIFIERS[field]]
            )
            for column, field in PICTURE_COLUMNS.items()
            if cleaned[column]
        }
        with told_at_columns(), disable_reference_index_auto_update():
            photo = create_photo(
                accession=key,
                collection=collection,
                texts=texts_of(asked),
                user=context.user,
                **pictures,
                **values,
            )
            if wanted.get("published"):
                photo = publish_photo(photo, user=context.user)
        # Once for all that was saved above; a task for each would only read the same row again.
        update_reference_index_task.enqueue("photos", "photo", str(photo.pk))
        return photo

    def update(self, record, changed, cleaned, context):
        memo = {}
        values = fields_of(changed)
        collection = self._made_collection(
            changed.get("collection", record.collection.slug), context
        )
        newest = record.get_latest_revision_as_object()
        for column, field in PICTURE_COLUMNS.items():
            if column in changed:
                memo[field] = getattr(newest, f"{field}_id")
                uuid = None if memo[field] else cleaned[IDENTIFIERS[field]]
                values[field] = self._store(
                    column, changed[column], cleaned, collection, context, uuid
                )
        if "collection" in changed:
            values["collection"] = collection
        if changed.get("withdrawn") is False:
            record = restore_photo(record, user=context.user)
        self._change(record, values, texts_of(changed), changed.get("published"), context)
        return memo

    def restore(self, record, before, memo, context):
        values = fields_of(before)
        if "collection" in before:
            values["collection"] = Collection.objects.get(slug=before["collection"])
        for column, field in PICTURE_COLUMNS.items():
            if column in before:
                values[field] = ArchiveImage.objects.filter(pk=memo[field]).first()
        self._change(record, values, texts_of(before), before.get("published"), context)
        if before.get("withdrawn"):
            withdraw_photo(record, user=context.user, reason=UNDO_REASON)

    def remove(self, record, context):
        if record.first_published_at:
            withdraw_photo(record, user=context.user, reason=UNDO_REASON)
            return _("It has been public, so it was withdrawn; its address says so.")
        collection = record.collection
        delete_photo(record)
        if context.options.get("make_collection"):
            remove_if_unused(collection)
        return ""

    def _change(self, record, values, texts, published, context):
        """A public record stays public with its changes, unless somebody has a draft of it.

        That is asked anew and under a lock: while its scan was read, somebody may have written one.
        """
        record = Photo.objects.select_for_update(of=("self",)).get(pk=record.pk)
        keep_draft = record.live and record.has_unpublished_changes
        with told_at_columns():
            if values or texts:
                record = update_photo(record, texts=texts, user=context.user, **values)
            if published is False:
                unpublish_photo(record, user=context.user)
            elif published or (record.live and context.options.get("publish") and not keep_draft):
                publish_photo(record, user=context.user)

    def _store(self, column, sha256, cleaned, collection, context, uuid):
        path: Path = cleaned[column]
        try:
            return store_picture(
                file=path,
                pending=take_picture(path, sha256, context),
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
        return find_or_make_collection(slug, section=section)
