"""Photographs for the site's search: by words of any language, by names and facts, by number."""

from dataclasses import dataclass

from photos.models.records import Photo
from photos.selectors.cards import PhotoCard, cards_of
from photos.selectors.finding import best_answers
from photos.selectors.words import LONGEST_QUERY, wanted_words

__all__ = ["LONGEST_QUERY", "PhotoAnswers", "photo_answers", "search_photos"]


@dataclass(frozen=True)
class PhotoAnswers:
    """The best answers as cards, and how many there are in all."""

    cards: list[PhotoCard]
    total: int = 0


def search_photos(query: str, language: str, limit: int = 24) -> list[PhotoCard]:
    """Published photographs that answer `query`, best first, as cards in `language`.

    Every word must stand in the texts of the photograph (in any language, by its stem) or among
    its names and facts, by its beginning; people are found by a part of their name, and accession
    numbers by their beginning. Four queries.
    """
    return photo_answers(query, language, limit).cards


def photo_answers(query: str, language: str, limit: int = 24) -> PhotoAnswers:
    """The same with the total. Four queries."""
    words = wanted_words(query)
    if words is None:
        return PhotoAnswers([])
    ids, total = best_answers(words, limit)
    return PhotoAnswers(cards_in_order(ids, language), total)


def cards_in_order(ids: list[int], language: str) -> list[PhotoCard]:
    """The cards of these photographs, in this order. Two queries, none where there are no ids."""
    if not ids:
        return []
    photos = Photo.objects.filter(pk__in=ids).order_by()
    cards = {card.pk: card for card in cards_of(photos, language)}
    return [cards[pk] for pk in ids if pk in cards]
