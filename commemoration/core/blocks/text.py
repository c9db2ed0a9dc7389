"""Blocks of words: what an editor writes."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

RICH_TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link"]


class HeadingBlock(blocks.CharBlock):
    """A heading inside a page; long pages gather them in a table of contents."""

    class Meta:
        label = _("Heading")
        icon = "title"
        template = "blocks/heading_block.html"


class TextBlock(blocks.RichTextBlock):
    """Paragraphs and lists."""

    def __init__(self, **kwargs):
        kwargs.setdefault("features", RICH_TEXT_FEATURES)
        super().__init__(**kwargs)

    class Meta:
        label = _("Text")
        icon = "pilcrow"
        template = "blocks/text_block.html"


class QuotationBlock(blocks.StructBlock):
    """Somebody's own words, with who said them and where."""

    text = blocks.TextBlock(label=_("Quotation"))
    speaker = blocks.CharBlock(label=_("Who said or wrote it"), required=False)
    source = blocks.CharBlock(
        label=_("Where it is from"),
        required=False,
        help_text=_("The book, letter or recording, with its date if it is known."),
    )

    class Meta:
        label = _("Quotation")
        icon = "openquote"
        template = "blocks/quotation_block.html"


class NoteBlock(blocks.StructBlock):
    """Where the site speaks in its own voice: a doubt, a conflict of sources, what to do next."""

    text = blocks.RichTextBlock(label=_("Note"), features=["bold", "italic", "link"])

    class Meta:
        label = _("Note")
        icon = "info-circle"
        template = "blocks/note_block.html"


class TermBlock(blocks.StructBlock):
    term = blocks.CharBlock(label=_("Term"))
    text = blocks.RichTextBlock(label=_("Text"), features=["bold", "italic", "link", "ul"])

    class Meta:
        label = _("Term and text")


class TermsBlock(blocks.StructBlock):
    """Terms beside their explanations, as on an archivist's card."""

    terms = blocks.ListBlock(TermBlock(), label=_("Terms"), min_num=1)

    class Meta:
        label = _("Terms and texts")
        icon = "list-ul"
        template = "blocks/terms_block.html"
