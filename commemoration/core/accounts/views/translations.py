"""Submitting and synchronising translations, only of pages that one may edit.

wagtail-localize asks for its permission alone, whoever's page it is.
"""

from django.core.exceptions import PermissionDenied
from wagtail.models import Page
from wagtail_localize.views.submit_translations import SubmitPageTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsView


def refuse_foreign_page(user, page):
    if not page.permissions_for_user(user).can_edit():
        raise PermissionDenied


class SubmitOwnPageView(SubmitPageTranslationView):
    def get_object(self):
        page = super().get_object()
        refuse_foreign_page(self.request.user, page)
        return page


class UpdateOwnTranslationsView(UpdateTranslationsView):
    def get_object(self):
        source = super().get_object()
        instance = source.get_source_instance()
        if isinstance(instance, Page):
            refuse_foreign_page(self.request.user, instance)
        return source
