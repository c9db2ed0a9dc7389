"""Registers how written text is turned into a page."""

from wagtail import hooks

from commemoration.core.blocks.rich_text import TranslatedPageLinkHandler


@hooks.register("register_rich_text_features", order=10)
def lead_links_to_the_readers_language(features):
    features.register_link_type(TranslatedPageLinkHandler)
