"""Registers the import screens with the admin."""

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from . import urls
from .permissions import may_import_anything


class ImportsMenuItem(MenuItem):
    def is_shown(self, request):
        return may_import_anything(request.user)


@hooks.register("register_admin_urls")
def register_import_urls():
    return [path("imports/", include(urls, namespace="imports"))]


@hooks.register("register_admin_menu_item")
def register_imports_menu_item():
    return ImportsMenuItem(
        _("Imports"), reverse("imports:index"), icon_name="upload", order=850, name="imports"
    )
