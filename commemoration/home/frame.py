"""What stands around every page: menus, breadcrumbs, languages, footer.

One query after that for the home page. A view that is no page may say which pages it stands below
in `request.frame_trail` (rows from the top down), its own title in `request.frame_title`, and its
addresses in other languages in `request.frame_urls`.
"""

import re
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import urlencode

from django.conf import settings
from django.db import connection
from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page, Site

from commemoration.core.languages.names import OWN_NAMES
from commemoration.core.pages.querysets import is_public, public_pages
from commemoration.core.pages.rows import COLUMNS, PageRow, row_of, rows_above, rows_of
from commemoration.home.selectors import Card

LOCAL_PAGE = re.compile(r"/(?P<language>[a-z]{2})/[\w\-./]*", re.ASCII)


@dataclass(frozen=True)
class Link:
    title: str
    url: str
    is_current: bool = False


@dataclass(frozen=True)
class LanguageLink:
    """The same page in another language; where that is missing, the nearest page above it."""

    code: str
    name: str
    url: str
    is_current: bool = False
    is_missing: bool = False


@dataclass(frozen=True)
class MissingTranslation:
    """The page a reader came from, which nobody has translated into this language yet."""

    url: str
    language: str
    name: str


@dataclass(frozen=True)
class SiteFrame:
    home_url: str = ""
    site_name: str = ""
    menu: list[Link] = field(default_factory=list)
    languages: list[LanguageLink] = field(default_factory=list)
    breadcrumbs: list[Link] = field(default_factory=list)
    footer_links: list[Link] = field(default_factory=list)
    institutions: list[Card] = field(default_factory=list)
    accent: str = ""
    missing: MissingTranslation | None = None


def build_frame(request: HttpRequest, page: Page | None = None) -> SiteFrame:
    """The frame of the page in the template's context, or of the view that answers `request`."""
    home = home_for(request)
    if home is None:
        return SiteFrame(
            site_name=settings.WAGTAIL_SITE_NAME, languages=_languages(request, [], {})
        )
    trail = _trail(request, home, page)
    listed, translations = _pages_around(request, home, trail)
    return SiteFrame(
        home_url=home.url,
        site_name=home.title,
        menu=_menu(listed, trail),
        languages=_languages(request, trail, translations),
        breadcrumbs=_breadcrumbs(request, trail),
        footer_links=_footer(listed, trail),
        institutions=_institutions(home, listed),
        accent=_accent(trail, listed),
        missing=_missing(request),
    )


def home_for(request: HttpRequest) -> PageRow | None:
    """The published home page in the active language, with `is_public`. One query.

    There is one site: Wagtail's default one, whatever the name of the host it is asked under.
    """
    if not hasattr(request, "site_home"):
        sql, parameters = _home_query(get_language())
        with connection.cursor() as cursor:
            cursor.execute(sql, parameters)
            found = cursor.fetchone()
        request.site_home = found and PageRow(*found[:-1], is_public=found[-1])
    return request.site_home


@cache
def _home_query(language: str) -> tuple[str, tuple]:
    """The words of the query that every page begins with: Django takes longer to write it than
    the database to answer it."""
    root = Site.objects.filter(is_default_site=True).order_by().values("root_page__translation_key")
    homes = Page.objects.live().filter(
        homepage__isnull=False, locale__language_code=language, translation_key__in=root
    )
    return homes.values_list(*COLUMNS, is_public())[:1].query.sql_with_params()


def _trail(request: HttpRequest, home: PageRow, page: Page | None) -> list[PageRow]:
    """The pages from `home` down to `page`, or to the last that the view names."""
    if page is None:
        named = getattr(request, "frame_trail", [])
        return [home, *(row for row in named if row.depth > home.depth)]
    if page.pk == home.pk:
        return [home]
    if page.routed_trail:
        return page.routed_trail
    return [home, *rows_above(page)[home.depth :], row_of(page, home.language)]


