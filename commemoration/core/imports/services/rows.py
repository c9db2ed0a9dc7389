"""What happens to one row: checked, imported, taken back."""

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.translation import gettext as _

from ..columns import row_values
from ..enums import Outcome, RowState
from ..importer import ImportContext, Importer, RowRefused, RowResult
from ..models import ImportRow

WHOLE_ROW = ""
"""The column name under which messages stand that belong to no single column."""


def check_row(importer: Importer, row: ImportRow, context: ImportContext) -> None:
    """Say what importing the row would do; refuse it if it cannot be imported."""
    form = _form(importer, row, context)
    errors = _form_errors(form)
    row.key = importer.key_of(form)[:255]
    row.warnings = _shared_notes(row)
    if len(row.cells) > len(row.batch.headers):
        errors.setdefault(WHOLE_ROW, []).append(
            _("The row has more cells than there are headers. Is a quotation mark missing?")
        )
    if not errors:
        try:
            result = importer.plan_row(form, context)
        except RowRefused as refusal:
            errors = refusal.errors
        else:
            _keep_result(row, result)
            errors = _repeated_key(row)
    if errors:
        forget_plan(row)
    row.errors = errors
    row.state = RowState.REFUSED if errors else RowState.READY
    row.save()


def apply_row(importer: Importer, row: ImportRow, context: ImportContext) -> None:
    """Import the row, judged anew: the site may have changed since it was checked."""
    form = _form(importer, row, context)
    errors = _form_errors(form)
    if errors:
        _refuse(row, errors)
        return
    try:
        result = importer.apply_row(form, context)
    except RowRefused as refusal:
        _refuse(row, refusal.errors)
        return
    _keep_result(row, result)
    row.state = RowState.DONE
    row.save()


def undo_row(importer: Importer, row: ImportRow, context: ImportContext) -> None:
    """Take the row back; a row that changed nothing needs nothing."""
    if row.outcome == Outcome.UNCHANGED:
        row.state = RowState.UNDONE
    else:
        result = importer.undo_row(row, context)
        row.state = RowState.UNDONE if result.undone else RowState.KEPT
        row.note = result.note
    row.save()


def forget_plan(row: ImportRow) -> None:
    """What a row would have done is neither counted nor told once it cannot be imported."""
    row.outcome, row.object_id, row.changes, row.memo = "", "", {}, {}


def _refuse(row: ImportRow, errors: dict) -> None:
    forget_plan(row)
    row.errors = errors
    row.state = RowState.FAILED
    row.save()


def _form(importer: Importer, row: ImportRow, context: ImportContext) -> forms.Form:
    batch = row.batch
    columns = importer.columns(batch.options)
    values = row_values(row.cells, batch.headers, batch.mapping, columns, batch.shared_values)
    return importer.validate_row(values, context)


def _shared_notes(row: ImportRow) -> dict[str, list[str]]:
    """Which empty cells were filled with what was said for the whole list."""
    batch = row.batch
    notes = {}
    for position, name in batch.mapping.items():
        at = int(position)
        cell = row.cells[at] if at < len(row.cells) else ""
        if name in batch.shared_values and not cell:
            text = _("The cell is empty; “%(value)s” was taken, as you chose for the whole list.")
            notes[name] = [text % {"value": batch.shared_values[name]}]
    return notes


def _form_errors(form: forms.Form) -> dict[str, list[str]]:
    return {
        (WHOLE_ROW if name == NON_FIELD_ERRORS else name): [str(text) for text in texts]
        for name, texts in form.errors.items()
    }


def _repeated_key(row: ImportRow) -> dict[str, list[str]]:
    ready = row.batch.rows.filter(state=RowState.READY)
    first = ready.filter(key__iexact=row.key, number__lt=row.number).first()
    if first is None or not row.key:
        return {}
    message = _("“%(key)s” stands in row %(row)d already.")
    return {WHOLE_ROW: [message % {"key": row.key, "row": first.number}]}


def _keep_result(row: ImportRow, result: RowResult) -> None:
    row.key = result.key[:255]
    row.outcome = result.outcome
    row.object_id = result.object_id
    row.changes = result.changes
    row.warnings = _shared_notes(row)
    for name, texts in result.warnings.items():
        row.warnings[name] = [*row.warnings.get(name, []), *texts]
    row.memo = result.memo
