"""The demonstration's pages, in four languages that are translations of each other."""

from datetime import time

from django.conf import settings
from django.db import transaction
from wagtail.models import Page, Site
from wagtail.rich_text import RichText

from commemoration.core.enums import Section
from commemoration.core.site_settings.models import SiteSettings
from commemoration.home.demo.texts import accessibility, imprint, privacy, specimens
from commemoration.home.demo.texts import graves as grave_texts
from commemoration.home.demo.texts import pages as texts
from commemoration.home.demo.texts import regiment as regiment_texts
from commemoration.home.demo.texts import veterans as veteran_texts
from commemoration.home.models import HomePage, StandardPage
from commemoration.home.services.foundation import lay_foundation
from photos.models import Collection, CollectionPage, PhotoArchivePage
from tributes.graves.models import GraveMapPage
from tributes.regiment.models import RegimentPage
from tributes.veterans.models import VeteransPage

LANGUAGES = [code for code, _name in settings.LANGUAGES]
STANDARD_PAGES = {
    "imprint": imprint.IMPRINT,
    "contact": imprint.CONTACT,
    "privacy": privacy.PRIVACY,
    "accessibility": accessibility.ACCESSIBILITY,
}

# Two spans on working days, one on Saturdays: every shape that the block can take.
OPENING_TIMES = [
    {"first_day": "0", "last_day": "4", "opens": time(9, 30), "closes": time(12, 30)},
    {"first_day": "0", "last_day": "4", "opens": time(14), "closes": time(17)},
    {"first_day": "5", "last_day": "", "opens": time(10), "closes": time(13)},
]


@transaction.atomic
def load_pages(collections: list[Collection]) -> None:
    """Make the pages that are missing; pages that exist, an editor's changes with them, stay."""
    laid = lay_foundation(hostname="localhost", port=80)
    if _is_loaded(laid.homes[settings.LANGUAGE_CODE]):
        return
    _name_site(texts.HOME[settings.LANGUAGE_CODE]["title"])
    _name_contacts()
    _fill(laid.homes, texts.HOME)
    _fill(laid.sections[Section.EMBASSY], texts.EMBASSY)
    _fill(laid.sections[Section.CENTRE], texts.CENTRE)
    _receive(laid.sections[Section.EMBASSY], texts.VISIT_EMBASSY, "embassy@example.org")
    _receive(laid.sections[Section.CENTRE], texts.VISIT_CENTRE, "centre@example.org")
    archives = _add(
        laid.sections[Section.EMBASSY], PhotoArchivePage, "photo-archive", texts.ARCHIVE
    )
    _fill(archives, texts.ARCHIVE)
    collection_pages = []
    for collection in collections:
        _kinds, _count, titles = specimens.COLLECTIONS[collection.slug]
        words = {code: {"title": titles[code][0], "lead": titles[code][1]} for code in LANGUAGES}
        added = _add(archives, CollectionPage, collection.slug, words, collection=collection)
        collection_pages.append((added, words))
    # Published last, the first of the list is the newest: it opens the home page.
    for added, words in reversed(collection_pages):
        _fill(added, words)
    graves = _add(laid.sections[Section.EMBASSY], GraveMapPage, "graves", grave_texts.GRAVES)
    _fill(graves, grave_texts.GRAVES)
    roll = _add(laid.sections[Section.EMBASSY], VeteransPage, "veterans", veteran_texts.VETERANS)
    _fill(roll, veteran_texts.VETERANS)
    wall = _add(
        laid.sections[Section.CENTRE], RegimentPage, "immortal-regiment", regiment_texts.REGIMENT
    )
    _fill(wall, regiment_texts.REGIMENT)
    for slug, words in STANDARD_PAGES.items():
        _fill(_add(laid.homes, StandardPage, slug, words), words)


def _is_loaded(home: HomePage) -> bool:
    return PhotoArchivePage.objects.descendant_of(home).exists()


def _name_contacts() -> None:
    site = SiteSettings.load()
    site.contact_email, site.security_email = "contact@example.org", "security@example.org"
    site.save()


def _name_site(name: str) -> None:
    Site.objects.filter(is_default_site=True).update(site_name=name)


def _add(
    parents: dict[str, Page], page_type: type[Page], slug: str, words: dict, **fields
) -> dict[str, Page]:
    """A draft below each language's parent; they share their slug and translation key."""
    added: dict[str, Page] = {}
    for code in LANGUAGES:
        parent = Page.objects.get(pk=parents[code].pk)
        key = {"translation_key": added[LANGUAGES[0]].translation_key} if added else {}
        page = page_type(
            slug=slug,
            locale=parent.locale,
            title=words[code]["title"],
            show_in_menus=True,
            live=False,
            **fields,
            **key,
        )
        added[code] = parent.add_child(instance=page)
    return added


def _fill(pages: dict[str, Page], words: dict) -> None:
    for code, page in pages.items():
        said = words[code]
        page.refresh_from_db()
        page.title, page.draft_title, page.lead = said["title"], said["title"], said["lead"]
        page.show_in_menus = True
        if said.get("body"):
            page.body = _blocks(said["body"])
        page.save_revision().publish()


def _receive(pages: dict[str, Page], words: dict[str, tuple[str, str]], email: str) -> None:
    """Give an institution's pages their address and opening hours."""
    for code, page in pages.items():
        address, remark = words[code]
        page.refresh_from_db()
        page.visit = [
            ("contact", {"address": address, "email": email}),
            ("opening_hours", {"times": OPENING_TIMES, "remark": remark}),
        ]
        page.save_revision().publish()


def _blocks(parts: list) -> list[tuple]:
    blocks = []
    for heading, paragraphs in parts:
        blocks.append(("heading", heading))
        blocks.append(("text", RichText("".join(f"<p>{words}</p>" for words in paragraphs))))
    return blocks
