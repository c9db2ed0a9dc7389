"""Registers what the photo archive adds to the admin."""

from django.urls import include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from commemoration.core.media.views import working_file
from photos.bulk_edits import urls as bulk_edit_urls
from photos.bulk_edits.actions import BulkEditAction
from photos.bulk_edits.log import BulkEditFormatter
from photos.reports import menu as report_menu
from photos.reports import urls as report_urls
from photos.services.error_reports import DECIDED
from photos.translating.viewset import TranslateChosen
from photos.viewsets import (
    PhotoArchiveViewSetGroup,
    PictureDeleteView,
    PictureUsedInView,
    keep_used_pictures,
    photo_buttons,
    refuse_to_delete,
)


@hooks.register("register_admin_urls")
def register_working_files():
    """Pictures that nobody has published yet; Wagtail asks for admin access on these addresses."""
    return [path("files/<path:name>", working_file, name="working_file")]


@hooks.register("register_admin_urls", order=-1)
def register_picture_screens():
    """In the place of Wagtail's own: of deletion, which has no hook to ask before, and of use."""
    delete, used_in = PictureDeleteView.as_view(), PictureUsedInView.as_view()
    return [
        path("images/<int:image_id>/delete/", delete, name="delete_picture"),
        path("images/usage/<int:image_id>/", used_in, name="picture_used_in"),
    ]


@hooks.register("register_admin_urls")
def register_bulk_edit_urls():
    return [path("photograph-changes/", include(bulk_edit_urls, namespace="bulk_edits"))]


@hooks.register("register_admin_urls")
def register_report_urls():
    return report_urls.urlpatterns


@hooks.register("register_log_actions")
def register_photo_log_actions(actions):
    actions.register_action("photos.withdraw", _("Withdraw"), _("Withdrawn"))
    actions.register_action("photos.restore", _("Restore"), _("Restored as a draft"))
    actions.register_action("photos.bulk_edit")(BulkEditFormatter)
    actions.register_action(
        "photos.bulk_edit_undone", _("Former values"), _("Former values put back")
    )
    actions.register_action(DECIDED, _("Decide"), _("Decided on a reported error"))


hooks.register("register_bulk_action", BulkEditAction)
for report in report_menu.items():
    hooks.register("register_reports_menu_item", lambda report=report: report)
register_snippet(PhotoArchiveViewSetGroup)
hooks.register("register_snippet_listing_buttons", photo_buttons)
hooks.register("before_delete_snippet", refuse_to_delete)
hooks.register("before_bulk_action", keep_used_pictures)
hooks.register("register_bulk_action", TranslateChosen)
