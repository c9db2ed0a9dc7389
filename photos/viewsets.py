"""The screens on which staff look after photographs and collections."""

from functools import cached_property, wraps

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.admin.widgets.button import Button
from wagtail.images.views.images import DeleteView as ImageDeleteView
from wagtail.snippets.views.snippets import (
    DeleteView,
    EditView,
    RevisionsUnscheduleView,
    SnippetViewSet,
    SnippetViewSetGroup,
    UnpublishView,
)

from photos.admin_filters import PhotoFilterSet
from photos.forms.panels import FileWordsPanel, LookAlikesPanel
from photos.forms.records import CollectionForm, PhotoForm
from photos.models.collections import Collection
from photos.models.images import ArchiveImage
from photos.models.records import Photo
from photos.permission_policies import SectionPermissionPolicy
from photos.permissions import may_publish_photo
from photos.pictures import staff_picture
from photos.selectors.cards import photo_url
from photos.selectors.usage import versions_in_collection, versions_with_picture
from photos.services.records import restore_photo, withdraw_photo

ANY_ACTION = {"change", "publish", "delete", "view"}


class ThumbnailColumn(Column):
    cell_template_name = "photos/admin/thumbnail_cell.html"

    def get_value(self, instance):
        return staff_picture(instance.image)


class PhotoStateColumn(StatusTagColumn):
    def get_value(self, instance):
        if instance.withdrawn_at:
            return _("Withdrawn")
        if not instance.live:
            return _("Being described")
        if instance.has_unpublished_changes:
            return _("Published, with changes waiting")
        return _("Published")


class PhotoUnpublishView(UnpublishView):
    """All or nothing: the row and its picture files."""

    @transaction.atomic
    def unpublish(self):
        return super().unpublish()


class PhotoWithdrawView(PhotoUnpublishView):
    page_title = _("Withdraw")
    success_message = _("%(object)s is withdrawn. Its addresses say that it is gone.")
    template_name = "photos/admin/confirm_withdraw.html"
    unpublish_url_name = "photos_withdraw"

    def unpublish(self):
        withdraw_photo(self.object, user=self.request.user)

    def get_unpublish_url(self):
        return self.request.path


class PhotoRestoreView(PhotoWithdrawView):
    page_title = _("Restore")
    success_message = _("%(object)s is a draft again. Check it and publish it.")
    template_name = "photos/admin/confirm_restore.html"

    def unpublish(self):
        restore_photo(self.object, user=self.request.user)


class PhotoEditView(EditView):
    @cached_property
    def header_more_buttons(self):
        return [*super().header_more_buttons, *photo_buttons(self.object, self.request.user)]


def photo_buttons(photo, user, next_url=None):
    """To the page that visitors see, and what those who may publish can do about it.

    Also registered for the rows of the list.
    """
    if not isinstance(photo, Photo):
        return []
    buttons = []
    if photo.live:
        url = photo_url(photo.slug, get_language())
        buttons.append(Button(_("See it on the site"), url=url, icon_name="view"))
    if may_publish_photo(user, photo):
        buttons.append(_withdraw_or_restore(photo))
    return buttons


def _withdraw_or_restore(photo: Photo) -> Button:
    name, label = ("restore", _("Restore")) if photo.withdrawn_at else ("withdraw", _("Withdraw"))
    url = reverse(f"{Photo.snippet_viewset.url_namespace}:{name}", args=[photo.pk])
    return Button(label, url=url, icon_name="undo" if photo.withdrawn_at else "no-view")


class SectionViewSet(SnippetViewSet):
    """Every screen of a record asks whether it belongs to the editor's own section."""

    # What a screen needs beyond that the record is the editor's to look after.
    actions = {
        DeleteView: "delete",
        UnpublishView: "publish",
        RevisionsUnscheduleView: "publish",
    }

    @property
    def permission_policy(self):
        return SectionPermissionPolicy(self.model)

    def get_queryset(self, request):
        return self.permission_policy.instances_user_has_any_permission_for(
            request.user, {"add", *ANY_ACTION}
        )

    def construct_view(self, view_class, **kwargs):
        view = super().construct_view(view_class, **kwargs)
        special = [action for kind, action in self.actions.items() if issubclass(view_class, kind)]
        wanted = set(special) or ANY_ACTION

        @wraps(view)
        def guarded(request, *args, **kwargs):
            if "pk" in kwargs:
                record = get_object_or_404(self.model, pk=kwargs["pk"])
                policy = self.permission_policy
                if not policy.user_has_any_permission_for_instance(request.user, wanted, record):
                    raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded


class PhotoViewSet(SectionViewSet):
    model = Photo
    icon = "image"
    menu_label = _("Photographs")
    list_per_page = 48
    list_display = [
        "accession",
        ThumbnailColumn("image", label=_("Picture")),
        Column("first_title", label=_("Title")),
        Column("collection", label=_("Collection"), sort_key="collection__slug"),
        PhotoStateColumn("state", label=_("State"), primary=lambda photo: photo.live),
    ]
    filterset_class = PhotoFilterSet
    search_fields = ["accession", "texts__title"]
    search_backend_name = None
    ordering = ["sort_key", "pk"]
    copy_view_enabled = False
    edit_view_class = PhotoEditView
    unpublish_view_class = PhotoUnpublishView

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
        return photos.select_related("image", "collection").prefetch_related("texts")

    def get_urlpatterns(self):
        withdraw = self.construct_view(PhotoWithdrawView)
        restore = self.construct_view(PhotoRestoreView)
        return [
            *super().get_urlpatterns(),
            path("withdraw/<int:pk>/", withdraw, name="withdraw"),
            path("restore/<int:pk>/", restore, name="restore"),
        ]


class CollectionViewSet(SectionViewSet):
    model = Collection
    icon = "folder-open-1"
    menu_label = _("Photo collections")
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


class PhotoArchiveViewSetGroup(SnippetViewSetGroup):
    items = (PhotoViewSet, CollectionViewSet)
    menu_label = _("Photo archive")
    menu_icon = "image"
    menu_order = 250


class PictureDeleteView(ImageDeleteView):
    def run_before_hook(self):
        return keep_used_pictures(self.request, "delete", [self.object], self)


def keep_used_pictures(request, action_type, pictures, view):
    """Says in plain words what the database would refuse. Also asked before many are deleted."""
    if action_type != "delete" or not all(isinstance(each, ArchiveImage) for each in pictures):
        return None
    for picture in pictures:
        if version := versions_with_picture(picture).first():
            text = gettext(
                "The picture “%(picture)s” cannot be deleted: a version of the photograph "
                "%(photo)s still shows it. Delete the photograph, or keep the picture."
            )
            messages.error(request, text % {"picture": picture, "photo": version.object_str})
            return redirect("wagtailimages:index")
    return None


def refuse_to_delete(request, records):
    """Stops every way to delete a record that is not the editor's, or that is still needed."""
    for record in records:
        if isinstance(record, Photo | Collection):
            policy = SectionPermissionPolicy(type(record))
            if not policy.user_has_permission_for_instance(request.user, "delete", record):
                raise PermissionDenied(gettext("This record cannot be deleted."))
        if isinstance(record, Collection) and (version := versions_in_collection(record).first()):
            text = gettext(
                "The collection “%(collection)s” cannot be deleted: a version of the photograph "
                "%(photo)s still belongs to it. Delete the photograph, or keep the collection."
            )
            messages.error(request, text % {"collection": record, "photo": version.object_str})
            return redirect(f"{Collection.snippet_viewset.url_namespace}:list")
    return None
