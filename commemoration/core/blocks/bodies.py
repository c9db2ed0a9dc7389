"""Which blocks a page may hold."""

from wagtail import blocks

from commemoration.core.blocks.links import LinksBlock
from commemoration.core.blocks.rich_text import remember_linked_pages
from commemoration.core.blocks.text import (
    HeadingBlock,
    NoteBlock,
    QuotationBlock,
    TermsBlock,
    TextBlock,
)
from commemoration.core.blocks.visit import ContactBlock, OpeningHoursBlock


class BodyBlocks(blocks.StreamBlock):
    """What the body of an ordinary page is made of."""

    heading = HeadingBlock()
    text = TextBlock()
    quotation = QuotationBlock()
    terms = TermsBlock()
    links = LinksBlock()
    note = NoteBlock()
    contact = ContactBlock()
    opening_hours = OpeningHoursBlock()

    class Meta:
        template = "blocks/body_blocks.html"

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        remember_linked_pages(str(value.raw_data))
        context["parts"] = [(block, heading_anchor(block)) for block in value]
        return context


class VisitBlocks(blocks.StreamBlock):
    """What a visitor needs to find an institution."""

    contact = ContactBlock()
    opening_hours = OpeningHoursBlock()

    class Meta:
        template = "blocks/visit_blocks.html"


def heading_anchor(block: blocks.StreamValue.StreamChild) -> str:
    """The name of a heading within its page. It outlives a change of its words or its place."""
    return f"part-{str(block.id or '')[:8]}"
