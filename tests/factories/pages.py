"""Pages for tests: the whole tree that a site stands on, and single pages below it."""

from django.utils import timezone
from wagtail.models import Locale, Page, Site

from commemoration.core.enums import Section
from commemoration.home.models import HomePage, SectionPage, StandardPage
from commemoration.home.services.foundation import Foundation, lay_foundation

LANGUAGES = ["en", "fr", "nl", "ru"]


def build_site() -> Foundation:
    """Locales, a home page in each language, the pages of both institutions.

    The database of the tests has them (`tests.template`), unless a test has removed them.
    `site.homes["en"]`, `site.sections[Section.EMBASSY]["ru"]`.
    """
    return lay_foundation(hostname="testserver")


def clear_site() -> None:
    """Back to what the migrations leave: a root, and Wagtail's page of welcome."""
    for home in HomePage.objects.all():
        home.delete()
    Locale.objects.exclude(language_code="en").delete()
    welcome = Page(title="Welcome", slug="home", locale=Locale.objects.get())
    Page.get_first_root_node().add_child(instance=welcome)
    Site.objects.create(hostname="localhost", root_page=welcome, is_default_site=True)


def add_page(parent: Page, page: Page, **attributes) -> Page:
    """`page` below `parent`, in the language of its parent; published unless `live` is False."""
    for name, value in {"locale": parent.locale, **attributes}.items():
        setattr(page, name, value)
    if page.live and page.first_published_at is None:
        page.first_published_at = page.last_published_at = timezone.now()
    parent.refresh_from_db()
    return parent.add_child(instance=page)


def standard_page(parent: Page, title: str = "Imprint", slug: str = "imprint", **attributes):
    """A StandardPage published below `parent`."""
    return add_page(parent, StandardPage(title=title, slug=slug, **attributes))


def translation(page: Page, language: str, title: str | None = None, **attributes) -> Page:
    """The published translation of `page`, below the translation of its parent."""
    translated = page.copy_for_translation(
        Locale.objects.get(language_code=language), copy_parents=True
    )
    for name, value in {"title": title or page.title, **attributes}.items():
        setattr(translated, name, value)
    translated.save_revision().publish()
    translated.refresh_from_db()
    return translated


__all__ = [
    "LANGUAGES",
    "HomePage",
    "Section",
    "SectionPage",
    "add_page",
    "build_site",
    "clear_site",
    "standard_page",
    "translation",
]
