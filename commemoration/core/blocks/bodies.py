"""Which blocks a page may hold."""

from wagtail import blocks

from commemoration.core.blocks.links import LinksBlock
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


class VisitBlocks(blocks.StreamBlock):
    """What a visitor needs to find an institution."""

    contact = ContactBlock()
    opening_hours = OpeningHoursBlock()

    class Meta:
        template = "blocks/visit_blocks.html"
