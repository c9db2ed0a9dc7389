"""The screens on which medals are described."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, ObjectList

from commemoration.core.publication.viewsets import SavedByHandCreateView, SavedByHandEditView
from commemoration.core.publication.wording import WordedViewSet
from tributes.veterans.forms.records import MedalForm
from tributes.veterans.models import Medal


class MedalViewSet(WordedViewSet):
    model = Medal
    icon = "tag"
    menu_label = _("Medals")
    add_label = _("Add a medal")
    list_display = ["__str__", "slug", "decree"]
    copy_view_enabled = False
    search_backend_name = None
    add_view_class = SavedByHandCreateView
    edit_view_class = SavedByHandEditView

    edit_handler = ObjectList(
        [
            InlinePanel(
                "texts",
                heading=_("Words in each language"),
                label=_("Language"),
                min_num=1,
                panels=[
                    FieldPanel("language"),
                    FieldPanel("name"),
                    FieldPanel("ribbon"),
                    FieldPanel("description"),
                ],
            ),
            InlinePanel(
                "stripes",
                heading=_("Stripes of the ribbon, from left to right"),
                label=_("Stripe"),
                help_text=_("Only what a source lays down. Without stripes no ribbon is drawn."),
                panels=[FieldRowPanel([FieldPanel("colour"), FieldPanel("width")])],
            ),
            FieldPanel("ribbon_source"),
            FieldRowPanel([FieldPanel("slug"), FieldPanel("decree")]),
            FieldRowPanel([FieldPanel("source"), FieldPanel("url")]),
        ],
        base_form_class=MedalForm,
    )

    def get_queryset(self, request):
        return Medal.objects.prefetch_related("texts")
