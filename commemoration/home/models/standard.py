"""Pages of plain text: imprint, contact, privacy, accessibility."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from commemoration.core.blocks.bodies import BodyBlocks, heading_anchor
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

    class Meta:
        verbose_name = _("standard page")

    @property
    def contents(self) -> list[tuple[str, str]]:
        """The headings of a long page, each with its address on the page; none for a short one."""
        headings = [block for block in self.body if block.block_type == "heading"]
        if len(headings) < HEADINGS_OF_A_LONG_PAGE:
            return []
        return [(block.value, f"#{heading_anchor(block)}") for block in headings]

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["contents"] = self.contents
        context["parts"] = selectors.listed_children(self)
        return context
