"""What all records of the archive have in common in the admin: whose they are to look after."""

from functools import cached_property, wraps

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from wagtail.snippets.views.snippets import (
    DeleteView,
    RevisionsUnscheduleView,
    UnpublishView,
)

from commemoration.core.publication.wording import WordedViewSet
from photos.permission_policies import SectionPermissionPolicy

from .url_finder import SectionURLFinder

ANY_ACTION = {"change", "publish", "delete", "view"}


class SectionViewSet(WordedViewSet):
    """Every screen of a record asks whether it belongs to the editor's own section."""

    # What a screen needs beyond that the record is the editor's to look after.
    actions = {
        DeleteView: "delete",
        UnpublishView: "publish",
        RevisionsUnscheduleView: "publish",
    }

    @property
    def permission_policy(self):
        return SectionPermissionPolicy(self.model)

    @cached_property
    def url_finder_class(self):
        attributes = {
            "edit_url_name": self.get_url_name("edit"),
            "permission_policy": self.permission_policy,
        }
        return type("RecordURLFinder", (SectionURLFinder,), attributes)

    def get_queryset(self, request):
        return self.permission_policy.instances_user_has_any_permission_for(
            request.user, {"add", *ANY_ACTION}
        )

    def construct_view(self, view_class, **kwargs):
        view = super().construct_view(view_class, **kwargs)
        special = [action for kind, action in self.actions.items() if issubclass(view_class, kind)]
        wanted = set(special) or ANY_ACTION

        @wraps(view)
        def guarded(request, *args, **kwargs):
            if "pk" in kwargs:
                record = get_object_or_404(self.model, pk=kwargs["pk"])
                policy = self.permission_policy
                if not policy.user_has_any_permission_for_instance(request.user, wanted, record):
                    raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded
