"""What the import screens have in common: who may see them, and how an import is found."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from .. import permissions
from ..models import ImportBatch
from ..registry import importer_for
from ..services import ImportRefused


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


class Decision:
    """POST lets one service decide about the batch of the address, then leads back to it."""

    back_to = "imports:batch"

    def decide(self) -> None:
        raise NotImplementedError

    def words_of(self, refusal: ImportRefused) -> str:
        return refusal.message

    def post(self, request, *args, **kwargs):
        try:
            self.decide()
        except ImportRefused as refusal:
            messages.error(request, self.words_of(refusal))
        return redirect(self.back_to, pk=self.batch.pk)


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
