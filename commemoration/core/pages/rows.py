"""A page as menus, trails and links need it: some columns of its row, without a model's costs.

A model instance of a page carries some forty columns; a frame needs dozens of pages and nine of
their columns.
"""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import Subquery
from django.db.models.functions import Left, Length
from django.urls import get_script_prefix
from wagtail.models import Page
from wagtail.query import PageQuerySet

COLUMNS = (
    *("pk", "path", "title", "url_path", "locale__language_code", "translation_key"),
    *("content_type_id", "alias_of_id", "show_in_menus"),
)


class PageRow(NamedTuple):
    """The last three are known only where `rows_of` was told where they come from."""

    pk: int
    path: str
    title: str
    url_path: str
    language: str
    translation_key: UUID
    content_type_id: int
    alias_of_id: int | None
    show_in_menus: bool
    section: str | None = None
    lead: str | None = None
    is_public: bool = False

    @property
    def url(self) -> str:
        return address_of(self.url_path, self.language)

    @property
    def depth(self) -> int:
        """1 for the tree's root."""
        return len(self.path) // Page.steplen

    @property
    def model(self) -> type[Page]:
        """The type of the page, or `Page` where that type is no longer installed."""
        return ContentType.objects.get_for_id(self.content_type_id).model_class() or Page


def rows_of(pages: PageQuerySet, **columns) -> list[PageRow]:
    """The rows of `pages`. One query.

    `columns` says where `section`, `lead` and `is_public` come from: a look-up or an expression.
    """
    rows = pages.values_list(*COLUMNS, *columns.values())
    return [
        PageRow(*row[: len(COLUMNS)], **dict(zip(columns, row[len(COLUMNS) :], strict=True)))
        for row in rows
    ]


def row_of(page: Page, language: str) -> PageRow:
    """The row of a page at hand, which is in `language`. No query."""
    own = (page.pk, page.path, page.title, page.url_path, language, page.translation_key)
    return PageRow(*own, page.content_type_id, page.alias_of_id, page.show_in_menus)


def rows_above(page: Page) -> list[PageRow]:
    """The pages from the tree's root down to the one above `page`. One query."""
    lengths = range(Page.steplen, len(page.path), Page.steplen)
    return rows_of(Page.objects.filter(path__in=[page.path[:length] for length in lengths]))


def trail_to(pages: PageQuerySet) -> list[PageRow]:
    """The pages from the tree's root down to the first of `pages`; empty without one. One query."""
    first = Subquery(pages.order_by("path").values("path")[:1])
    return rows_of(Page.objects.alias(first=first).filter(path=Left("first", Length("path"))))


def address_of(url_path: str, language: str) -> str:
    """The address of a page on this site: its way below the home page of its language.

    `Page.get_url` says the same, after a query for the site and with a search through the routes.
    """
    _empty, _home, rest = url_path.split("/", 2)
    return f"{get_script_prefix()}{language}/{rest}"
