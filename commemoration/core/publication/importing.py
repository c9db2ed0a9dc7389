"""What imports of published records share: who may import, what is repeated, what undoing does."""

from collections.abc import Iterator
from contextlib import contextmanager

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import ModelLogEntry

from commemoration.core.imports.importer import OptionsForm, RowRefused
from commemoration.core.imports.records import RecordImporter

UNDO_REASON = "An import was undone."
NOTHING = ("", None, [])


class PublishOptionsForm(OptionsForm):
    publish = forms.BooleanField(
        label=gettext_lazy("Publish now"),
        required=False,
        help_text=gettext_lazy(
            "Without this the records are kept in preparation for somebody to look at."
        ),
    )


class PublishedRecordImporter(RecordImporter):
    """`form_class`, `key_column` and `permission` are those of the list."""

    options_form_class = PublishOptionsForm
    form_class = None
    key_column = ""
    permission = ""

    def may_import(self, user):
        return user.has_perm(self.permission)

    def validate_row(self, values, context):
        return self.form_class(values, language=context.options.get("language", context.language))

    def natural_key(self, cleaned):
        return cleaned[self.key_column]

    def asks_nothing(self, form):
        return form.is_withdrawn

    def plan_row(self, form, context):
        """Names the column in which a short name stands for the second time."""
        key = self.natural_key(form.cleaned_data).casefold()
        seen = context.memory.setdefault("seen", set())
        if key in seen:
            text = _("“%(key)s” stands in the list already.")
            raise RowRefused({self.key_column: [text % {"key": key}]})
        result = super().plan_row(form, context)
        seen.add(key)
        return result

    def wanted_values(self, cleaned, record, context):
        self.require_open(record)
        wanted = {name: cleaned[name] for name in self.plain_columns(cleaned)}
        if context.options.get("publish"):
            wanted["published"] = True
        return wanted

    def plain_columns(self, cleaned) -> list[str]:
        return [
            name
            for name, value in cleaned.items()
            if name != self.key_column and value not in NOTHING
        ]

    def require_open(self, record) -> None:
        """What somebody has withdrawn does not come back by a list."""
        if record is None or not record.withdrawn_at or _withdrawn_by_undo(record):
            return
        text = _("It was withdrawn. Publish it on its own page before you import it again.")
        raise RowRefused({self.key_column: [text]})


def _withdrawn_by_undo(record) -> bool:
    entries = ModelLogEntry.objects.for_instance(record).filter(action="records.withdraw")
    last = entries.order_by("-timestamp").first()
    return last is not None and last.data.get("reason") == UNDO_REASON


@contextmanager
def told_at_columns(columns: dict[str, str]) -> Iterator[None]:
    """What the services refuse is told at the columns of the list: field → column."""
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
