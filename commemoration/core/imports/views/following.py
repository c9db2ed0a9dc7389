"""Where an import is followed, decided upon and reported."""

from django.core.paginator import Paginator
from django.http import JsonResponse, StreamingHttpResponse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.generic import View

from .. import permissions, services
from ..enums import RowState
from ..models import ImportBatch
from ..registry import importer_for
from ..reports import (
    in_language,
    left_out_cells,
    report_lines,
    row_messages,
    whole_list_messages,
)
from .screens import BatchMixin, Decision, ImportScreen

ROWS_PER_PAGE = 50
BATCHES_PER_PAGE = 30
ONLY = {
    "": lambda rows: rows.all(),
    "problems": lambda rows: rows.with_problems(),
    "refused": lambda rows: rows.refused(),
}


class IndexView(ImportScreen):
    template_name = "imports/index.html"

    def get_context_data(self, **kwargs):
        batches = permissions.visible_batches(self.request.user).select_related("created_by")
        page = Paginator(batches, BATCHES_PER_PAGE).get_page(self.request.GET.get("p"))
        for batch in page:
            batch.kind = importer_for(batch.importer).label
        return super().get_context_data(page=page, **kwargs)


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
        counts = self.batch.counts()
        return super().get_context_data(
            batch=self.batch,
            importer=self.importer,
            counts=counts,
            done=progress_of(self.batch, counts),
            whole_list=whole_list_messages(self.batch),
            only=only,
            page=page,
            **kwargs,
        )


class ActionView(Decision, BatchMixin, View):
    """A decision about an import: POST only."""

    http_method_names = ["post"]


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


class UndoView(Decision, BatchMixin, ImportScreen):
    """GET asks, POST undoes."""

    template_name = "imports/undo.html"

    def get_page_subtitle(self):
        return _("Undo the import of %(name)s") % {"name": self.batch.original_name}

    def get_context_data(self, **kwargs):
        counts = self.batch.rows.filter(state=RowState.DONE).counts()
        return super().get_context_data(batch=self.batch, counts=counts, **kwargs)

    def decide(self):
        services.undo_batch(self.batch)


def progress_of(batch: ImportBatch, counts: dict[str, int]) -> dict:
    """How far the present work is: rows done, rows in all, and a sentence."""
    total = counts["total"]
    done, total = batch.progress(counts) if batch.is_busy else (total, total)
    text = ngettext("%(done)d of %(total)d row", "%(done)d of %(total)d rows", total)
    return {"done": done, "total": total, "text": text % {"done": done, "total": total}}


class ProgressView(BatchMixin, View):
    def get(self, request, *args, **kwargs):
        busy = self.batch.is_busy and not self.batch.is_stalled
        return JsonResponse({**progress_of(self.batch, self.batch.counts()), "busy": busy})


class ReportView(BatchMixin, View):
    def get(self, request, *args, **kwargs):
        lines = in_language(get_language(), report_lines(self.batch))
        response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="import-{self.batch.pk}.csv"'
        return response
