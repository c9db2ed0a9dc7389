"""The button with which staff choose a record, in the language of whoever presses it."""

from django.utils.functional import lazy
from django.utils.translation import gettext
from wagtail.snippets.widgets import AdminSnippetChooser


class RecordChooser(AdminSnippetChooser):
    """Wagtail puts its words together while the server starts, in the server's language."""

    def __init__(self, model, **kwargs):
        super().__init__(model, **kwargs)
        name = {"object": model._meta.verbose_name}
        words = lazy(lambda text: text() % name, str)
        self.choose_one_text = words(lambda: gettext("Choose %(object)s"))
        self.choose_another_text = words(lambda: gettext("Choose another %(object)s"))
        self.link_to_chosen_text = words(lambda: gettext("Edit this %(object)s"))
