"""Blocks that lead somewhere else."""

from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from commemoration.core.pages.querysets import linked_pages


class LinkBlock(blocks.StructBlock):
    """One link, to a page of this site or to another site."""

    page = blocks.PageChooserBlock(label=_("Page of this site"), required=False)
    address = blocks.URLBlock(label=_("or address of another site"), required=False)
    label = blocks.CharBlock(
        label=_("Words of the link"),
        required=False,
        help_text=_("Say where the link leads. Left empty, the page's own title is shown."),
    )

    class Meta:
        label = _("Link")
        icon = "link"

    def clean(self, value):
        value = super().clean(value)
        if bool(value.get("page")) == bool(value.get("address")):
            message = _("Choose a page of this site or give an address, one of the two.")
            raise blocks.StructBlockValidationError({"page": ValidationError(message)})
        return value


class LinksBlock(blocks.StructBlock):
    """A short list of links."""

    links = blocks.ListBlock(LinkBlock(), label=_("Links"), min_num=1)

    class Meta:
        label = _("Links")
        icon = "link"
        template = "blocks/links_block.html"

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["links"] = _links(value["links"])
        return context


def _links(values: list) -> list[dict]:
    """The links with a public page or an address, in the reader's language. One query."""
    language = get_language()
    pages = linked_pages([value["page"].pk for value in values if value["page"]], language)
    links = []
    for value in values:
        page = pages.get(value["page"].pk) if value["page"] else None
        if page:
            links.append(
                {
                    "url": page.url,
                    "text": value["label"] or page.title,
                    "language": "" if page.language == language else page.language,
                }
            )
        elif value["address"]:
            links.append({"url": value["address"], "text": value["label"] or value["address"]})
    return links
