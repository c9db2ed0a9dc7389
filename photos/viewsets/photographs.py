"""The list of photographs, and the screen on which one is described."""

from functools import cached_property

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import EditView

from commemoration.core.publication.wording import WordedIndexView
from photos.admin_columns import CollectionColumn, PhotoStateColumn, ThumbnailColumn
from photos.admin_filters import PhotoFilterSet
from photos.forms.panels import FileWordsPanel, LookAlikesPanel
from photos.forms.records import PhotoForm
from photos.models.records import Photo
from photos.translating.viewset import translate_button

from .publication import (
    PhotoRestoreView,
    PhotoUnpublishView,
    PhotoWithdrawView,
    photo_buttons,
)
from .sections import SectionViewSet
from .used_in import PhotoDeleteView, PhotoUsedInView


class PhotoIndexView(WordedIndexView):
    @cached_property
    def header_more_buttons(self):
        url = reverse("bulk_edits:index")
        return [
            *super().header_more_buttons,
            translate_button(self.request),
            Button(_("Bulk edits made before"), url=url, icon_name="history", priority=110),
        ]


class PhotoEditView(EditView):
    @cached_property
    def header_more_buttons(self):
        return [*super().header_more_buttons, *photo_buttons(self.object, self.request.user)]


class PhotoViewSet(SectionViewSet):
    model = Photo
    icon = "image"
    menu_label = _("Photographs")
    add_label = _("Add a photograph")
    list_per_page = 48
    list_display = [
        "accession",
        ThumbnailColumn("image", label=_("Picture")),
        Column("first_title", label=_("Title")),
        CollectionColumn("collection", label=_("Collection"), sort_key="collection__slug"),
        PhotoStateColumn("state", label=_("State"), primary=lambda photo: photo.live),
    ]
    filterset_class = PhotoFilterSet
    search_fields = ["accession", "texts__title"]
    search_backend_name = None
    ordering = ["sort_key", "pk"]
    copy_view_enabled = False
    index_view_class = PhotoIndexView
    edit_view_class = PhotoEditView
    unpublish_view_class = PhotoUnpublishView
    usage_view_class = PhotoUsedInView
    delete_view_class = PhotoDeleteView
    delete_template_name = "photos/admin/confirm_delete.html"

    edit_handler = ObjectList(
        [
            MultiFieldPanel([FieldPanel("image"), FieldPanel("verso")], heading=_("Picture")),
            LookAlikesPanel(heading=_("Photographs that look like it")),
            FileWordsPanel(heading=_("What the file says")),
            InlinePanel(
                "texts",
                heading=_("Description in each language"),
                label=_("Language"),
                help_text=_(
                    "One language is enough to publish. Readers of other languages see it with "
                    "a note until somebody translates it."
                ),
                min_num=1,
                panels=[
                    FieldRowPanel(
                        [FieldPanel("language", required_on_save=True), FieldPanel("translator")]
                    ),
                    FieldPanel("title", required_on_save=True),
                    FieldPanel("caption"),
                    FieldPanel("alt_text"),
                    FieldPanel("transcript"),
                    FieldPanel("is_machine_translated"),
                ],
            ),
            MultiFieldPanel(
                [
                    FieldPanel("accession", required_on_save=True),
                    FieldPanel("collection"),
                    FieldPanel("institution"),
                    FieldRowPanel(
                        [
                            FieldPanel("fonds"),
                            FieldPanel("inventory"),
                            FieldPanel("file_reference"),
                        ]
                    ),
                    FieldPanel("reference"),
                    FieldPanel("photographer"),
                    FieldPanel("date"),
                    FieldPanel("people"),
                    FieldPanel("event"),
                    FieldPanel("subjects"),
                    FieldPanel("original_language"),
                ],
                heading=_("Catalogue"),
            ),
            MultiFieldPanel(
                [
                    FieldPanel("place_then"),
                    FieldPanel("place_now"),
                    FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
                ],
                heading=_("Place"),
            ),
            MultiFieldPanel(
                [FieldPanel("rights"), FieldPanel("credit"), FieldPanel("content_warning")],
                heading=_("Rights"),
            ),
        ],
        base_form_class=PhotoForm,
    )

    def get_queryset(self, request):
        photos = super().get_queryset(request).distinct()
        return photos.select_related("image", "collection").prefetch_related(
            "texts", "collection__texts"
        )

    def get_urlpatterns(self):
        withdraw = self.construct_view(PhotoWithdrawView)
        restore = self.construct_view(PhotoRestoreView)
        return [
            *super().get_urlpatterns(),
            path("withdraw/<int:pk>/", withdraw, name="withdraw"),
            path("restore/<int:pk>/", restore, name="restore"),
        ]
