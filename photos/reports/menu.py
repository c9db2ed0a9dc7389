"""The reports in the admin's menu, for those who look after photographs."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from photos.models.records import Photo
from photos.permission_policies import SectionPermissionPolicy


class PhotoReportItem(MenuItem):
    def is_shown(self, request):
        policy = SectionPermissionPolicy(Photo)
        return policy.user_has_any_permission(request.user, ["change", "publish"])


def items() -> list[MenuItem]:
    return [
        PhotoReportItem(
            _("Gaps in the photographs"),
            reverse_lazy("photo_gaps"),
            name="photo-gaps",
            icon_name="warning",
            order=100,
        ),
        PhotoReportItem(
            _("Pictures without tiles"),
            reverse_lazy("photo_tiles"),
            name="photo-tiles",
            icon_name="image",
            order=110,
        ),
    ]
