"""What stands around every page: menus, breadcrumbs, languages, footer. At most five queries.

A page view needs two (menus; translations). A view that is no page names the page it belongs to
in `request.frame_page`, its own title in `request.frame_title`, and its addresses in other
languages in `request.frame_urls`.
"""

import re
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import F
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page, Site

from commemoration.core.languages.names import OWN_NAMES
from commemoration.core.pages.querysets import public_pages
from commemoration.home.models import HomePage

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
    accent: str = ""
    missing: MissingTranslation | None = None


def build_frame(request: HttpRequest, page: Page | None = None) -> SiteFrame:
    """The frame of the page in the template's context, or of the view that answers `request`."""
    home = home_for(request)
    if home is None:
        return SiteFrame(
            site_name=settings.WAGTAIL_SITE_NAME, languages=_languages(request, [], {})
        )
    own_page = page or getattr(request, "frame_page", None)
    trail = _trail(home, own_page)
    translations = _translations(request, trail)
    listed = _listed_pages(home)
    return SiteFrame(
        home_url=home.get_url(request),
        site_name=home.title,
        menu=_menu(request, listed, trail),
        languages=_languages(request, trail, translations),
        breadcrumbs=_breadcrumbs(request, trail),
        footer_links=_footer(request, listed, trail),
        accent=_accent(trail, listed),
        missing=_missing(request),
    )


def home_for(request: HttpRequest) -> HomePage | None:
    """The published home page in the active language. One query after the site's own."""
    if not hasattr(request, "site_home"):
        site = Site.find_for_request(request)
        request.site_home = site and (
            HomePage.objects.live()
            .filter(
                locale__language_code=get_language(),
                translation_key=site.root_page.translation_key,
            )
            .select_related("locale")
            .first()
        )
    return request.site_home


def _trail(home: HomePage, page: Page | None) -> list[Page]:
    """The pages from `home` down to `page`."""
    if page is None or page.pk == home.pk:
        return [home]
    ancestors = getattr(page, "routed_ancestors", None)
    if ancestors is None:
        above = page.get_ancestors().filter(depth__gt=home.depth)
        return [home, *above, page]
    return [*reversed(ancestors), page]


def _listed_pages(home: HomePage) -> list[Page]:
    """The pages that menus choose from, with the institution of those that are an entrance."""
    return list(
        public_pages(home.get_descendants())
        .filter(depth__lte=home.depth + 2)
        .annotate(section=F("sectionpage__section"))
    )


def _menu(request, listed, trail) -> list[Link]:
    pages = [p for p in listed if p.show_in_menus and _place(p, "in_header_menu")]
    return _links(request, pages, trail)


def _footer(request, listed, trail) -> list[Link]:
    pages = [p for p in listed if _place(p, "in_footer_menu") and (p.show_in_menus or p.section)]
    return _links(request, pages, trail)


def _place(page: Page, place: str) -> bool:
    return getattr(page.specific_class, place, False)


def _links(request, pages, trail) -> list[Link]:
    """One link is current: that of the page read, else of the nearest page above it."""
    listed = {page.pk for page in pages}
    here = next((page.pk for page in reversed(trail) if page.pk in listed), None)
    return [Link(page.title, page.get_url(request), page.pk == here) for page in pages]


def _breadcrumbs(request, trail) -> list[Link]:
    """From the home page to where the reader is; the home page itself has none."""
    own_title = getattr(request, "frame_title", "")
    if len(trail) == 1 and not own_title:
        return []
    crumbs = [Link(page.title, page.get_url(request)) for page in trail]
    if own_title:
        crumbs.append(Link(own_title, request.path))
    crumbs[-1] = Link(crumbs[-1].title, crumbs[-1].url, is_current=True)
    return crumbs


def _accent(trail, listed) -> str:
    here = {page.pk for page in trail}
    return next((page.section for page in listed if page.section and page.pk in here), "")


def _translations(request, trail) -> dict[str, dict]:
    """By language, the published pages that translate those of the trail, by translation key."""
    if set(getattr(request, "frame_urls", {})) >= {code for code, _name in settings.LANGUAGES}:
        return {}
    found: dict[str, dict] = {}
    pages = Page.objects.filter(translation_key__in=[page.translation_key for page in trail])
    for page in public_pages(pages).filter(alias_of=None).select_related("locale"):
        found.setdefault(page.locale.language_code, {})[page.translation_key] = page
    return found


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
    url = nearest.get_url(request)
    if own_urls is None and nearest.translation_key == trail[-1].translation_key:
        return LanguageLink(code, name, url)
    return LanguageLink(
        code, name, f"{url}?{urlencode({'missing': request.path})}", is_missing=True
    )


def _missing(request) -> MissingTranslation | None:
    """What `?missing=` names, if it is an address of this site in another language."""
    url = request.GET.get("missing", "")
    match = LOCAL_PAGE.fullmatch(url)
    if not match or match["language"] not in OWN_NAMES or match["language"] == get_language():
        return None
    return MissingTranslation(url, match["language"], OWN_NAMES[match["language"]])
