"""The pages of the archive: its entrance, and one page for each collection."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from commemoration.core.pages.base import BasePage


class PhotoArchivePage(BasePage):
    """The entrance: every collection with a leading picture, its counts and its description."""

    content_panels = [*BasePage.content_panels]

    subpage_types = ["photos.CollectionPage"]
    template = "photos/photo_archive_page.html"

    class Meta:
        verbose_name = _("photo archive")


class CollectionPage(BasePage):
    """One collection, in one language tree."""

    collection = models.ForeignKey(
        "photos.Collection",
        verbose_name=_("collection"),
        on_delete=models.PROTECT,
        related_name="pages",
        help_text=_("The collection whose photographs this page shows."),
    )

    content_panels = [*BasePage.content_panels, FieldPanel("collection")]

    parent_page_types = ["photos.PhotoArchivePage"]
    subpage_types = []
    template = "photos/collection_page.html"

    class Meta:
        verbose_name = _("photo collection page")
