"""The screens of a bulk edit: what it would do, how far it is, what it did, and the way back."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView, View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from commemoration.core.imports import services as batches
from commemoration.core.imports.models import ImportBatch
from commemoration.core.imports.views.screens import Decision
from photos.models.records import Photo

from .editor import KEY
from .permissions import visible_bulk_edits
from .selectors import summary_of
from .services import confirm_bulk_edit, put_back

BATCHES_PER_PAGE = 30


def visible(user):
    edits = ImportBatch.objects.filter(importer=KEY).select_related("created_by")
    return visible_bulk_edits(user, edits)


class Screen(WagtailAdminTemplateMixin, TemplateView):
    header_icon = "edit"
    page_title = gettext_lazy("Bulk edits")

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm("photos.change_photo"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        photographs = reverse(Photo.snippet_viewset.get_url_name("list"))
        trail = [
            *self.breadcrumbs_items,
            {"url": photographs, "label": _("Photographs")},
            {"url": reverse("bulk_edits:index"), "label": _("Bulk edits")},
        ]
        if self.get_page_subtitle():
            trail.append({"url": "", "label": self.get_page_subtitle()})
        return trail


class BatchMixin:
    """Finds the bulk edit of the address among those that this person may see."""

    @cached_property
    def batch(self) -> ImportBatch:
        return get_object_or_404(visible(self.request.user), pk=self.kwargs["pk"])


class IndexView(Screen):
    template_name = "photos/admin/bulk_edits/index.html"

    def get_context_data(self, **kwargs):
        edits = Paginator(visible(self.request.user), BATCHES_PER_PAGE)
        return super().get_context_data(page=edits.get_page(self.request.GET.get("p")), **kwargs)


class BatchView(BatchMixin, Screen):
    template_name = "photos/admin/bulk_edits/batch.html"

    def get_page_subtitle(self):
        return self.batch.original_name

    def get_context_data(self, **kwargs):
        counts = self.batch.counts()
        return super().get_context_data(
            batch=self.batch,
            summary=None if self.batch.is_busy else summary_of(self.batch),
            counts=counts,
            progress=_progress(self.batch, counts),
            **kwargs,
        )


class ActionView(Decision, BatchMixin, View):
    """A decision about a bulk edit: POST only."""

    http_method_names = ["post"]
    back_to = "bulk_edits:batch"

    def words_of(self, refusal):
        # Only a page that is no longer true offers what is refused.
        return _("Somebody has gone on with it. This is its present state.")


class ConfirmView(ActionView):
    def decide(self):
        confirm_bulk_edit(self.batch)


class CancelView(ActionView):
    def decide(self):
        batches.cancel_batch(self.batch)


class ContinueView(ActionView):
    def decide(self):
        batches.continue_batch(self.batch)


class UndoView(ActionView):
    def decide(self):
        put_back(self.batch, user=self.request.user)


class ProgressView(BatchMixin, View):
    def get(self, request, *args, **kwargs):
        busy = self.batch.is_busy and not self.batch.is_stalled
        return JsonResponse({**_progress(self.batch, self.batch.counts()), "busy": busy})


def _progress(batch: ImportBatch, counts: dict[str, int]) -> dict:
    done, total = batch.progress(counts)
    text = ngettext("%(done)d of %(total)d photograph", "%(done)d of %(total)d photographs", total)
    return {"done": done, "total": total, "text": text % {"done": done, "total": total}}
