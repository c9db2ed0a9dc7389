"""The screens on which staff look after photographs and collections."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from photos.corrections.viewset import ErrorReportsViewSet
from photos.translating.viewset import TranslatingViewSet

from .collections import CollectionViewSet
from .deletion import PictureDeleteView, keep_used_pictures, refuse_to_delete
from .photographs import PhotoViewSet
from .publication import photo_buttons
from .used_in import PictureUsedInView


class PhotoArchiveViewSetGroup(SnippetViewSetGroup):
    items = (PhotoViewSet, CollectionViewSet, TranslatingViewSet, ErrorReportsViewSet)
    menu_label = _("Photo archive")
    menu_icon = "image"
    menu_order = 250


__all__ = [
    "CollectionViewSet",
    "PhotoArchiveViewSetGroup",
    "PhotoViewSet",
    "PictureDeleteView",
    "PictureUsedInView",
    "keep_used_pictures",
    "photo_buttons",
    "refuse_to_delete",
]
