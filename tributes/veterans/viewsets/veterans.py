"""The screens on which staff look after veterans."""

from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button

from commemoration.names.panels import NamesPanel, new_name_panel
from commemoration.names.viewsets.records import PersonEditView, PersonRecordViewSet
from tributes.veterans.enums import CONSENT
from tributes.veterans.forms.records import VeteranForm
from tributes.veterans.models import Veteran
from tributes.veterans.permissions import may_handle_consents
from tributes.veterans.services.people import settle_person
from tributes.veterans.services.veterans import publish_veteran, withdraw_veteran


def life_in_words(veteran: Veteran) -> str:
    return veteran.get_life_status_display()


def consent_in_words(veteran: Veteran) -> str:
    """Of a veteran fetched `with_agreement`."""
    if veteran.has_died:
        return _("not needed any more")
    return _("recorded") if veteran.agrees else _("none recorded")


class VeteranEditView(PersonEditView):
    @cached_property
    def header_more_buttons(self):
        """With the way to the consents: to record one, or to withdraw it in one step."""
        buttons = super().header_more_buttons
        if may_handle_consents(self.request.user):
            url = reverse("consents:person", args=[CONSENT, self.object.key])
            buttons = [*buttons, Button(_("Consent"), url=url, icon_name="doc-full")]
        return buttons


class VeteranViewSet(PersonRecordViewSet):
    model = Veteran
    icon = "user"
    menu_label = _("Veterans")
    add_label = _("Add a veteran")
    list_display = [
        "slug",
        "number",
        "town",
        Column("life", label=_("Living or died"), accessor=life_in_words, sort_key="life_status"),
        Column("consent", label=_("Consent"), accessor=consent_in_words),
        Column("state", label=_("State")),
    ]
    list_filter = ["life_status", "live", "awards__state", "awards__presentation"]
    search_fields = ["slug", "named_person__forms__surname", "named_person__forms__given_name"]
    settle_person = staticmethod(settle_person)
    edit_view_class = VeteranEditView
    publish_record = staticmethod(publish_veteran)
    withdraw_record = staticmethod(withdraw_veteran)

    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("slug"), FieldPanel("is_example")]),
                    FieldRowPanel([FieldPanel("birth_year"), FieldPanel("town")]),
                ],
                heading=_("Who and where"),
            ),
            NamesPanel(heading=_("Forms of the name")),
            new_name_panel(),
            MultiFieldPanel(
                [
                    FieldPanel("life_status"),
                    FieldRowPanel([FieldPanel("death"), FieldPanel("death_source")]),
                ],
                heading=_("Living or died"),
            ),
            InlinePanel(
                "awards",
                heading=_("Awards"),
                label=_("Award"),
                panels=[
                    FieldRowPanel([FieldPanel("medal"), FieldPanel("state")]),
                    FieldPanel("presentation"),
                ],
            ),
            InlinePanel(
                "texts",
                heading=_("Town and biography in each language"),
                label=_("Language"),
                panels=[FieldPanel("language"), FieldPanel("town"), FieldPanel("biography")],
            ),
            InlinePanel(
                "portraits",
                heading=_("Portraits"),
                label=_("Portrait"),
                panels=[
                    FieldPanel("image"),
                    FieldRowPanel([FieldPanel("taken"), FieldPanel("credit")]),
                ],
            ),
            FieldPanel("source"),
        ],
        base_form_class=VeteranForm,
    )

    def get_queryset(self, request):
        return Veteran.objects.with_agreement().distinct()