def _pages_around(request, home, trail) -> tuple[list[PageRow], dict[str, dict]]:
    """The pages that menus choose from, and those that translate the trail. One query.

    The first with their institution and its lead; the others by language and translation key.
    """
    keys = [] if _knows_its_languages(request) else [page.translation_key for page in trail]
    depths = (home.depth + 1, home.depth + 2)
    is_offered = Q(show_in_menus=True) | Q(sectionpage__isnull=False)
    wanted = is_offered & Q(path__startswith=home.path, depth__range=depths)
    if keys:
        wanted |= Q(translation_key__in=keys, alias_of=None)
    found = rows_of(
        public_pages(Page.objects.filter(wanted)),
        section="sectionpage__section",
        lead="sectionpage__lead",
    )
    listed = [
        page
        for page in found
        if page.depth in depths
        and page.path.startswith(home.path)
        and (page.show_in_menus or page.section)
    ]
    translations: dict[str, dict] = {}
    for page in found:
        if page.translation_key in keys and page.alias_of_id is None:
            translations.setdefault(page.language, {})[page.translation_key] = page
    return listed, translations


def _knows_its_languages(request: HttpRequest) -> bool:
    own_urls = getattr(request, "frame_urls", {})
    return all(code in own_urls for code, _name in settings.LANGUAGES)


def _menu(listed, trail) -> list[Link]:
    return _links([p for p in listed if p.show_in_menus and _place(p, "in_header_menu")], trail)


def _footer(listed, trail) -> list[Link]:
    return _links([page for page in listed if _place(page, "in_footer_menu")], trail)


def _institutions(home, listed) -> list[Card]:
    """The rooms of the embassy and of the centre."""
    rooms = [page for page in listed if page.section and page.depth == home.depth + 1]
    return [Card(room.title, room.url, text=room.lead, accent=room.section) for room in rooms]


def _place(page: PageRow, place: str) -> bool:
    return getattr(page.model, place, False)


def _links(pages, trail) -> list[Link]:
    """One link is current: that of the page read, else of the nearest page above it."""
    listed = {page.pk for page in pages}
    here = next((page.pk for page in reversed(trail) if page.pk in listed), None)
    return [Link(page.title, page.url, page.pk == here) for page in pages]


def _breadcrumbs(request, trail) -> list[Link]:
    """From the home page to where the reader is; the home page itself has none."""
    own_title = getattr(request, "frame_title", "")
    if len(trail) == 1 and not own_title:
        return []
    crumbs = [Link(page.title, page.url) for page in trail]
    if own_title:
        crumbs.append(Link(own_title, request.path))
    crumbs[-1] = Link(crumbs[-1].title, crumbs[-1].url, is_current=True)
    return crumbs


def _accent(trail, listed) -> str:
    here = {page.pk for page in trail}
    return next((page.section for page in listed if page.section and page.pk in here), "")


def _languages(request, trail, translations) -> list[LanguageLink]:
    links = (
        _language_link(request, code, trail, translations.get(code, {}))
        for code, _name in settings.LANGUAGES
    )
    return [link for link in links if link]


def _language_link(request, code, trail, translated) -> LanguageLink | None:
    """The way into the language `code`; none where it has not even a home page."""
    name = OWN_NAMES[code]
    if code == get_language():
        return LanguageLink(code, name, request.path, is_current=True)
    own_urls = getattr(request, "frame_urls", None)
    if own_urls and code in own_urls:
        return LanguageLink(code, name, own_urls[code])
    nearest = next(
        (translated[p.translation_key] for p in reversed(trail) if p.translation_key in translated),
        None,
    )
    if nearest is None:
        return None
    if own_urls is None and nearest.translation_key == trail[-1].translation_key:
        return LanguageLink(code, name, nearest.url)
    missing = urlencode({"missing": request.path})
    return LanguageLink(code, name, f"{nearest.url}?{missing}", is_missing=True)


def _missing(request) -> MissingTranslation | None:
    """What `?missing=` names, if it is an address of this site in another language."""
    url = request.GET.get("missing", "")
    match = LOCAL_PAGE.fullmatch(url)
    if not match or match["language"] not in OWN_NAMES or match["language"] == get_language():
        return None
    return MissingTranslation(url, match["language"], OWN_NAMES[match["language"]])
