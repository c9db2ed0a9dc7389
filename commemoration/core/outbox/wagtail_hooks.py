"""Registers the screens of the letters with the admin; core's own hooks call it."""

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from . import staff_urls
from .permissions import may_handle_letters


class LettersMenuItem(MenuItem):
    def is_shown(self, request):
        return may_handle_letters(request.user)


@hooks.register("register_admin_urls")
def register_letter_urls():
    return [path("letters/", include(staff_urls, namespace="letters"))]


@hooks.register("register_reports_menu_item")
def register_letters_menu_item():
    return LettersMenuItem(
        _("Letters that did not arrive"),
        reverse("letters:undelivered"),
        name="letters",
        icon_name="mail",
        order=900,
    )
