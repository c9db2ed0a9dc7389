"""The screens on which presentations of medals are described, with their photo reports."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultipleChooserPanel,
    ObjectList,
)
from wagtail.admin.ui.tables import Column

from commemoration.core.publication.viewsets import RecordViewSet
from tributes.veterans.forms.records import PresentationForm
from tributes.veterans.models import MedalPresentation
from tributes.veterans.services.presentations import publish_presentation, withdraw_presentation

REPORT = MultipleChooserPanel(
    "photos",
    chooser_field_name="image",
    heading=_("Photographs of the presentation"),
    label=_("Photograph"),
    help_text=_(
        "Upload all files at once under Images, then choose as many as you like here. A photograph "
        "is public once everybody on it has agreed."
    ),
    panels=[
        FieldPanel("image"),
        FieldPanel("shows"),
        FieldPanel("others_agree"),
        InlinePanel(
            "texts",
            heading=_("Caption in each language"),
            label=_("Caption"),
            panels=[FieldRowPanel([FieldPanel("language"), FieldPanel("caption")])],
        ),
        FieldPanel("credit"),
    ],
)


class MedalPresentationViewSet(RecordViewSet):
    model = MedalPresentation
    icon = "calendar-alt"
    menu_label = _("Presentations")
    add_label = _("Add a presentation")
    list_display = ["__str__", "date", "place", Column("state", label=_("State"))]
    list_filter = ["live"]
    search_fields = ["slug", "place", "texts__title"]
    publish_record = staticmethod(publish_presentation)
    withdraw_record = staticmethod(withdraw_presentation)

    edit_handler = ObjectList(
        [
            InlinePanel(
                "texts",
                heading=_("Words in each language"),
                label=_("Language"),
                min_num=1,
                panels=[
                    FieldPanel("language"),
                    FieldPanel("title"),
                    FieldPanel("occasion"),
                    FieldPanel("presenter"),
                    FieldPanel("report"),
                ],
            ),
            FieldRowPanel([FieldPanel("slug"), FieldPanel("is_example")]),
            FieldRowPanel([FieldPanel("date"), FieldPanel("place")]),
            FieldPanel("source"),
            REPORT,
        ],
        base_form_class=PresentationForm,
    )

    def get_queryset(self, request):
        return MedalPresentation.objects.prefetch_related("texts").distinct()
