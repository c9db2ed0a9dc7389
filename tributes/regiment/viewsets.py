"""The screens on which staff look after entries. What they say comes from the families' submissions
and is edited there; here stories are translated and entries withdrawn."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column

from commemoration.core.publication.viewsets import RecordViewSet
from commemoration.names.panels import NamesPanel
from commemoration.names.shown import listed_form
from tributes.regiment.models import RegimentEntry
from tributes.regiment.services.entries import publish_entry, withdraw_entry


def name_of(entry: RegimentEntry) -> str:
    return " / ".join(listed_form(form) for form in entry.named_person.forms.all())


def told(*names: str) -> list[FieldPanel]:
    return [FieldPanel(name, read_only=True) for name in names]


class RegimentEntryViewSet(RecordViewSet):
    model = RegimentEntry
    icon = "group"
    menu_label = _("Immortal Regiment")
    menu_order = 266
    add_to_admin_menu = True
    list_display = [
        "__str__",
        Column(name_of, label=_("Name")),
        "fate",
        "language",
        Column("state", label=_("State")),
    ]
    list_filter = ["live", "fate", "language"]
    search_fields = ["named_person__forms__surname", "named_person__forms__given_name"]
    publish_record = staticmethod(publish_entry)
    withdraw_record = staticmethod(withdraw_entry)

    edit_handler = ObjectList(
        [
            NamesPanel(heading=_("Forms of the name")),
            InlinePanel(
                "translations",
                heading=_("The story in other languages"),
                label=_("Translation"),
                panels=[FieldPanel("language"), FieldPanel("story"), FieldPanel("belgium")],
            ),
            MultiFieldPanel(
                [
                    *told("language", "story", "belgium"),
                    FieldRowPanel(told("birth", "death")),
                    *told("birthplace", "called_up_from"),
                    FieldRowPanel(told("rank", "unit")),
                    *told("decorations", "fate"),
                ],
                heading=_("What the family tells"),
            ),
        ]
    )

    def get_queryset(self, request):
        entries = RegimentEntry.objects.select_related("named_person")
        return entries.prefetch_related("named_person__forms").distinct()
