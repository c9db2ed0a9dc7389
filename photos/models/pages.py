"""The pages of the archive: its entrance, and one page for each collection."""

from django.core.paginator import InvalidPage
from django.db import models
from django.http import Http404
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from commemoration.core.pages.base import BasePage
from commemoration.core.pages.querysets import public_pages
from photos import selectors


class PhotoArchivePage(BasePage):
    """The entrance: every collection with a leading picture, its counts and its description."""

    subpage_types = ["photos.CollectionPage"]
    template = "photos/photo_archive_page.html"

    class Meta:
        verbose_name = _("photo archive")

    def get_context(self, request, *args, **kwargs):
        pages = public_pages(CollectionPage.objects.child_of(self)).order_by("path")
        pages = pages.select_related("collection").prefetch_related("collection__texts")
        collections = selectors.archive_entrance(pages, get_language())
        return {**super().get_context(request, *args, **kwargs), "collections": collections}


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
    fetched_with = ("collection",)
    template = "photos/collection_page.html"

    class Meta:
        verbose_name = _("photo collection page")

    def get_context(self, request, *args, **kwargs):
        language, number = get_language(), request.GET.get("page", 1)
        try:
            listing = selectors.collection_listing(self.collection, language, number)
        except InvalidPage as error:
            raise Http404(str(error)) from error
        texts = selectors.collection_texts_for(self.collection, language)
        context = super().get_context(request, *args, **kwargs)
        return {**context, "listing": listing, "texts": texts}
