"""What search engines are told to visit: every public page and record, in every language."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from math import ceil
from typing import NamedTuple
from uuid import UUID

from django.conf import settings
from wagtail.models import Page

from commemoration.core.pages.querysets import public_pages
from commemoration.home.models import HomePage
from commemoration.organisations.models import Organisation
from photos.models import Photo
from photos.pictures import largest_address, public_root
from tributes.graves.models import Burial, BurialSite
from tributes.regiment.models import RegimentEntry
from tributes.veterans.models import MedalPresentation, Veteran

LANGUAGES = [code for code, _name in settings.LANGUAGES]
# Four addresses each with five alternates and a picture: about 8 MB, where 50 MB and 50,000
# addresses are allowed (https://www.sitemaps.org/protocol.html).
PHOTOS_A_FILE = 2_500
MOST_FILES = 50_000  # that one list of sitemaps may name
# The kind in the name of a file → the records, and where they stand: the way and its last part.
RECORDS = {
    "organisations": (Organisation.objects.published, "organisation", "slug"),
    "sites": (BurialSite.objects.published, "burial-site", "slug"),
    "people": (Burial.objects.published, "person", "number"),
    "regiment": (RegimentEntry.objects.published, "regiment", "number"),
    # Nobody who may be living, and no page that names them.
    "veterans": (Veteran.objects.for_search_engines, "veteran", "number"),
    "presentations": (MedalPresentation.objects.for_search_engines, "medal-presentation", "slug"),
}
RECORDS_A_FILE = 10_000  # four addresses each


@dataclass(frozen=True)
class Entry:
    """One address, when it last changed, and the same in other languages (`x-default` too).

    `image` is the address of the picture that it shows, if any.
    """

    path: str
    changed: datetime | None
    alternates: dict[str, str] = field(default_factory=dict)
    image: str = ""


class PhotoRow(NamedTuple):
    """What a sitemap needs of a photograph and of its picture."""

    slug: str
    changed: datetime | None
    content_warning: str
    uuid: UUID
    derivatives: list[dict]
    published_at: datetime | None
    public_limit: int | None


PHOTO_COLUMNS = (
    *("slug", "last_published_at", "content_warning"),
    *(f"image__{name}" for name in PhotoRow._fields[3:]),
)


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
    photos = Photo.objects.published().order_by("pk").values_list(*PHOTO_COLUMNS)
    root = public_root()
    for row in map(PhotoRow._make, photos[start : start + PHOTOS_A_FILE]):
        alternates = {code: f"/{code}/photo/{row.slug}/" for code in LANGUAGES}
        alternates["x-default"] = f"/photo/{row.slug}/"
        # What a content warning covers is not offered to picture searches.
        image = "" if row.content_warning else largest_address(row, root)
        for code in LANGUAGES:
            yield Entry(alternates[code], row.changed, alternates, image)


def record_files(kind: str) -> int:
    """How many files the public records of a kind (a key of `RECORDS`) fill. One query."""
    return ceil(RECORDS[kind][0]().count() / RECORDS_A_FILE)


def record_entries(kind: str, number: int) -> Iterator[Entry]:
    """The records of file `number`, counted from 1. One query."""
    records, way, key = RECORDS[kind]
    start = (number - 1) * RECORDS_A_FILE
    rows = records().order_by("pk").values_list(key, "modified_at")
    for name, changed in rows[start : start + RECORDS_A_FILE]:
        alternates = {code: f"/{code}/{way}/{name}/" for code in LANGUAGES}
        alternates["x-default"] = f"/{way}/{name}/"
        for code in LANGUAGES:
            yield Entry(alternates[code], changed, alternates)
