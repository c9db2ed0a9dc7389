"""The root of one language's tree, which also finds the page that an address means."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index
from wagtail_localize.fields import BaseTranslatableField

from commemoration.core.blocks.bodies import BodyBlocks
from commemoration.core.blocks.fields import BlocksField
from commemoration.core.pages.base import BasePage
from commemoration.core.pages.rows import row_of
from commemoration.home import routing, selectors, showcase
from commemoration.home.blocks import CardBlock


class HomePage(BasePage):
    """One per language; its title is the name of the site, its lead the tagline."""

    lead_photo = models.ForeignKey(
        "photos.Photo",
        verbose_name=_("leading photograph"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_(
            "Shown large, with its collection. Left empty, the newest collection is shown."
        ),
    )
    whats_on = BlocksField(
        [("card", CardBlock())],
        verbose_name=_("what is on"),
        blank=True,
        max_num=6,
        help_text=_("The exhibition, the next screening, the competition: newest first."),
    )
    body = BlocksField(BodyBlocks(), verbose_name=_("text"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("lead_photo"),
        FieldPanel("whats_on"),
        FieldPanel("body"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    # Sisters below the tree's root cannot share one slug, and no address shows it.
    override_translatable_fields = [BaseTranslatableField("slug")]

    parent_page_types = ["wagtailcore.Page"]
    fetched_with = ("locale",)
    in_header_menu = False

    class Meta:
        verbose_name = _("home page")

    def route(self, request, path_components):
        row = row_of(self, self.locale.language_code)
        return routing.resolve(row, request, path_components)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["cards"] = selectors.whats_on(self)
        context["collection"], context["highlights"] = showcase.showcase(self)
        return context
