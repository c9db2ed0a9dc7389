"""The screens on which collections are described."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList

from photos.forms.records import CollectionForm
from photos.models.collections import Collection

from .sections import SectionViewSet


class CollectionViewSet(SectionViewSet):
    model = Collection
    icon = "folder-open-1"
    menu_label = _("Photo collections")
    add_label = _("Add a collection")
    list_display = ["slug", "identifier", "level", "section"]
    search_fields = ["slug", "identifier", "texts__title"]
    search_backend_name = None
    copy_view_enabled = False

    edit_handler = ObjectList(
        [
            InlinePanel(
                "texts",
                heading=_("Title and description in each language"),
                label=_("Language"),
                min_num=1,
                panels=[FieldPanel("language"), FieldPanel("title"), FieldPanel("description")],
            ),
            MultiFieldPanel(
                [
                    FieldPanel("slug"),
                    FieldRowPanel([FieldPanel("identifier"), FieldPanel("level")]),
                    FieldPanel("section"),
                    FieldPanel("lead_photo"),
                ],
                heading=_("Catalogue"),
            ),
        ],
        base_form_class=CollectionForm,
    )

    def get_queryset(self, request):
        return super().get_queryset(request).distinct()
