"""What search engines are told to visit: every public page and photograph, in every language."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from math import ceil

from django.conf import settings
from wagtail.models import Page

from commemoration.core.pages.querysets import public_pages
from commemoration.home.models import HomePage
from photos.models import Photo

LANGUAGES = [code for code, _name in settings.LANGUAGES]
# Four addresses each with five alternates: about 7 MB, where 50 MB and 50,000 addresses are allowed
# (https://www.sitemaps.org/protocol.html).
PHOTOS_A_FILE = 2_500
MOST_FILES = 50_000  # that one list of sitemaps may name


@dataclass(frozen=True)
class Entry:
    """One address, when it last changed, and the same in other languages (`x-default` too)."""

    path: str
    changed: datetime | None
    alternates: dict[str, str] = field(default_factory=dict)


def page_entries() -> Iterator[Entry]:
    """Every public page. Two queries."""
    roots = {home.path: home.url_path for home in HomePage.objects.live()}
    translations: dict[str, list[tuple[str, str, datetime]]] = defaultdict(list)
    for page in _pages(roots):
        root = roots[page.path[: 2 * Page.steplen]]
        path = f"/{page.locale.language_code}/{page.url_path.removeprefix(root)}"
        translations[page.translation_key].append(
            (page.locale.language_code, path, page.last_published_at)
        )
    for group in translations.values():
        alternates = {code: path for code, path, _changed in group}
        alternates["x-default"] = alternates.get(settings.LANGUAGE_CODE, group[0][1])
        for _code, path, changed in group:
            yield Entry(path, changed, alternates)


def _pages(roots: dict[str, str]) -> Iterable[Page]:
    pages = public_pages(Page.objects.filter(depth__gte=2, alias_of=None)).select_related("locale")
    return (page for page in pages if page.path[: 2 * Page.steplen] in roots)


def photo_files() -> int:
    """How many files the photographs fill. One query."""
    return ceil(Photo.objects.published().count() / PHOTOS_A_FILE)


def photo_entries(number: int) -> Iterator[Entry]:
    """The photographs of file `number`, counted from 1. One query."""
    start = (number - 1) * PHOTOS_A_FILE
    photos = Photo.objects.published().order_by("pk").values_list("slug", "last_published_at")
    for slug, changed in photos[start : start + PHOTOS_A_FILE]:
        alternates = {code: f"/{code}/photo/{slug}/" for code in LANGUAGES}
        alternates["x-default"] = f"/photo/{slug}/"
        for code in LANGUAGES:
            yield Entry(alternates[code], changed, alternates)
