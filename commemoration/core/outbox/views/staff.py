"""Letters that did not arrive: a list for the site managers, and one more try."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView, View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from .. import permissions, selectors, services
from ..models import OutboxMessage

LETTERS_PER_PAGE = 50


class ManagersOnlyMixin:
    def dispatch(self, request, *args, **kwargs):
        if not permissions.may_handle_letters(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class UndeliveredView(ManagersOnlyMixin, WagtailAdminTemplateMixin, TemplateView):
    template_name = "outbox/undelivered.html"
    header_icon = "mail"
    page_title = gettext_lazy("Letters that did not arrive")

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        paginator = Paginator(selectors.undelivered_letters(), LETTERS_PER_PAGE)
        return super().get_context_data(
            page=paginator.get_page(self.request.GET.get("p")), **kwargs
        )


class RetryView(ManagersOnlyMixin, View):
    http_method_names = ["post"]

    def post(self, request, uuid):
        letter = get_object_or_404(OutboxMessage, uuid=uuid)
        if services.retry_letter(letter):
            messages.success(request, _("The letter will be sent again within a minute."))
        else:
            messages.error(request, _("The letter is on its way already, or is no longer kept."))
        return redirect("letters:undelivered")
