"""Which pages anybody may see, and what a list of pages shows of each, in single queries."""

from collections.abc import Iterable

from django.db.models import (
    BooleanField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    TextField,
    Value,
)
from django.db.models.functions import Coalesce, Left, Length
from wagtail.models import Page, PageViewRestriction, get_page_models
from wagtail.query import PageQuerySet

from commemoration.core.pages.base import BasePage


def public_pages(pages: PageQuerySet) -> PageQuerySet:
    """The published pages among `pages` that no view restriction covers."""
    return pages.filter(_is_public())


def _is_public() -> Q:
    covering = PageViewRestriction.objects.annotate(
        covered=Left(OuterRef("path"), Length("page__path"))
    ).filter(page__path=F("covered"))
    return Q(live=True) & ~Exists(covering)


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


def linked_pages(ids: Iterable[int], language: str) -> dict[int, Page]:
    """By primary key, the public page that a reader of `language` gets for each page linked to.

    That is its translation, or the page itself where nobody has translated it. One query.
    """
    asked = set(ids)
    if not asked:
        return {}
    keys = Page.objects.filter(pk__in=asked).values("translation_key")
    family = list(
        Page.objects.filter(translation_key__in=keys)
        .annotate(is_public=ExpressionWrapper(_is_public(), output_field=BooleanField()))
        .select_related("locale")
    )
    public = [page for page in family if page.is_public]
    translated = {p.translation_key: p for p in public if p.locale.language_code == language}
    own = {page.pk: page for page in public}
    found = {
        page.pk: translated.get(page.translation_key) or own.get(page.pk)
        for page in family
        if page.pk in asked
    }
    return {pk: page for pk, page in found.items() if page}
