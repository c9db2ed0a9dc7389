"""The bulk action in the list of photographs: choose what to change, then see what it would do."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from commemoration.core.imports.services import ImportRefused
from photos.models.records import Photo

from .forms import ChangesForm
from .services import start_bulk_edit


class BulkEditAction(SnippetBulkAction):
    """In the way of Wagtail's own, but that a page of what would happen stands before the deed."""

    models = [Photo]
    display_name = pgettext_lazy("bulk edit", "Change")
    aria_label = _("Change the selected photographs")
    action_type = "bulk_edit"
    action_priority = 10
    template_name = "photos/admin/bulk_edits/choose.html"
    form_class = ChangesForm

    def dispatch(self, request, *args, **kwargs):
        if not Photo.snippet_viewset.permission_policy.user_has_permission(request.user, "change"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def photo_ids(self) -> list[int]:
        """The chosen rows, or all that the list's filters and its search leave."""
        ids = self.request.GET.getlist("id")
        if "all" in ids:
            return listed_ids(self.request)
        return [int(key) for key in ids if key.isascii() and key.isdigit()]

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.request.user}

    def get_actionable_objects(self):
        """Nothing is loaded here: who may change what is asked record by record, afterwards."""
        return [], {"items_with_no_access": []}

    def get_context_data(self, **kwargs):
        return super().get_context_data(number=len(self.photo_ids), **kwargs)

    def form_valid(self, form):
        try:
            batch = start_bulk_edit(
                photo_ids=self.photo_ids, changes=form.changes(), user=self.request.user
            )
        except ImportRefused as refusal:
            form.add_error(None, refusal.message)
            return self.form_invalid(form)
        return redirect("bulk_edits:batch", pk=batch.pk)

    @classmethod
    def execute_action(cls, objects, **kwargs):
        raise NotImplementedError("A bulk edit is carried out by its service.")


def listed_ids(request) -> list[int]:
    """The keys of all photographs in the list that this address asks for, on all its pages."""
    index = Photo.snippet_viewset.index_view
    view = index.view_class(**index.view_initkwargs)
    view.setup(request)
    return list(dict.fromkeys(view.get_queryset().values_list("pk", flat=True)))
