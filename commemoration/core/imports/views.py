"""The import screens: find the import, ask permission, call one service, answer."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import JsonResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from django.views.generic import TemplateView, View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from . import permissions, services
from .columns import missing_columns, unknown_headers
from .enums import BatchState, RowState
from .forms import MappingForm, UploadForm
from .models import ImportBatch
from .registry import importer_for
from .reports import in_language, report_lines, row_messages

ROWS_PER_PAGE = 50
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
        try:
            batch = services.start_batch(
                importer=self.importer,
                file=file,
                original_name=file.name,
                options=options.options(),
                user=request.user,
                archive=upload.cleaned_data.get("archive"),
                server_folder=upload.cleaned_data.get("server_folder", ""),
            )
        except services.ImportRefused as refusal:
            upload.add_error(refusal.field, refusal.message)
            return self.answer(upload, options, status=422)
        return self.go_on(batch)

    def go_on(self, batch):
        """Straight to the check if every header was recognised, else to the columns."""
        columns = self.importer.columns(batch.options)
        unknown = unknown_headers(batch.headers, batch.mapping)
        if unknown or missing_columns(columns, batch.mapping):
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

    def form(self, data=None):
        return MappingForm(
            data,
            headers=self.batch.headers,
            columns=list(self.importer.columns(self.batch.options)),
            mapping=self.batch.mapping,
        )

    def get(self, request, *args, **kwargs):
        return self.answer(self.form())

    def post(self, request, *args, **kwargs):
        form = self.form(request.POST)
        if not form.is_valid():
            return self.answer(form, status=422)
        try:
            services.set_mapping(self.batch, mapping=form.mapping())
            services.dry_run(self.batch)
        except services.ImportRefused as refusal:
            form.add_error(None, refusal.message)
            return self.answer(form, status=422)
        return redirect("imports:batch", pk=self.batch.pk)

    def answer(self, form, status=200):
        columns = self.importer.columns(self.batch.options)
        context = self.get_context_data(
            form=form,
            batch=self.batch,
            unknown=unknown_headers(self.batch.headers, self.batch.mapping),
            missing=missing_columns(columns, self.batch.mapping),
        )
        return self.render_to_response(context, status=status)


class BatchView(BatchMixin, ImportScreen):
    template_name = "imports/batch.html"

    def get_page_subtitle(self):
        return self.batch.original_name

    def get_context_data(self, **kwargs):
        only_problems = self.request.GET.get("only") == "problems"
        rows = self.batch.rows.with_problems() if only_problems else self.batch.rows.all()
        page = Paginator(rows, ROWS_PER_PAGE).get_page(self.request.GET.get("p"))
        for row in page:
            row.messages = row_messages(row, self.batch)
        return super().get_context_data(
            batch=self.batch,
            importer=self.importer,
            counts=self.batch.counts(),
            done=progress_of(self.batch),
            unknown=unknown_headers(self.batch.headers, self.batch.mapping),
            only_problems=only_problems,
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
