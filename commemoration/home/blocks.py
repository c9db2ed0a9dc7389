"""Blocks that only the home page uses."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class CardBlock(blocks.StructBlock):
    """One thing that is on, leading to its page."""

    page = blocks.PageChooserBlock(label=_("Page"))
    eyebrow = blocks.CharBlock(
        label=_("Small heading"),
        required=False,
        max_length=60,
        help_text=_("What kind of thing it is, for example: Exhibition."),
    )
    title = blocks.CharBlock(
        label=_("Title"),
        required=False,
        max_length=120,
        help_text=_("Left empty, the page's own title is shown."),
    )
    text = blocks.TextBlock(label=_("Text"), required=False, rows=3)

    class Meta:
        label = _("Card")
        icon = "doc-full"
