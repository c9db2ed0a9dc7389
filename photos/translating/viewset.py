"""The ways to the screen: the menu, the list of photographs, and photographs chosen there."""

from django.http import HttpRequest
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.widgets.button import Button
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from photos.models.records import Photo
from photos.permissions import may_translate_texts
from photos.translating.views import TranslatingView


class TranslatingMenuItem(MenuItem):
    def is_shown(self, request):
        return may_translate_texts(request.user)


class TranslatingViewSet(ViewSet):
    name = "photo_translating"
    url_prefix = "photo-translating"
    icon = "globe"
    menu_label = _("Translate texts")
    menu_item_class = TranslatingMenuItem

    def get_urlpatterns(self):
        return [path("", TranslatingView.as_view(), name="index")]


class TranslateChosen(SnippetBulkAction):
    """Takes the photographs that are ticked in the list to the screen."""

    models = [Photo]
    display_name = _("Translate texts")
    aria_label = _("Translate the texts of the chosen photographs")
    action_type = "translate"
    template_name = "photos/admin/captions/screen.html"
    action_priority = 60

    def dispatch(self, request, *args, **kwargs):
        chosen = request.GET.getlist("id")
        query = urlencode({"id": chosen}, doseq=True) if "all" not in chosen else ""
        return redirect(f"{reverse('photo_translating:index')}?{query}")


def translate_button(request: HttpRequest) -> Button:
    """From the list of photographs, with its filters and its search."""
    url = f"{reverse('photo_translating:index')}?{request.GET.urlencode()}"
    return Button(_("Translate texts"), url=url, icon_name="globe")
