"""The screens on which staff say who looks after which burial sites."""

from functools import cached_property

from django.contrib import messages
from django.db import transaction
from django.urls import path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button

from commemoration.core.publication.viewsets import SavedByHandCreateView, SavedByHandEditView
from commemoration.core.publication.wording import WordedViewSet
from tributes.graves.caretakers.screens import CaretakerLinkView
from tributes.graves.caretakers.services.access import revoke_link
from tributes.graves.models.caretakers import Caretaker


class CaretakerEditView(SavedByHandEditView):
    @transaction.atomic
    def form_valid(self, form):
        """A link in the letters of another address is that of somebody else."""
        response = super().form_valid(form)
        if "email" in form.changed_data and self.object.is_open:
            revoke_link(self.object, user=self.request.user)
            messages.warning(self.request, gettext("The link opens nothing any more."))
        return response

    @cached_property
    def header_more_buttons(self):
        address = reverse(f"{self.model.snippet_viewset.url_namespace}:link", args=[self.object.pk])
        link = Button(_("Send or revoke the link"), url=address, icon_name="link")
        return [*super().header_more_buttons, link]


class CaretakerViewSet(WordedViewSet):
    model = Caretaker
    icon = "group"
    menu_label = _("Caretakers")
    add_label = _("Add a caretaker")
    add_view_class = SavedByHandCreateView
    edit_view_class = CaretakerEditView
    copy_view_enabled = False
    search_backend_name = None
    list_display = [
        "__str__",
        Column("name", label=_("Name of the person")),
        "organisation",
        Column("access_in_words", label=_("Link")),
    ]
    search_fields = ["handle", "name", "email"]

    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("name"), FieldPanel("email")]),
            FieldRowPanel([FieldPanel("organisation"), FieldPanel("language")]),
            InlinePanel(
                "places",
                heading=_("Sites"),
                label=_("Burial site"),
                min_num=1,
                panels=[FieldPanel("site")],
            ),
        ]
    )

    def get_queryset(self, request):
        return Caretaker.objects.select_related("organisation").prefetch_related(
            "organisation__texts"
        )

    def get_urlpatterns(self):
        link = path("link/<int:pk>/", CaretakerLinkView.as_view(), name="link")
        return [*super().get_urlpatterns(), link]
