"""Registers what the photo archive adds to the admin."""

from django.urls import path
from wagtail import hooks

from commemoration.core.media.views import working_file


@hooks.register("register_admin_urls")
def register_working_files():
    """Pictures that nobody has published yet; Wagtail asks for admin access on these addresses."""
    return [path("files/<path:name>", working_file, name="working_file")]
