"""The import screens: find the import, ask permission, call one service, answer."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import JsonResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from django.views.generic import TemplateView, View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from . import permissions, services
from .columns import missing_columns, unknown_headers
from .enums import BatchState, RowState
from .forms import FilesForm, MappingForm, SharedValuesForm, UploadForm
from .importer import ImportContext
from .models import ImportBatch
from .registry import importer_for
from .reports import (
    in_language,
    left_out_cells,
    report_lines,
    row_messages,
    whole_list_messages,
)

ROWS_PER_PAGE = 50
ROWS_LOOKED_AT = 200
LONGEST_EXAMPLE = 80
ONLY = {
    "": lambda rows: rows.all(),
    "problems": lambda rows: rows.with_problems(),
    "refused": lambda rows: rows.refused(),
}
BATCHES_PER_PAGE = 30


class ImportScreen(WagtailAdminTemplateMixin, TemplateView):
    """A screen of the imports; its breadcrumbs lead back to the list."""

    header_icon = "upload"
    page_title = gettext_lazy("Imports")

    def dispatch(self, request, *args, **kwargs):
        if not permissions.may_import_anything(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        trail = [*self.breadcrumbs_items, {"url": reverse("imports:index"), "label": _("Imports")}]
        if self.get_page_subtitle():
            trail.append({"url": "", "label": self.get_page_subtitle()})
        return trail


class BatchMixin:
    """Finds the import of the address and asks whether this person may handle it."""

    @cached_property
    def batch(self) -> ImportBatch:
        batch = get_object_or_404(
            ImportBatch.objects.select_related("created_by"), pk=self.kwargs["pk"]
        )
        if not permissions.may_handle_batch(self.request.user, batch):
            raise PermissionDenied
        return batch

    @cached_property
    def importer(self):
        return importer_for(self.batch.importer)


class IndexView(ImportScreen):
    template_name = "imports/index.html"

    def get_context_data(self, **kwargs):
        batches = permissions.visible_batches(self.request.user).select_related("created_by")
        page = Paginator(batches, BATCHES_PER_PAGE).get_page(self.request.GET.get("p"))
        for batch in page:
            batch.kind = importer_for(batch.importer).label
        return super().get_context_data(page=page, **kwargs)


class ChooseView(ImportScreen):
    template_name = "imports/choose.html"
    page_subtitle = gettext_lazy("New import")

    def get(self, request, *args, **kwargs):
        importers = permissions.importers_for(request.user)
        if len(importers) == 1:
            return redirect("imports:upload", key=importers[0].key)
        return self.render_to_response(self.get_context_data(importers=importers))


class UploadView(ImportScreen):
    template_name = "imports/upload.html"

    @cached_property
    def importer(self):
        importer = importer_for(self.kwargs["key"])
        if importer not in permissions.importers_for(self.request.user):
            raise PermissionDenied
        return importer

    def get_page_subtitle(self):
        return self.importer.label

    def forms(self, data=None, files=None):
        upload = UploadForm(data, files, accepts_files=self.importer.accepts_files)
        options = self.importer.options_form_class(data, user=self.request.user)
        return upload, options

    def get(self, request, *args, **kwargs):
        upload, options = self.forms()
        return self.answer(upload, options)

    def post(self, request, *args, **kwargs):
        upload, options = self.forms(request.POST, request.FILES)
        if not (upload.is_valid() and options.is_valid()):
            return self.answer(upload, options, status=422)
        file = upload.cleaned_data["file"]
        kept = {"original_name": file.name, "options": options.options(), "user": request.user}
        try:
            batch = services.start_batch(importer=self.importer, file=file, **kept)
        except services.ImportRefused as refusal:
            upload.add_error(refusal.field, refusal.message)
            return self.answer(upload, options, status=422)
        return self.take_files(batch, upload) or self.go_on(batch)

    def take_files(self, batch, upload):
        """The list is kept, whatever is wrong with the files: they alone are asked for again."""
        archive = upload.cleaned_data.get("archive")
        server_folder = upload.cleaned_data.get("server_folder", "")
        if not (archive or server_folder):
            return None
        try:
            services.replace_files(batch, archive=archive, server_folder=server_folder)
        except services.ImportRefused as refusal:
            messages.error(self.request, refusal.message)
            return redirect("imports:files", pk=batch.pk)
        return None

    def go_on(self, batch):
        """Straight to the check if every header was recognised, else to the columns."""
        columns = self.importer.columns(batch.options)
        unknown = unknown_headers(batch.headers, batch.mapping)
        missing = missing_columns(columns, batch.mapping, batch.shared_values)
        context = ImportContext(options=batch.options, language=get_language())
        if (
            unknown
            or missing
            or self.importer.check_list(batch.mapping, batch.shared_values, context)
        ):
            return redirect("imports:columns", pk=batch.pk)
        services.dry_run(batch)
        return redirect("imports:batch", pk=batch.pk)

    def answer(self, upload, options, status=200):
        context = self.get_context_data(
            forms=[upload, options], importer=self.importer, columns=self.importer.columns({})
        )
        return self.render_to_response(context, status=status)


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
            missing=missing_columns(columns, self.batch.mapping, self.batch.shared_values),
        )
        return self.render_to_response(context, status=status)


def first_cells(batch: ImportBatch) -> dict[int, str]:
    """What stands in each column first, by position, so that a header can be understood."""
    found: dict[int, str] = {}
    for cells in batch.rows.values_list("cells", flat=True)[:ROWS_LOOKED_AT]:
        for position, cell in enumerate(cells):
            if cell and position not in found:
                text = _("For example: %(text)s")
                found[position] = text % {"text": Truncator(cell).chars(LONGEST_EXAMPLE)}
    return found


class FilesView(BatchMixin, ImportScreen):
    """Other files for a list that is here already."""

    template_name = "imports/files.html"

    def get_page_subtitle(self):
        return _("Files for %(name)s") % {"name": self.batch.original_name}

    def get(self, request, *args, **kwargs):
        return self.answer(FilesForm())

    def post(self, request, *args, **kwargs):
        form = FilesForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.answer(form, status=422)
        try:
            services.replace_files(
                self.batch,
                archive=form.cleaned_data.get("archive"),
                server_folder=form.cleaned_data.get("server_folder", ""),
            )
            services.dry_run(self.batch)
        except services.ImportRefused as refusal:
            field = refusal.field if refusal.field in form.fields else None
            form.add_error(field, refusal.message)
            return self.answer(form, status=422)
        return redirect("imports:batch", pk=self.batch.pk)

    def answer(self, form, status=200):
        context = self.get_context_data(form=form, batch=self.batch)
        return self.render_to_response(context, status=status)


class BatchView(BatchMixin, ImportScreen):
    template_name = "imports/batch.html"

    def get_page_subtitle(self):
        return self.batch.original_name

    def get_context_data(self, **kwargs):
        only = self.request.GET.get("only", "")
        only = only if only in ONLY else ""
        page = Paginator(ONLY[only](self.batch.rows), ROWS_PER_PAGE).get_page(
            self.request.GET.get("p")
        )
        for row in page:
            row.messages = row_messages(row, self.batch)
            row.left_out = left_out_cells(row, self.batch)
        return super().get_context_data(
            batch=self.batch,
            importer=self.importer,
            counts=self.batch.counts(),
            done=progress_of(self.batch),
            whole_list=whole_list_messages(self.batch),
            only=only,
            page=page,
            **kwargs,
        )


class ActionView(BatchMixin, View):
    """A decision about an import: POST only, then back to the import."""

    http_method_names = ["post"]

    def decide(self) -> None:
        raise NotImplementedError

    def post(self, request, *args, **kwargs):
        try:
            self.decide()
        except services.ImportRefused as refusal:
            messages.error(request, refusal.message)
        return redirect("imports:batch", pk=self.batch.pk)


class CheckView(ActionView):
    def decide(self):
        services.dry_run(self.batch)


class ConfirmView(ActionView):
    def decide(self):
        services.confirm_batch(self.batch)


class ContinueView(ActionView):
    def decide(self):
        services.continue_batch(self.batch)


class CancelView(ActionView):
    def decide(self):
        services.cancel_batch(self.batch)


class UndoView(BatchMixin, ImportScreen):
    """GET asks, POST undoes."""

    template_name = "imports/undo.html"

    def get_page_subtitle(self):
        return _("Undo the import of %(name)s") % {"name": self.batch.original_name}

    def get_context_data(self, **kwargs):
        counts = self.batch.rows.filter(state=RowState.DONE).counts()
        return super().get_context_data(batch=self.batch, counts=counts, **kwargs)

    def post(self, request, *args, **kwargs):
        try:
            services.undo_batch(self.batch)
        except services.ImportRefused as refusal:
            messages.error(request, refusal.message)
        return redirect("imports:batch", pk=self.batch.pk)


def progress_of(batch: ImportBatch) -> dict:
    """How far the present work is: rows done, rows in all, and a sentence."""
    counts = batch.counts()
    done, total = {
        BatchState.CHECKING: (counts["total"] - counts["waiting"], counts["total"]),
        BatchState.RUNNING: (
            counts["done"] + counts["failed"],
            counts["total"] - counts["refused"],
        ),
        BatchState.UNDOING: (
            counts["undone"] + counts["kept"],
            counts["undone"] + counts["kept"] + counts["done"],
        ),
    }.get(batch.state, (counts["total"], counts["total"]))
    text = ngettext("%(done)d of %(total)d row", "%(done)d of %(total)d rows", total)
    return {"done": done, "total": total, "text": text % {"done": done, "total": total}}


class ProgressView(BatchMixin, View):
    def get(self, request, *args, **kwargs):
        busy = self.batch.is_busy and not self.batch.is_stalled
        return JsonResponse({**progress_of(self.batch), "busy": busy})


class ReportView(BatchMixin, View):
    def get(self, request, *args, **kwargs):
        lines = in_language(get_language(), report_lines(self.batch))
        response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="import-{self.batch.pk}.csv"'
        return response
