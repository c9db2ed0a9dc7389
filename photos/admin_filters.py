"""How staff narrow down the list of photographs."""

import django_filters
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from photos.enums import TextLanguage
from photos.models.collections import Collection
from photos.models.records import Photo
from photos.models.texts import PhotoText

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
# What stands in the address: the field of the text and the language, or the field of the record.
MISSING = [
    ("rights", _("No rights statement")),
    (_("No text in"), [(f"title-{code}", name) for code, name in TextLanguage.choices]),
    (_("No caption in"), [(f"caption-{code}", name) for code, name in TextLanguage.choices]),
    (
        _("No text for those who cannot see the picture in"),
        [(f"alt_text-{code}", name) for code, name in TextLanguage.choices],
    ),
]


class PhotoFilterSet(WagtailFilterSet):
    collection = django_filters.ModelChoiceFilter(
        queryset=Collection.objects.all(), label=_("Collection")
    )
    state = django_filters.ChoiceFilter(choices=STATES, method="filter_state", label=_("State"))
    missing = django_filters.ChoiceFilter(
        choices=MISSING, method="filter_missing", label=_("What is missing")
    )

    class Meta:
        model = Photo
        fields = ["collection", "state", "missing"]

    def filter_state(self, queryset, name, value):
        return queryset.filter(**CONDITIONS[value])

    def filter_missing(self, queryset, name, value):
        if value == "rights":
            return queryset.filter(rights="")
        field, _dash, language = value.partition("-")
        texts = PhotoText.objects.filter(photo=OuterRef("pk"), language=language)
        return queryset.filter(~Exists(texts.exclude(**{field: ""})))
