"""Finds pages by their words in the reader's language.

Wagtail keeps one index entry per page, in one language for all. The entries are therefore kept as
the words are written and as they are typed without accents (configuration "simple"), and each word
of a query is cut to its stem in the reader's language and searched as a beginning: "ветеранов"
finds "ветераны", "liege" finds "Liège".
"""

from django.contrib.postgres.search import SearchRank
from django.db.models import F
from wagtail.models import Page
from wagtail.query import PageQuerySet

from commemoration.core.languages.search_terms import query_for
from commemoration.core.pages.querysets import public_pages, with_leads
from commemoration.core.pages.rows import PageRow


def search_pages(home: PageRow, query: str, language: str) -> PageQuerySet:
    """The public pages below `home` with every word of `query`, best first, with their leads."""
    pages = with_leads(public_pages(Page.objects.filter(path__startswith=home.path)))
    wanted = query_for(query, language)
    if wanted is None:
        return pages.none()
    title, body = F("index_entries__title"), F("index_entries__body")
    return (
        pages.annotate(words=title._combine(body, "||", False))  # noqa: FBT003
        .filter(words=wanted)
        .annotate(rank=2 * SearchRank(title, wanted) + SearchRank(body, wanted))
        .order_by("-rank", "path")
    )
