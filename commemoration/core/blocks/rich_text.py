"""Links to pages inside written text, led to the reader's language without a query for each.

Wagtail asks the database up to three times for every link. Here the pages that a whole body links
to are fetched at once and remembered on the request.
"""

import re

from django.utils.html import format_html
from django.utils.translation import get_language
from wagtail.rich_text.pages import PageLinkHandler

from commemoration.core.http.request_log import current_request
from commemoration.core.pages.querysets import linked_pages

PAGE_LINK = re.compile(r"<a\b[^>]*linktype=\\?\"page\\?\"[^>]*>")
ID = re.compile(r"\bid=\\?\"(\d+)\\?\"")


class TranslatedPageLinkHandler(PageLinkHandler):
    """A link without an address where the page is not public: the words stay."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        ids = [int(attrs["id"]) if attrs.get("id", "").isdigit() else 0 for attrs in attrs_list]
        pages = _pages(set(ids))
        return [_opening_tag(pages.get(pk)) for pk in ids]


def remember_linked_pages(text: str) -> None:
    """Fetches every page that `text` (HTML in any notation) links to. One query at most."""
    ids = {int(pk) for tag in PAGE_LINK.findall(text) for pk in ID.findall(tag)}
    if ids:
        _pages(ids)


def _pages(ids: set[int]) -> dict:
    request = current_request.get()
    language = get_language()
    known = {} if request is None else request.__dict__.setdefault("linked_pages", {})
    unknown = {pk for pk in ids if (pk, language) not in known}
    if unknown:
        found = linked_pages(unknown, language)
        known.update({(pk, language): found.get(pk) for pk in unknown})
    return {pk: known[pk, language] for pk in ids}


def _opening_tag(page) -> str:
    if page is None:
        return "<a>"
    if page.language == get_language():
        return format_html('<a href="{}">', page.url)
    return format_html('<a href="{}" hreflang="{}">', page.url, page.language)
