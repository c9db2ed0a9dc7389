"""What the admin's tables show of a photograph."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, StatusTagColumn

from photos.pictures import staff_picture


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
