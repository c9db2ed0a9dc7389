"""What the screens of records say in words of their own.

Wagtail builds "Add %(model)s" from the name of the record, which is wrong wherever a language has
cases: each viewset therefore gives the whole sentence.
"""

from django.db.models import ProtectedError
from django.shortcuts import redirect
from django.utils.translation import gettext
from wagtail.admin import messages
from wagtail.snippets.views.snippets import DeleteView, IndexView, SnippetViewSet


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
