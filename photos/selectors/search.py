"""Photographs for the site's search: by words of any language, by place and people, by number."""

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import (
    Case,
    F,
    FloatField,
    Func,
    Max,
    OuterRef,
    Q,
    Subquery,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from commemoration.core.languages.sort_keys import natural_key
from photos.models.records import Photo
from photos.models.texts import PhotoText
from photos.querysets import PhotoQuerySet
from photos.search_vectors import STEMMING, facts_vector, text_vector
from photos.selectors.cards import PhotoCard, card_for, with_card_parts

LONGEST_QUERY = 200


def search_photos(query: str, language: str, limit: int = 24) -> list[PhotoCard]:
    """Published photographs that answer `query`, best first, as cards in `language`. Two queries.

    Words are compared by their stems in the language of each text; quotation marks, "or" and a
    minus work as visitors expect them. An accession number is found by its beginning.
    """
    found = with_card_parts(_matching(query))
    return [card_for(photo, language) for photo in found[:limit]]


def _matching(query: str) -> PhotoQuerySet:
    query = " ".join(query.replace("\x00", " ").split())[:LONGEST_QUERY]
    if not query:
        return Photo.objects.none()
    texts = _matching_texts(query)
    names = Func(F("people"), Value(" "), function="array_to_string", output_field=TextField())
    best = texts.filter(photo=OuterRef("pk")).order_by().values("photo")
    return (
        Photo.objects.published()
        .annotate(facts=facts_vector(), names=names)
        .filter(
            Q(pk__in=texts.values("photo"))
            | Q(facts=SearchQuery(query, config="simple", search_type="websearch"))
            | Q(names__icontains=query)
            | Q(sort_key__startswith=natural_key(query))
        )
        .annotate(rank=Coalesce(Subquery(best.annotate(m=Max("rank")).values("m")), 0.0))
        .order_by(F("rank").desc(), "sort_key", "pk")
    )


def _matching_texts(query: str):
    """The texts with the words of `query`, each compared in its own language, with their rank."""
    texts, condition = PhotoText.objects.all(), Q()
    ranks = []
    for language, config in STEMMING.items():
        wanted = SearchQuery(query, config=config, search_type="websearch")
        texts = texts.annotate(**{f"words_{language}": text_vector(language)})
        condition |= Q(language=language, **{f"words_{language}": wanted})
        ranks.append(When(language=language, then=SearchRank(text_vector(language), wanted)))
    rank = Case(*ranks, default=Value(0.0), output_field=FloatField())
    return texts.filter(condition).annotate(rank=rank)
