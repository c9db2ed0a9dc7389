"""What the pages around the parts show of other pages."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import F
from django.http import HttpRequest
from wagtail.models import Page

from commemoration.core.pages.querysets import linked_pages, public_pages, with_leads


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


def listed_children(page: Page, request: HttpRequest) -> list[Card]:
    """The public pages below `page`, in the order of the tree. One query."""
    children = with_leads(public_pages(page.get_children()))
    return [
        Card(title=child.title, url=child.get_url(request), text=child.listed_lead)
        for child in children
    ]


def institutions(home: Page, request: HttpRequest) -> list[Card]:
    """The rooms of the embassy and of the centre in the language of `home`. One query."""
    rooms = public_pages(home.get_children()).exclude(sectionpage=None)
    rooms = rooms.annotate(section=F("sectionpage__section"), lead=F("sectionpage__lead"))
    return [
        Card(room.title, room.get_url(request), text=room.lead, accent=room.section)
        for room in rooms
    ]


def whats_on(home: Page, request: HttpRequest) -> list[Card]:
    """The editors' cards in the language of `home`; a card whose page is not public is left out."""
    blocks = [block.value for block in home.whats_on if block.value["page"]]
    language = home.locale.language_code
    pages = linked_pages([block["page"].pk for block in blocks], language)
    return [
        _card(block, pages[block["page"].pk], language, request)
        for block in blocks
        if block["page"].pk in pages
    ]


def _card(block, page: Page, language: str, request: HttpRequest) -> Card:
    page_language = page.locale.language_code
    return Card(
        title=block["title"] or page.title,
        url=page.get_url(request),
        text=block["text"],
        eyebrow=block["eyebrow"],
        language="" if page_language == language else page_language,
    )


def languages_with_home() -> list[str]:
    """The languages that have a published home page, the site's default first."""
    homes = Page.objects.live().exclude(homepage=None)
    found = set(homes.values_list("locale__language_code", flat=True))
    return [code for code, _name in settings.LANGUAGES if code in found]
