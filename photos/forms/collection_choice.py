"""Staff choose a collection by its title in their language; the short name stands beside it."""

from django import forms
from django.utils.translation import get_language
from django_filters import ModelChoiceFilter
from django_filters.fields import ModelChoiceField as FilterField

from photos.models.collections import Collection
from photos.selectors.texts import collection_texts_for


def collection_label(collection: Collection) -> str:
    """The title and, as imports call it, the short name; expects `texts` to be prefetched."""
    title = str(collection_texts_for(collection, get_language()).title)
    return title if title == str(collection) else f"{title} ({collection.slug})"


class CollectionChoiceField(forms.ModelChoiceField):
    """One query more for all choices together."""

    def label_from_instance(self, obj):
        return collection_label(obj)

    def _set_with_texts(self, queryset):
        self._set_queryset(None if queryset is None else queryset.prefetch_related("texts"))

    queryset = property(forms.ModelChoiceField._get_queryset, _set_with_texts)


class _CollectionFilterField(CollectionChoiceField, FilterField):
    pass


class CollectionFilter(ModelChoiceFilter):
    field_class = _CollectionFilterField
