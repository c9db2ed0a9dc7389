"""What the screens of duplicates and slips have in common."""

from django.core.exceptions import PermissionDenied
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from commemoration.names.permissions import may_link_people


class MayLinkPeople:
    """Only for staff who may say that two people are one."""

    def dispatch(self, request, *args, **kwargs):
        if not may_link_people(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class LinksScreen(MayLinkPeople, WagtailAdminTemplateMixin, TemplateView):
    """Its title is the last of the breadcrumbs."""

    header_icon = "group"

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]
