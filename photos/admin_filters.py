"""How staff narrow down the list of photographs and the reports."""

import django_filters
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from commemoration.core.accounts.selectors import sections_of
from commemoration.core.enums import Section
from photos.forms.collection_choice import CollectionFilter
from photos.models.collections import Collection
from photos.models.images import ArchiveImage
from photos.models.records import Photo
from photos.selectors.gaps import gap_labels, lacking

STATES = [
    ("live", _("Published")),
    ("draft", _("Being described")),
    ("changed", _("Published, with changes waiting")),
    ("withdrawn", _("Withdrawn")),
]
CONDITIONS = {
    "live": {"live": True},
    "draft": {"live": False, "withdrawn_at": None},
    "changed": {"live": True, "has_unpublished_changes": True},
    "withdrawn": {"withdrawn_at__isnull": False},
}


def own_collections(request):
    """A filter offers what the list can show."""
    if request is None:
        return Collection.objects.all()
    return Collection.objects.filter(section__in=sections_of(request.user))


def holding_institutions() -> list[tuple[str, str]]:
    names = Photo.objects.order_by("institution").exclude(institution="")
    return [(name, name) for name in names.values_list("institution", flat=True).distinct()]


def gap_choices() -> list[tuple[str, str]]:
    """Each with its full name: a chosen filter shows nothing else."""
    return list(gap_labels().items())


class PhotoFilterSet(WagtailFilterSet):
    collection = CollectionFilter(queryset=own_collections, label=_("Collection"))
    state = django_filters.ChoiceFilter(choices=STATES, method="filter_state", label=_("State"))
    missing = django_filters.ChoiceFilter(
        choices=gap_choices, method="filter_missing", label=_("What is missing")
    )

    class Meta:
        model = Photo
        fields = ["collection", "state", "missing"]

    def filter_state(self, queryset, name, value):
        return queryset.filter(**CONDITIONS[value])

    def filter_missing(self, queryset, name, value):
        return lacking(queryset, value)


class GapsFilterSet(PhotoFilterSet):
    section = django_filters.ChoiceFilter(
        field_name="collection__section", choices=Section.choices, label=_("Owner")
    )
    institution = django_filters.ChoiceFilter(
        choices=holding_institutions, label=_("Holding institution")
    )

    class Meta:
        model = Photo
        fields = ["missing", "state", "collection", "section", "institution"]


class TilesFilterSet(WagtailFilterSet):
    """Of pictures, by the photographs that show them on either side."""

    collection = CollectionFilter(
        queryset=own_collections, method="filter_collection", label=_("Collection")
    )
    section = django_filters.ChoiceFilter(
        choices=Section.choices, method="filter_section", label=_("Owner")
    )

    class Meta:
        model = ArchiveImage
        fields = ["collection", "section"]

    def filter_collection(self, queryset, name, value):
        return queryset.filter(
            Q(photos__collection=value) | Q(photos_as_verso__collection=value)
        ).distinct()

    def filter_section(self, queryset, name, value):
        return queryset.filter(
            Q(photos__collection__section=value) | Q(photos_as_verso__collection__section=value)
        ).distinct()
