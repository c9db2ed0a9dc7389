"""The screens on which organisations are described."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column

from commemoration.core.publication.forms import RecordForm
from commemoration.core.publication.viewsets import RecordViewSet

from .models import Organisation
from .services import publish_organisation, withdraw_organisation


class OrganisationViewSet(RecordViewSet):
    model = Organisation
    icon = "group"
    menu_label = _("Organisations")
    add_label = _("Add an organisation")
    menu_order = 270
    add_to_admin_menu = True
    list_display = ["__str__", "kind", "slug", Column("state", label=_("State"))]
    list_filter = ["kind", "live"]
    search_fields = ["slug", "texts__name"]
    publish_record = staticmethod(publish_organisation)
    withdraw_record = staticmethod(withdraw_organisation)

    edit_handler = ObjectList(
        [
            InlinePanel(
                "texts",
                heading=_("Name and description in each language"),
                label=_("Language"),
                min_num=1,
                panels=[
                    FieldPanel("language"),
                    FieldRowPanel([FieldPanel("name"), FieldPanel("short_name")]),
                    FieldPanel("description"),
                ],
            ),
            MultiFieldPanel(
                [FieldPanel("slug"), FieldRowPanel([FieldPanel("kind"), FieldPanel("years")])],
                heading=_("Catalogue"),
            ),
            InlinePanel(
                "relations",
                heading=_("Relations to other organisations"),
                label=_("Relation"),
                panels=[FieldRowPanel([FieldPanel("kind"), FieldPanel("other")])],
            ),
            InlinePanel(
                "references",
                heading=_("Sources and links"),
                label=_("Source or link"),
                panels=[FieldRowPanel([FieldPanel("kind"), FieldPanel("text"), FieldPanel("url")])],
            ),
        ],
        base_form_class=RecordForm,
    )

    def get_queryset(self, request):
        return Organisation.objects.prefetch_related("texts").distinct()
