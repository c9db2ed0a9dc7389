"""The report of what photographs lack: counts of every gap, and the photographs behind one."""

from functools import cached_property
from operator import attrgetter

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView

from photos.admin_columns import PhotoStateColumn
from photos.admin_filters import GapsFilterSet
from photos.models.records import Photo
from photos.models.texts import PhotoText
from photos.permission_policies import SectionPermissionPolicy
from photos.selectors.gaps import gap_counts, gap_labels


class GapsReportView(ReportView):
    """Without a chosen gap the counts alone are shown: no list of everything is of use."""

    page_title = _("Gaps in the photographs")
    header_icon = "warning"
    model = Photo
    template_name = "photos/admin/reports/gaps.html"
    results_template_name = "photos/admin/reports/gaps_results.html"
    index_url_name = "photo_gaps"
    index_results_url_name = "photo_gaps_results"
    filterset_class = GapsFilterSet
    any_permission_required = ["change", "publish", "view"]
    export_filename = "photograph-gaps"
    list_export = [
        "accession",
        "first_title",
        "collection",
        "collection.get_section_display",
        "institution",
        "live",
        "date",
        "place_then",
        "rights",
    ]
    export_headings = {
        "first_title": _("Title"),
        "collection.get_section_display": _("Owner"),
        "live": _("Published"),
    }

    @property
    def permission_policy(self):
        return SectionPermissionPolicy(Photo)

    @cached_property
    def chosen(self) -> str:
        return self.request.GET.get("missing", "")

    def get_queryset(self):
        texts = PhotoText.objects.only("photo", "language", "title")
        photos = self.permission_policy.instances_user_has_any_permission_for(
            self.request.user, set(self.any_permission_required)
        )
        return (
            photos.select_related("collection")
            .prefetch_related(Prefetch("texts", queryset=texts))
            .visible_order()
        )

    def get_filtered_queryset(self):
        photos = super().get_filtered_queryset()
        return photos if self.chosen or self.is_export else photos.none()

    @cached_property
    def columns(self):
        return [
            TitleColumn(
                "accession", label=_("Accession number"), get_url=attrgetter("edit_address")
            ),
            Column("first_title", label=_("Title")),
            Column("collection", label=_("Collection")),
            Column("section", label=_("Owner"), accessor="collection.get_section_display"),
            PhotoStateColumn("state", label=_("State"), primary=lambda photo: photo.live),
        ]

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            gaps=None if self.is_export else self._gaps(), chosen=self.chosen, **kwargs
        )

    def _gaps(self) -> list[dict]:
        """Every gap, with its address and how many photographs the other filters leave."""
        counts, labels = gap_counts(self._within_other_filters()), gap_labels()
        return [
            {
                "name": name,
                "label": labels[name],
                "number": number,
                "url": f"{reverse(self.index_url_name)}?{self._query(name)}",
            }
            for name, number in counts.items()
        ]

    def _within_other_filters(self):
        asked = self.request.GET.copy()
        asked.pop("missing", None)
        photos = self.get_queryset().prefetch_related(None).select_related(None)
        found = self.filterset_class(asked, queryset=photos, request=self.request)
        return found.qs if found.is_valid() else photos

    def _query(self, gap: str) -> str:
        asked = self.request.GET.copy()
        for name in ("p", "export", "_w_filter_fragment"):
            asked.pop(name, None)
        asked["missing"] = gap
        return asked.urlencode()
