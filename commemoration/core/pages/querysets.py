"""Which pages anybody may see, and what a list of pages shows of each, in single queries."""

from collections.abc import Iterable

from django.db.models import Exists, F, OuterRef, TextField, Value
from django.db.models.functions import Coalesce, Left, Length
from wagtail.models import Page, PageViewRestriction, get_page_models
from wagtail.query import PageQuerySet

from commemoration.core.pages.base import BasePage


def public_pages(pages: PageQuerySet) -> PageQuerySet:
    """The published pages among `pages` that no view restriction covers."""
    covering = PageViewRestriction.objects.annotate(
        covered=Left(OuterRef("path"), Length("page__path"))
    ).filter(page__path=F("covered"))
    return pages.live().filter(~Exists(covering))


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


def translations_of(pages: Iterable[Page], language: str) -> dict[str, Page]:
    """By translation key, the public page that a reader of `language` gets for each of `pages`.

    That is its translation, or the page itself where nobody has translated it. One query.
    """
    keys = {page.translation_key: page.pk for page in pages}
    found = public_pages(Page.objects.filter(translation_key__in=keys)).select_related("locale")
    best: dict[str, Page] = {}
    for page in found:
        if page.locale.language_code == language or (
            page.pk == keys[page.translation_key] and page.translation_key not in best
        ):
            best[page.translation_key] = page
    return best
