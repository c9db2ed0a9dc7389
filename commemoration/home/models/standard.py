"""Pages of plain text: imprint, contact, privacy, accessibility."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from commemoration.core.blocks.bodies import BodyBlocks
from commemoration.core.blocks.fields import BlocksField
from commemoration.core.pages.base import BasePage
from commemoration.home import selectors

HEADINGS_OF_A_LONG_PAGE = 4


class StandardPage(BasePage):
    """A page to read, with a table of contents when it is long."""

    body = BlocksField(BodyBlocks(), verbose_name=_("text"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    parent_page_types = ["home.HomePage", "home.SectionPage", "home.StandardPage"]
    in_header_menu = False
    in_footer_menu = True

    @property
    def contents(self) -> list:
        """The heading blocks of a long page; none for a short one."""
        headings = [block for block in self.body if block.block_type == "heading"]
        return headings if len(headings) >= HEADINGS_OF_A_LONG_PAGE else []

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["parts"] = selectors.listed_children(self, request)
        return context
