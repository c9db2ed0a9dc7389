"""What the admin's tables show of a photograph."""

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, StatusTagColumn

from photos.pictures import staff_picture
from photos.selectors.texts import collection_texts_for


class ThumbnailColumn(Column):
    cell_template_name = "photos/admin/thumbnail_cell.html"

    def get_value(self, instance):
        return staff_picture(instance.image)


class CollectionColumn(Column):
    """The title in the language of whoever looks; expects `collection__texts` to be prefetched."""

    def get_value(self, instance):
        return collection_texts_for(instance.collection, get_language()).title


class PhotoStateColumn(StatusTagColumn):
    def get_value(self, instance):
        if instance.withdrawn_at:
            return _("Withdrawn")
        if not instance.live:
            return _("Being described")
        if instance.has_unpublished_changes:
            return _("Published, with changes waiting")
        return _("Published")
