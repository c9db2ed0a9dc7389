"""Lays what every site stands on: the languages, a home page in each, the two institutions."""

from dataclasses import dataclass, field

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext, override
from wagtail.models import Locale, Page, Site

from commemoration.core.enums import Section
from commemoration.home.models import HomePage, SectionPage


@dataclass
class Foundation:
    """The home pages, and the institutions' pages, by language."""

    homes: dict[str, HomePage] = field(default_factory=dict)
    sections: dict[Section, dict[str, SectionPage]] = field(default_factory=dict)


@transaction.atomic
def lay_foundation(*, hostname: str = "localhost", port: int = 80) -> Foundation:
    """Makes whatever is missing and leaves the rest alone, so it can be run on a living site."""
    laid = Foundation()
    root = Page.get_first_root_node()
    first = None
    for code, _name in settings.LANGUAGES:
        locale, _created = Locale.objects.get_or_create(language_code=code)
        first = laid.homes[code] = _home(root, locale, first)
    _point_site(laid.homes[settings.LANGUAGE_CODE], hostname, port)
    for section in Section:
        laid.sections[section] = _sections(section, laid.homes)
    return laid


def _home(root: Page, locale: Locale, sister: HomePage | None) -> HomePage:
    home = HomePage.objects.filter(locale=locale).first()
    if home:
        return home
    key = {"translation_key": sister.translation_key} if sister else {}
    home = HomePage(
        title=settings.WAGTAIL_SITE_NAME, slug=f"home-{locale.language_code}", locale=locale, **key
    )
    home.first_published_at = home.last_published_at = timezone.now()
    root.refresh_from_db()
    return root.add_child(instance=home)


def _point_site(home: HomePage, hostname: str, port: int) -> None:
    """Makes `home` the root of the default site, in place of the page that Wagtail starts with."""
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    if site.root_page_id and issubclass(site.root_page.specific_class or Page, HomePage):
        return
    welcome = site.root_page if site.root_page_id else None
    site.root_page, site.hostname, site.port = home.page_ptr, hostname, port
    site.site_name = settings.WAGTAIL_SITE_NAME
    site.save()
    if welcome and welcome.specific_class in (None, Page):
        welcome.delete()


def _sections(section: Section, homes: dict[str, HomePage]) -> dict[str, SectionPage]:
    pages: dict[str, SectionPage] = {}
    key: dict = {}
    for code, home in homes.items():
        page = SectionPage.objects.filter(section=section, locale=home.locale).first()
        if page is None:
            with override(code):
                title = gettext(section.label)
            page = SectionPage(
                title=title, slug=slugify(section.value), section=section, locale=home.locale, **key
            )
            page.first_published_at = page.last_published_at = timezone.now()
            home.refresh_from_db()
            home.add_child(instance=page)
        pages[code] = page
        key = {"translation_key": page.translation_key}
    return pages
