"""What the screens of records say in words of their own.

Wagtail builds "Add %(model)s" from the name of the record, which is wrong wherever a language has
cases: each viewset therefore gives the whole sentence. What it says once something is done agrees
with one gender for every record; our catalogues, which go before its own, hold that anew.
"""

from django.db.models import ProtectedError
from django.shortcuts import redirect
from django.utils.translation import gettext, gettext_noop
from wagtail.admin import messages
from wagtail.snippets.views.snippets import DeleteView, IndexView, SnippetViewSet

DONE_BY_WAGTAIL = (
    gettext_noop("%(model_name)s '%(object)s' created."),
    gettext_noop("%(model_name)s '%(object)s' updated."),
    gettext_noop("%(model_name)s '%(object)s' deleted."),
    gettext_noop("%(model_name)s '%(object)s' created and published."),
    gettext_noop("%(model_name)s '%(object)s' updated and published."),
    gettext_noop("%(model_name)s '%(object)s' has been submitted for moderation."),
    gettext_noop("%(model_name)s '%(object)s' created and submitted for moderation."),
)
"""Translated by our catalogues; Wagtail asks for them by the same words."""


class WordedIndexView(IndexView):
    add_label = ""

    @property
    def add_item_label(self):
        return self.add_label


class ProtectedDeleteView(DeleteView):
    """Says so if other records rest on this one: Wagtail asks only those that it indexes itself."""

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except ProtectedError:
            messages.error(self.request, gettext("Other records rest on this one, so it stays."))
            return redirect(self.get_success_url())


class WordedViewSet(SnippetViewSet):
    """`add_label` is what the button says that adds a record, as a whole sentence."""

    add_label = ""
    index_view_class = WordedIndexView
    delete_view_class = ProtectedDeleteView

    def get_index_view_kwargs(self, **kwargs):
        return super().get_index_view_kwargs(**kwargs) | {"add_label": self.add_label}
