"""The screen on which staff send the link of a caretaker, renew it, or revoke it."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from tributes.graves.caretakers.about import about_place
from tributes.graves.caretakers.enums import KIND
from tributes.graves.caretakers.services.access import issue_link, revoke_link
from tributes.graves.models.caretakers import Caretaker
from tributes.graves.permissions import may_give_links, may_review_reports


class CaretakerLinkView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "graves/admin/caretaker_link.html"
    page_title = _("Link of a caretaker")
    header_icon = "link"

    def dispatch(self, request, *args, **kwargs):
        if not may_give_links(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def caretaker(self) -> Caretaker:
        return get_object_or_404(Caretaker, pk=self.kwargs["pk"])

    def get_page_subtitle(self):
        return self.caretaker.name

    def get_breadcrumbs_items(self):
        caretaker = {"url": self.edit_url, "label": self.caretaker.name}
        return [*self.breadcrumbs_items, caretaker, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        places = self.caretaker.places.select_related("site").prefetch_related("site__texts")
        shown = [(place.site, self.paper_address(place.site_id)) for place in places]
        return super().get_context_data(
            caretaker=self.caretaker, places=shown, back=self.edit_url, **kwargs
        )

    def post(self, request, pk):
        change = {"issue": issue_link, "revoke": revoke_link}.get(request.POST.get("action"))
        done = {
            issue_link: gettext("The link is on its way."),
            revoke_link: gettext("The link opens nothing any more."),
        }
        if change is not None:
            try:
                change(self.caretaker, user=request.user)
            except ValidationError as refusal:
                messages.error(request, " ".join(refusal.messages))
            else:
                messages.success(request, done[change])
        return redirect(request.path)

    def paper_address(self, site_id: int) -> str:
        """Where a report of this site that came by post is typed in; "" for who may not."""
        if not may_review_reports(self.request.user):
            return ""
        form = reverse("submission_queue:enter", args=[KIND, self.caretaker.language])
        return f"{form}?{urlencode({'about': about_place(self.caretaker, site_id)})}"

    @property
    def edit_url(self) -> str:
        return reverse(Caretaker.snippet_viewset.get_url_name("edit"), args=[self.caretaker.pk])
