"""The screen on which staff keep the words that people agree to."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList

from commemoration.core.consent.models import ConsentText
from commemoration.core.publication.wording import WordedViewSet


class ConsentTextViewSet(WordedViewSet):
    model = ConsentText
    icon = "doc-full"
    menu_label = _("Texts of consents")
    add_label = _("Add a text")
    menu_order = 700
    add_to_settings_menu = True
    list_display = ["purpose", "version", "language"]
    list_filter = ["purpose", "language"]
    copy_view_enabled = False
    search_backend_name = None

    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("purpose"), FieldPanel("version"), FieldPanel("language")]),
            FieldPanel("text"),
        ]
    )
