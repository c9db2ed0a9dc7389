"""What a bulk edit does to one photograph, and how it is taken back."""

from itertools import chain
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import log

from commemoration.core.accounts.models import User
from commemoration.core.imports.columns import Column
from commemoration.core.imports.importer import ImportContext, RowRefused, UndoResult
from commemoration.core.imports.records import RecordImporter
from photos.importers.refusals import told_at_columns
from photos.models.collections import Collection
from photos.models.records import Photo
from photos.permissions import may_add_photo_to
from photos.services.records import publish_photo, update_photo

from . import changes
from .effects import Effect, effect_on, remakes_files, require_changeable
from .permissions import visible_bulk_edits

KEY = "photograph-bulk-edit"
COLUMN = "accession"


class RecordForm(forms.Form):
    accession = forms.CharField()


class BulkEditor(RecordImporter):
    """`options["changes"]` is what `photos.bulk_edits.changes` describes."""

    key = KEY
    label = gettext_lazy("Bulk edit of photographs")
    takes_lists = False

    def columns(self, options):
        return [Column(COLUMN, gettext_lazy("Accession number"), required=True)]

    def may_import(self, user):
        return user.has_perm("photos.change_photo")

    def visible_batches(self, user, batches):
        return visible_bulk_edits(user, batches)

    def validate_row(self, values, context):
        form = RecordForm(values)
        form.full_clean()
        return form

    def natural_key(self, cleaned):
        return cleaned[COLUMN]

    def find(self, key, context):
        """The record, closed to others until the transaction of its row ends."""
        return self._locked(accession=key)

    def get(self, object_id):
        return self._locked(pk=object_id)

    def current_values(self, record):
        return changes.current_values(record)

    def wanted_values(self, cleaned, record, context):
        require_changeable(record, context.user)
        asked = context.options["changes"]
        self._require_collection(asked, context.user)
        return changes.wanted_values(asked, changes.current_values(record))

    def plan_row(self, form, context):
        result, record, _wanted = self._compare(form, context)
        result.memo = self._memo(record, result.changes, context.user)
        return result

    def update(self, record, changed, cleaned, context):
        before = changes.current_values(record)
        made = {name: {"before": before[name], "after": changed[name]} for name in changed}
        memo = self._memo(record, made, context.user)
        self._change(record, changed, context.user)
        data = {"batch": context.batch_id, "changes": made}
        log(instance=record, action="photos.bulk_edit", user=context.user, data=data)
        return memo

    def undo_row(self, row, context):
        record, user = self.get(row.object_id), self._undoer(context)
        effect = None
        if record is not None:
            try:
                require_changeable(record, user)
            except RowRefused as refusal:
                return UndoResult(undone=False, note=" ".join(chain(*refusal.errors.values())))
            effect = effect_on(record, user)
        result = super().undo_row(row, context)
        if result.undone and effect == Effect.WAITING:
            result.note = _(
                "It is public and somebody has a draft of it: the former values are in the draft, "
                "which has to be published."
            )
        return result

    def restore(self, record, before, memo, context):
        user = self._undoer(context)
        self._change(record, before, user)
        data = {"batch": context.batch_id}
        log(instance=record, action="photos.bulk_edit_undone", user=user, data=data)

    def _change(self, record: Photo, values: dict[str, Any], user) -> None:
        """As one would on the record's own page: a new version, published if the record is."""
        effect = effect_on(record, user)
        with told_at_columns():
            update_photo(record, user=user, **changes.fields_of(values))
            if effect == Effect.PUBLIC:
                publish_photo(record, user=user)

    def _memo(self, record: Photo, made: dict[str, dict], user) -> dict[str, Any]:
        effect = effect_on(record, user)
        return {"effect": effect, "remakes": remakes_files(effect, made)}

    def _require_collection(self, asked: dict[str, Any], user) -> None:
        key = asked.get("set", {}).get("collection")
        if key is None:
            return
        collection = Collection.objects.filter(pk=key).first()
        if collection is None or not may_add_photo_to(user, collection):
            raise RowRefused({"": [_("You may not add photographs to the chosen collection.")]})

    def _undoer(self, context: ImportContext):
        """Whoever asked for the undoing, who need not be the one who made the change."""
        key = context.options.get("undone_by")
        return User.objects.filter(pk=key).first() if key else context.user

    def _locked(self, **which) -> Photo | None:
        photos = Photo.objects.select_for_update(of=("self",)).select_related("collection")
        return photos.filter(**which).first()
