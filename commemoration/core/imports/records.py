"""Imports of records: one row is one record, compared field by field with what is there."""

from typing import Any

from django.utils.translation import gettext as _

from .enums import Outcome
from .importer import ImportContext, Importer, RowResult, UndoResult

EMPTY_VALUES = ("", None, [], False)


class RecordImporter(Importer):
    """One row is one record, recognised by its natural key and compared field by field.

    A value is anything JSON can hold. An empty cell changes nothing, so a list without
    translations does not erase those that staff have written since.
    """

    def natural_key(self, cleaned: dict) -> str:
        raise NotImplementedError

    def find(self, key: str, context: ImportContext):
        """The record of that key, or None."""
        raise NotImplementedError

    def get(self, object_id: str):
        """The record an earlier import made or changed, or None if it is gone."""
        raise NotImplementedError

    def current_values(self, record) -> dict[str, Any]:
        """Everything about a record that an import can set."""
        raise NotImplementedError

    def asks_nothing(self, form) -> bool:
        """Is this a row that is only to be read, such as one of a withdrawn record?"""
        return False

    def wanted_values(self, cleaned: dict, record, context: ImportContext) -> dict[str, Any]:
        """What the row asks for, shaped like `current_values`; silent on the rest."""
        raise NotImplementedError

    def create(self, key: str, cleaned: dict, wanted: dict, context: ImportContext):
        raise NotImplementedError

    def update(self, record, changed: dict, cleaned: dict, context: ImportContext) -> dict:
        """Set the changed fields. Returns what undo will need beside the changes (the memo)."""
        raise NotImplementedError

    def restore(self, record, before: dict, memo: dict, context: ImportContext) -> None:
        """Set the given fields back."""
        raise NotImplementedError

    def remove(self, record, context: ImportContext) -> str:
        """Remove a record that an import made; returns a note if it was not simply deleted."""
        raise NotImplementedError

    def warnings_for(self, form, record, context: ImportContext) -> dict[str, list[str]]:
        return {}

    def warnings_after(self, record, result, context: ImportContext) -> dict[str, list[str]]:
        """What can be said only now that the row has been imported."""
        return {}

    def key_of(self, form):
        try:
            return self.natural_key(form.cleaned_data)
        except KeyError:
            return ""

    def plan_row(self, form, context):
        result, _record, _wanted = self._compare(form, context)
        return result

    def apply_row(self, form, context):
        result, record, wanted = self._compare(form, context)
        if result.outcome == Outcome.CREATED:
            record = self.create(result.key, form.cleaned_data, wanted, context)
            result.changes = {
                name: {"before": None, "after": value}
                for name, value in self.current_values(record).items()
                if value not in EMPTY_VALUES
            }
        elif result.changes:
            changed = {name: change["after"] for name, change in result.changes.items()}
            result.memo = self.update(record, changed, form.cleaned_data, context)
        result.object_id = str(record.pk) if record else ""
        if result.outcome != Outcome.UNCHANGED:
            for name, texts in self.warnings_after(record, result, context).items():
                if texts:
                    result.warnings[name] = [*result.warnings.get(name, []), *texts]
        return result

    def _compare(self, form, context):
        key = self.natural_key(form.cleaned_data)
        record = self.find(key, context)
        if self.asks_nothing(form):
            warnings = self.warnings_for(form, record, context)
            return RowResult(key=key, outcome=Outcome.UNCHANGED, warnings=warnings), record, {}
        wanted = self.wanted_values(form.cleaned_data, record, context)
        current = self.current_values(record) if record else {}
        changes = {
            name: {"before": current.get(name), "after": value}
            for name, value in wanted.items()
            if current.get(name) != value
        }
        outcome = Outcome.CREATED
        if record:
            outcome = Outcome.UPDATED if changes else Outcome.UNCHANGED
        result = RowResult(
            key=key,
            outcome=outcome,
            object_id=str(record.pk) if record else "",
            changes=changes,
            warnings=self.warnings_for(form, record, context),
        )
        return result, record, wanted

    def undo_row(self, row, context):
        record = self.get(row.object_id)
        if record is None:
            return UndoResult(undone=True, note=_("It was already gone."))
        current = self.current_values(record)
        if row.outcome == Outcome.CREATED:
            return self._undo_creation(record, current, row, context)
        return self._undo_update(record, current, row, context)

    def _undo_creation(self, record, current, row, context):
        filled = {name: value for name, value in current.items() if value not in EMPTY_VALUES}
        imported = {name: change["after"] for name, change in row.changes.items()}
        names = sorted(
            name for name in filled.keys() | imported if filled.get(name) != imported.get(name)
        )
        if names:
            note = _("Somebody has changed it since (%(names)s), so it was kept.")
            return UndoResult(undone=False, note=note % {"names": ", ".join(names)})
        return UndoResult(undone=True, note=self.remove(record, context))

    def _undo_update(self, record, current, row, context):
        kept = sorted(
            name for name, change in row.changes.items() if current.get(name) != change["after"]
        )
        before = {
            name: change["before"] for name, change in row.changes.items() if name not in kept
        }
        if before:
            self.restore(record, before, row.memo, context)
        if not kept:
            return UndoResult(undone=True)
        note = _("Somebody has changed it since, so this was left as it is: %(names)s.")
        return UndoResult(undone=False, note=note % {"names": ", ".join(kept)})
