"""Puts the queue of reported errors into the menu of the archive."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from photos.corrections.staff_views import QueueView, ReportView
from photos.permissions import may_handle_reports


class ErrorReportsMenuItem(MenuItem):
    def is_shown(self, request):
        return may_handle_reports(request.user)


class ErrorReportsViewSet(ViewSet):
    name = "error_reports"
    url_prefix = "photo-reports"
    icon = "warning"
    menu_label = _("Reported errors")
    menu_item_class = ErrorReportsMenuItem

    def get_urlpatterns(self):
        return [
            path("", QueueView.as_view(), name="index"),
            path("<int:pk>/", ReportView.as_view(), name="report"),
        ]
