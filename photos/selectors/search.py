"""Photographs for a search: by words of any language, by names and facts, by number."""

from photos.models.records import Photo
from photos.selectors.cards import PhotoCard, cards_of
from photos.selectors.finding import found_photos
from photos.selectors.words import LONGEST_QUERY, wanted_words

__all__ = ["LONGEST_QUERY", "search_photos"]


def search_photos(query: str, language: str, limit: int = 24) -> list[PhotoCard]:
    """Published photographs that answer `query`, best first, as cards in `language`.

    Every word must stand in the texts of the photograph (in any language, by its stem) or among
    its names and facts, by its beginning; people are found by a part of their name, and accession
    numbers by their beginning. Four queries.
    """
    wanted = wanted_words(query)
    if wanted is None:
        return []
    return cards_in_order(found_photos(wanted, limit=limit), language)


def cards_in_order(ids: list[int], language: str) -> list[PhotoCard]:
    """The cards of these photographs, in this order. Two queries."""
    cards = {
        card.pk: card for card in cards_of(Photo.objects.filter(pk__in=ids).order_by(), language)
    }
    return [cards[pk] for pk in ids if pk in cards]
