"""What an app gives to have its lists imported: an `Importer`, mostly one of records.py."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django import forms

from .archives import FileFolder
from .columns import Column
from .enums import Outcome


class RowRefused(Exception):
    """A row that passed its form but cannot be imported: column name → messages."""

    def __init__(self, errors: dict[str, list[str]]):
        super().__init__(errors)
        self.errors = errors


@dataclass(frozen=True)
class ImportContext:
    """What every row of one import shares."""

    options: dict[str, Any]
    language: str
    user: Any = None
    files: FileFolder | None = None
    batch_id: int | None = None
    # What an importer remembers from row to row, as long as one worker is at it.
    memory: dict[str, Any] = field(default_factory=dict)


@dataclass
class RowResult:
    """What a row does, or did. `changes` is field → {"before": …, "after": …}, JSON values only."""

    key: str
    outcome: Outcome
    object_id: str = ""
    changes: dict[str, dict] = field(default_factory=dict)
    warnings: dict[str, list[str]] = field(default_factory=dict)
    memo: dict[str, Any] = field(default_factory=dict)


@dataclass
class UndoResult:
    """`kept` names what was left alone because somebody has changed it since."""

    undone: bool
    note: str = ""


class OptionsForm(forms.Form):
    """What is asked beside the file. `options()` must be JSON values."""

    def __init__(self, *args, user=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def options(self) -> dict[str, Any]:
        return dict(self.cleaned_data)


class ReadingForm(OptionsForm):
    """What is asked beside the columns: how the list is to be read. Its options join those that
    were given when the list was sent."""


class Importer:
    """The whole contract. Register an instance with `register_importer`."""

    key = ""
    label = ""
    description = ""
    accepts_files = False
    # False: the site makes the rows itself, on screens of its own; the import screens leave it out.
    takes_lists = True
    options_form_class = OptionsForm
    reading_form_class = ReadingForm

    def columns(self, options: dict[str, Any]) -> Sequence[Column]:
        raise NotImplementedError

    def may_import(self, user) -> bool:
        """May this person import lists of this kind at all?"""
        raise NotImplementedError

    def visible_batches(self, user, batches):
        """Of the imports of this kind (a queryset), those this person may see, confirm and undo."""
        return batches if self.may_import(user) else batches.none()

    def validate_row(self, values: dict[str, str], context: ImportContext) -> forms.Form:
        """A bound form. Its field names are the names of the columns."""
        raise NotImplementedError

    def check_list(
        self, mapping: dict[str, str], shared: dict[str, str], context: ImportContext
    ) -> dict[str, list[str]]:
        """What is wrong with the list as a whole, before any row is looked at: name of a shared
        column or of a field of the reading form → messages."""
        return {}

    def key_of(self, form: forms.Form) -> str:
        """How the report names a row, also a refused one; "" if even that is not known."""
        return ""

    def look_ahead(self, row, context: ImportContext) -> None:
        """A row (an `ImportRow`) that passed its check is one of the next. What takes long and
        touches neither the database nor what others see may be begun beside the rows before it."""

    def let_go(self, context: ImportContext) -> None:
        """The worker leaves the import, done or not; end what `look_ahead` began."""

    def plan_row(self, form: forms.Form, context: ImportContext) -> RowResult:
        """What importing would do, without doing it. May raise `RowRefused`."""
        raise NotImplementedError

    def apply_row(self, form: forms.Form, context: ImportContext) -> RowResult:
        """Do it, inside the caller's transaction. May raise `RowRefused`."""
        raise NotImplementedError

    def undo_row(self, row, context: ImportContext) -> UndoResult:
        """Take back what `row` (an `ImportRow`) did, inside the caller's transaction."""
        raise NotImplementedError
