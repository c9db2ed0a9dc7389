"""What the edit screen of a photograph shows beside its fields."""

from django.utils.functional import cached_property
from wagtail.admin.panels import Panel

from photos.embedded import suggestions
from photos.selectors.look_alikes import look_alikes


class FileWordsPanel(Panel):
    """What the picture's file says of itself, to be copied by hand where it is right."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "photos/admin/file_words.html"

        def is_shown(self):
            return super().is_shown() and bool(self._suggestions())

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            return {**context, "suggestions": self._suggestions()}

        def _suggestions(self):
            image = self.instance.image if self.instance.image_id else None
            return suggestions(image.embedded_metadata) if image else []


class LookAlikesPanel(Panel):
    """Photographs that may be scans of the same print: a warning, never a refusal."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "photos/admin/look_alikes.html"

        @cached_property
        def photos(self):
            return look_alikes(self.instance)

        def is_shown(self):
            return super().is_shown() and bool(self.photos)

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            return {**context, "photos": self.photos}
