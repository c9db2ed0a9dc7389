"""Registers what the photo archive adds to the admin."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from commemoration.core.media.views import working_file
from photos.viewsets import (
    PhotoArchiveViewSetGroup,
    PictureDeleteView,
    keep_used_pictures,
    photo_buttons,
    refuse_to_delete,
)


@hooks.register("register_admin_urls")
def register_working_files():
    """Pictures that nobody has published yet; Wagtail asks for admin access on these addresses."""
    return [path("files/<path:name>", working_file, name="working_file")]


@hooks.register("register_admin_urls", order=-1)
def register_picture_deletion():
    """In the place of Wagtail's own screen, which has no hook to ask before it deletes."""
    view = PictureDeleteView.as_view()
    return [path("images/<int:image_id>/delete/", view, name="delete_picture")]


@hooks.register("register_log_actions")
def register_photo_log_actions(actions):
    actions.register_action("photos.withdraw", _("Withdraw"), _("Withdrawn"))
    actions.register_action("photos.restore", _("Restore"), _("Restored as a draft"))


register_snippet(PhotoArchiveViewSetGroup)
hooks.register("register_snippet_listing_buttons", photo_buttons)
hooks.register("before_delete_snippet", refuse_to_delete)
hooks.register("before_bulk_action", keep_used_pictures)
