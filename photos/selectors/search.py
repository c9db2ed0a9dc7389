"""Photographs for the site's search: by words of any language, by place and people, by number."""

from django.contrib.postgres.search import SearchRank
from django.db.models import F, Func, Max, OuterRef, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Coalesce

from commemoration.core.languages.folding import fold, folded
from commemoration.core.languages.search_terms import query_for
from commemoration.core.languages.sort_keys import natural_key
from photos.models.records import Photo
from photos.models.texts import PhotoText
from photos.querysets import PhotoQuerySet
from photos.search_vectors import facts_vector
from photos.selectors.cards import PhotoCard, cards_of

LONGEST_QUERY = 200
_NAMES = folded(Func(F("people"), Value(" "), function="array_to_string", output_field=TextField()))


def search_photos(query: str, language: str, limit: int = 24) -> list[PhotoCard]:
    """Published photographs that answer `query`, best first, as cards in `language`.

    Every word must stand in one text of the photograph (in any language) or in its place, event
    and photographer; people are found by a part of their name, and accession numbers by their
    beginning. Three queries.
    """
    query = " ".join(query.replace("\x00", " ").split())[:LONGEST_QUERY]
    wanted = query_for(query, language)
    if wanted is None:
        return []
    return cards_of(_matching(query, wanted)[:limit], language)


def _matching(query: str, wanted) -> PhotoQuerySet:
    texts = PhotoText.objects.filter(words=wanted).order_by()
    rank = Max(SearchRank(F("words"), wanted))
    best = texts.filter(photo=OuterRef("pk")).values("photo").annotate(rank=rank)
    found = texts.values("photo").union(*_matching_facts(query, wanted))
    return (
        Photo.objects.published()
        .filter(pk__in=found)
        .annotate(rank=Coalesce(Subquery(best.values("rank")), 0.0))
        .order_by("-rank", "sort_key", "pk")
    )


def _matching_facts(query: str, wanted) -> list[QuerySet]:
    """Apart from each other, and not joined by OR, since only so each can use its own index."""
    photos = Photo.objects.order_by()
    return [
        photos.alias(facts=facts_vector()).filter(facts=wanted).values("pk"),
        photos.alias(names=_NAMES).filter(names__contains=fold(query)).values("pk"),
        photos.filter(sort_key__startswith=natural_key(query)).values("pk"),
    ]
