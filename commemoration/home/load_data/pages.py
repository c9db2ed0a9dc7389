"""The pages of the synthetic collections, in four languages, below the site's photo archive."""

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from commemoration.core.enums import Section
from commemoration.home.load_data import texts
from commemoration.home.services.foundation import lay_foundation
from photos.models import Collection, CollectionPage, PhotoArchivePage

LANGUAGES = [code for code, _name in settings.LANGUAGES]


@transaction.atomic
def make_pages(collections: list[Collection]) -> None:
    """Make the pages that are missing, and the archive's entrance where there is none."""
    laid = lay_foundation()
    rooms = laid.sections[Section.EMBASSY]
    archives = _archives(rooms) or _add(rooms, PhotoArchivePage, "photo-archive", texts.ARCHIVE)
    for number, collection in enumerate(collections, start=1):
        if collection.pages.exists():
            continue
        titles = {code: texts.COLLECTIONS[code][0].format(n=number) for code in LANGUAGES}
        _add(archives, CollectionPage, collection.slug, titles, collection=collection)


def remove_pages(collections: list[Collection]) -> None:
    """Remove the pages of these collections; the archive's entrance stays."""
    for page in CollectionPage.objects.filter(collection__in=collections):
        page.delete()


def _archives(rooms: dict[str, Page]) -> dict[str, Page]:
    """The entrance in each language; nothing unless every language has one."""
    found = {}
    for code, room in rooms.items():
        archive = PhotoArchivePage.objects.descendant_of(room).first()
        if archive:
            found[code] = archive
    return found if len(found) == len(LANGUAGES) else {}


def _add(parents: dict[str, Page], page_type: type[Page], slug: str, titles: dict, **fields):
    """A published page below the parent of each language; they are translations of each other."""
    added: dict[str, Page] = {}
    for code in LANGUAGES:
        parent = Page.objects.get(pk=parents[code].pk)
        key = {"translation_key": added[LANGUAGES[0]].translation_key} if added else {}
        now = timezone.now()
        page = page_type(slug=slug, locale=parent.locale, title=titles[code], **fields, **key)
        page.first_published_at = page.last_published_at = now
        page.show_in_menus = page_type is PhotoArchivePage
        added[code] = parent.add_child(instance=page)
    return added
