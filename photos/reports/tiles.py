"""The report of pictures whose tiles could not be made, with the button that tries again."""

from functools import cached_property

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views import View
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView

from photos.admin_filters import TilesFilterSet
from photos.models.images import ArchiveImage
from photos.models.records import Photo
from photos.permission_policies import SectionPermissionPolicy
from photos.selectors.tiles import failed_pictures
from photos.services.tiles import retry_tiles


class PhotosColumn(Column):
    cell_template_name = "photos/admin/reports/photos_cell.html"

    def get_value(self, instance):
        return [*instance.photos.all(), *instance.photos_as_verso.all()]


class AgainColumn(Column):
    cell_template_name = "photos/admin/reports/again_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, "csrf_token": get_token(parent_context["request"])}


class TilesReportView(ReportView):
    page_title = _("Pictures without tiles")
    header_icon = "image"
    model = ArchiveImage
    template_name = "photos/admin/reports/gaps.html"
    results_template_name = "photos/admin/reports/tiles_results.html"
    index_url_name = "photo_tiles"
    index_results_url_name = "photo_tiles_results"
    filterset_class = TilesFilterSet
    any_permission_required = ["change", "publish"]
    default_ordering = "pk"
    export_filename = "pictures-without-tiles"
    list_export = [
        *("title", "uuid", "original_name", "width", "height", "master_bytes"),
        "get_tile_fault_display",
    ]
    export_headings = {"uuid": "UUID", "get_tile_fault_display": _("Why")}

    @property
    def permission_policy(self):
        return SectionPermissionPolicy(Photo)

    def get_queryset(self):
        return failed_pictures(self.request.user)

    @cached_property
    def columns(self):
        def edit_url(picture):
            return reverse("wagtailimages:edit", args=[picture.pk])

        return [
            TitleColumn("title", label=_("Picture"), get_url=edit_url),
            PhotosColumn("photos", label=_("Photographs")),
            Column(
                "size",
                label=_("Size in pixels"),
                accessor=lambda picture: f"{picture.width} × {picture.height}",
            ),
            Column("fault", label=_("Why"), accessor="get_tile_fault_display"),
            AgainColumn("again", label=_("Try again")),
        ]

    def get_context_data(self, **kwargs):
        number = None if self.is_export else self.get_queryset().count()
        return super().get_context_data(number=number, **kwargs)


class MakeAgainView(View):
    """POST only: one picture, or all that the report lists for this person."""

    http_method_names = ["post"]

    def post(self, request):
        if not request.user.has_perm("photos.publish_photo"):
            raise PermissionDenied
        pictures = failed_pictures(request.user)
        key = request.POST.get("picture", "")
        if key != "all":
            pictures = pictures.filter(pk=int(key) if key.isascii() and key.isdigit() else 0)
        number = retry_tiles(pictures)
        text = ngettext(
            "The tiles of %(number)d picture are being made again.",
            "The tiles of %(number)d pictures are being made again.",
            number,
        )
        messages.success(request, text % {"number": number})
        return redirect("photo_tiles")
