"""What the pages around the parts show of other pages."""

from dataclasses import dataclass

from django.conf import settings
from wagtail.models import Page

from commemoration.core.pages.querysets import linked_pages, public_pages, with_leads
from commemoration.core.pages.rows import PageRow, rows_of


@dataclass(frozen=True)
class Card:
    """One thing to follow: plain words and an address.

    `language` is set only where the page is in another language than the one it is listed on,
    `accent` where the card belongs to an institution.
    """

    title: str
    url: str
    text: str = ""
    eyebrow: str = ""
    language: str = ""
    accent: str = ""


def listed_children(page: Page) -> list[Card]:
    """The public pages below `page`, in the order of the tree. One query."""
    children = with_leads(public_pages(page.get_children()))
    return [
        Card(child.title, child.url, text=child.lead)
        for child in rows_of(children, lead="listed_lead")
    ]


def whats_on(home: Page) -> list[Card]:
    """The editors' cards in the language of `home`; a card whose page is not public is left out."""
    blocks = [block.value for block in home.whats_on if block.value["page"]]
    language = home.locale.language_code
    pages = linked_pages([block["page"].pk for block in blocks], language)
    return [
        _card(block, pages[block["page"].pk], language)
        for block in blocks
        if block["page"].pk in pages
    ]


def _card(block, page: PageRow, language: str) -> Card:
    return Card(
        title=block["title"] or page.title,
        url=page.url,
        text=block["text"],
        eyebrow=block["eyebrow"],
        language="" if page.language == language else page.language,
    )


def section_of_page_at(path: str) -> str:
    """The institution below whose page an address lies, in whatever language; "" for other pages.
    One query."""
    codes = [code for code, _name in settings.LANGUAGES]
    parts = [part for part in path.split("/") if part]
    slug = next((part for part in parts if part not in codes), "")
    sections = Page.objects.filter(slug=slug, sectionpage__isnull=False).order_by("path")
    return sections.values_list("sectionpage__section", flat=True).first() or ""


def languages_with_home() -> list[str]:
    """The languages that have a published home page, the site's default first."""
    homes = Page.objects.live().exclude(homepage=None)
    found = set(homes.values_list("locale__language_code", flat=True))
    return [code for code, _name in settings.LANGUAGES if code in found]
