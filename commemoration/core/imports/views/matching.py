"""Where a person says what the columns of a list mean."""

from django.shortcuts import redirect
from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .. import services
from ..columns import missing_columns, unknown_headers
from ..forms import MappingForm, SharedValuesForm
from ..importer import ImportContext
from ..models import ImportBatch
from .screens import BatchMixin, ImportScreen

ROWS_LOOKED_AT = 200
LONGEST_EXAMPLE = 80


class MappingView(BatchMixin, ImportScreen):
    template_name = "imports/columns.html"

    def get_page_subtitle(self):
        return _("Columns of %(name)s") % {"name": self.batch.original_name}

    def forms(self, data=None):
        columns = list(self.importer.columns(self.batch.options))
        mapping = MappingForm(
            data,
            headers=self.batch.headers,
            columns=columns,
            mapping=self.batch.mapping,
            examples=first_cells(self.batch),
        )
        shared = SharedValuesForm(data, columns=columns, shared=self.batch.shared_values)
        reading = self.importer.reading_form_class(
            data, prefix="reading", initial=self.batch.options, user=self.request.user
        )
        return mapping, shared, reading

    def get(self, request, *args, **kwargs):
        return self.answer(*self.forms())

    def post(self, request, *args, **kwargs):
        mapping, shared, reading = forms = self.forms(request.POST)
        if not (all(form.is_valid() for form in forms) and self._are_right(*forms)):
            return self.answer(*forms, status=422)
        try:
            services.set_mapping(
                self.batch,
                mapping=mapping.mapping(),
                shared_values=shared.values(),
                reading=reading.options(),
            )
            services.dry_run(self.batch)
        except services.ImportRefused as refusal:
            mapping.add_error(None, refusal.message)
            return self.answer(*forms, status=422)
        return redirect("imports:batch", pk=self.batch.pk)

    def _are_right(self, mapping, shared, reading) -> bool:
        """Ask the importer, so that what is wrong for all rows is told once and not in each."""
        context = ImportContext(
            options={**self.batch.options, **reading.options()}, language=get_language()
        )
        errors = self.importer.check_list(mapping.mapping(), shared.values(), context)
        for name, texts in errors.items():
            (shared if name in shared.fields else reading).add_error(name, texts)
        return not errors

    def answer(self, mapping, shared, reading, status=200):
        columns = self.importer.columns(self.batch.options)
        context = self.get_context_data(
            form=mapping,
            shared=shared,
            reading=reading,
            batch=self.batch,
            unknown=unknown_headers(self.batch.headers, self.batch.mapping),
            faulty=[form for form in (mapping, shared, reading) if has_faulty_field(form)],
            missing=missing_columns(columns, self.batch.mapping, self.batch.shared_values),
        )
        return self.render_to_response(context, status=status)


def has_faulty_field(form) -> bool:
    """Whether a form that was sent has a fault beside one of its fields."""
    return form.is_bound and any(field.errors for field in form)


def first_cells(batch: ImportBatch) -> dict[int, str]:
    """What stands in each column first, by position, so that a header can be understood."""
    found: dict[int, str] = {}
    for cells in batch.rows.values_list("cells", flat=True)[:ROWS_LOOKED_AT]:
        for position, cell in enumerate(cells):
            if cell and position not in found:
                text = _("For example: %(text)s")
                found[position] = text % {"text": Truncator(cell).chars(LONGEST_EXAMPLE)}
    return found
