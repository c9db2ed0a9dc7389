"""The screens on which staff look after veterans, medals and their presentations."""

from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet, SnippetViewSetGroup

from commemoration.core.publication.forms import RecordForm
from commemoration.core.publication.viewsets import RecordEditView, RecordViewSet
from commemoration.names.panels import NamesPanel
from tributes.veterans.enums import CONSENT
from tributes.veterans.forms.records import ReportPhotoForm, VeteranForm
from tributes.veterans.models import Medal, MedalPresentation, ReportPhoto, Veteran
from tributes.veterans.permissions import may_handle_consents
from tributes.veterans.services.people import settle_person
from tributes.veterans.services.presentations import publish_presentation, withdraw_presentation
from tributes.veterans.services.veterans import publish_veteran, withdraw_veteran


class SettlesPerson:
    """Before the form is saved, the index of names says the same as the record."""

    def save_instance(self):
        settle_person(self.form.instance, self.form.new_names)
        return super().save_instance()


class VeteranCreateView(SettlesPerson, CreateView):
    pass


class VeteranEditView(SettlesPerson, RecordEditView):
    @cached_property
    def header_more_buttons(self):
        """With the way to the consents: to record one, or to withdraw it in one step."""
        buttons = super().header_more_buttons
        if may_handle_consents(self.request.user):
            url = reverse("consents:person", args=[CONSENT, self.object.key])
            buttons = [*buttons, Button(_("Consent"), url=url, icon_name="doc-full")]
        return buttons


class VeteranViewSet(RecordViewSet):
    model = Veteran
    icon = "user"
    menu_label = _("Veterans")
    list_display = [
        "slug",
        "number",
        "town",
        "life_status",
        BooleanColumn("agrees", label=_("Consent")),
        Column("state", label=_("State")),
    ]
    list_filter = ["life_status", "live", "awards__state", "awards__presentation"]
    search_fields = ["slug", "named_person__forms__surname", "named_person__forms__given_name"]
    add_view_class = VeteranCreateView
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
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("name_role"), FieldPanel("name_language")]),
                    FieldRowPanel(
                        [
                            FieldPanel("name_surname"),
                            FieldPanel("name_given"),
                            FieldPanel("name_patronymic"),
                        ]
                    ),
                    FieldPanel("name_source"),
                ],
                heading=_("Add a form of the name"),
            ),
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
                heading=_("Biography in each language"),
                label=_("Language"),
                panels=[FieldPanel("language"), FieldPanel("biography")],
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


class MedalViewSet(SnippetViewSet):
    model = Medal
    icon = "tag"
    menu_label = _("Medals")
    list_display = ["__str__", "slug", "decree"]
    copy_view_enabled = False
    search_backend_name = None

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
            FieldRowPanel([FieldPanel("slug"), FieldPanel("decree")]),
            FieldRowPanel([FieldPanel("source"), FieldPanel("url")]),
        ]
    )

    def get_queryset(self, request):
        return Medal.objects.prefetch_related("texts")


class MedalPresentationViewSet(RecordViewSet):
    model = MedalPresentation
    icon = "calendar-alt"
    menu_label = _("Presentations")
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
        ],
        base_form_class=RecordForm,
    )

    def get_queryset(self, request):
        return MedalPresentation.objects.prefetch_related("texts").distinct()


class ReportPhotoViewSet(SnippetViewSet):
    model = ReportPhoto
    icon = "image"
    menu_label = _("Photographs of presentations")
    list_display = ["presentation", "place", "caption_en", "others_agree"]
    list_filter = ["presentation", "others_agree"]
    copy_view_enabled = False
    search_backend_name = None

    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("presentation"), FieldPanel("place")]),
            FieldPanel("image"),
            FieldPanel("shows"),
            FieldPanel("others_agree"),
            MultiFieldPanel(
                [FieldPanel(f"caption_{code}") for code in ("en", "fr", "nl", "ru")],
                heading=_("Caption"),
            ),
            FieldPanel("credit"),
        ],
        base_form_class=ReportPhotoForm,
    )

    def get_queryset(self, request):
        photos = ReportPhoto.objects.select_related("presentation")
        return photos.prefetch_related("presentation__texts")


class VeteransViewSetGroup(SnippetViewSetGroup):
    items = (VeteranViewSet, MedalViewSet, MedalPresentationViewSet, ReportPhotoViewSet)
    menu_label = _("Veterans")
    menu_icon = "user"
    menu_order = 265
