"""Which pages anybody may see, and what a list of pages shows of each, in single queries."""

from collections.abc import Iterable

from django.db.models import BooleanField, ExpressionWrapper, F, Func, Q, TextField, Value
from django.db.models.functions import Coalesce
from wagtail.models import Page, get_page_models
from wagtail.query import PageQuerySet

from commemoration.core.pages.base import BasePage
from commemoration.core.pages.rows import PageRow, rows_of


class IsOpen(Func):
    """Whether no view restriction covers the page with this `path`: neither its own nor one above.

    Written in SQL, since every list of pages asks it and Django would build it anew each time.
    """

    template = """
        NOT EXISTS (
            SELECT 1 FROM wagtailcore_pageviewrestriction restriction
            JOIN wagtailcore_page restricted ON restricted.id = restriction.page_id
            WHERE restricted.path = left(%(expressions)s, length(restricted.path))
        )"""
    arity = 1
    output_field = BooleanField()


def public_pages(pages: PageQuerySet) -> PageQuerySet:
    """The published pages among `pages` that no view restriction covers."""
    return pages.filter(IsOpen(F("path")), live=True)


def is_public() -> ExpressionWrapper:
    """Whether a page would be among `public_pages`, as a column."""
    return ExpressionWrapper(Q(IsOpen(F("path")), live=True), output_field=BooleanField())


def with_leads(pages: PageQuerySet) -> PageQuerySet:
    """`pages` with `listed_lead`: the lead of each, whatever its type, without a query per type."""
    leads = [
        f"{model._meta.model_name}__lead"
        for model in get_page_models()
        if issubclass(model, BasePage) and BasePage not in model._meta.parents
    ]
    return pages.annotate(
        listed_lead=Coalesce(*leads, Value(""), output_field=TextField()),
    )


def linked_pages(ids: Iterable[int], language: str) -> dict[int, PageRow]:
    """By primary key, the public page that a reader of `language` gets for each page linked to.

    That is its translation, or the page itself where nobody has translated it. One query.
    """
    asked = set(ids)
    if not asked:
        return {}
    keys = Page.objects.filter(pk__in=asked).order_by().values("translation_key")
    family = rows_of(Page.objects.filter(translation_key__in=keys), is_public=is_public())
    public = [page for page in family if page.is_public]
    translated = {page.translation_key: page for page in public if page.language == language}
    own = {page.pk: page for page in public}
    found = {
        page.pk: translated.get(page.translation_key) or own.get(page.pk)
        for page in family
        if page.pk in asked
    }
    return {pk: page for pk, page in found.items() if page}
