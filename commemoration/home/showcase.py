"""Which photographs the home page shows: one collection large, one photograph of each other."""

from django.db.models import Case, F, Q, Value, When
from django.http import HttpRequest

from commemoration.core.pages.querysets import public_pages
from photos.models import CollectionPage, Photo
from photos.selectors.cards import PhotoCard, card_for, with_card_parts
from photos.selectors.listings import EntranceCard, totals_of
from photos.selectors.texts import DisplayText

HIGHLIGHTS = 8


def showcase(home, request: HttpRequest) -> tuple[EntranceCard | None, list[PhotoCard]]:
    """The collection to show large with its photograph, and the photographs of others.

    Editors may choose the photograph and so the collection; else it is the newest one. Nothing
    that needs a content warning: this page is met unasked. At most four queries.
    """
    page, photos = _collection_page(home), _photos(home)
    if page is None:
        return None, _cards(photos, home)
    large = next((p for p in photos if p.pk == home.lead_photo_id), None) or next(
        (p for p in photos if p.in_list == page.collection_id), None
    )
    others = [p for p in photos if p.in_list != page.collection_id]
    return _entrance(page, large, home, request), _cards(others, home)


def _collection_page(home) -> CollectionPage | None:
    """The page of the chosen photograph's collection, else that of the newest collection."""
    chosen = Photo.objects.published().filter(pk=home.lead_photo_id).values("collection")
    rank = Case(When(collection__in=chosen, then=Value(0)), default=Value(1))
    return (
        public_pages(CollectionPage.objects.filter(locale_id=home.locale_id))
        .select_related("collection")
        .order_by(rank, F("first_published_at").desc(nulls_last=True), "path")
        .first()
    )


def _photos(home) -> list[Photo]:
    """The chosen photograph, and of each collection its leading one or its first."""
    photos = Photo.objects.published().filter(content_warning="")
    rank = Case(When(pk=F("collection__lead_photo"), then=Value(0)), default=Value(1))
    of_collections = (
        photos.annotate(rank=rank)
        .order_by("collection_id", "rank", "sort_key", "pk")
        .distinct("collection_id")
        .values("pk")
    )
    wanted = photos.filter(Q(pk=home.lead_photo_id) | Q(pk__in=of_collections))
    return list(with_card_parts(wanted).annotate(in_list=F("collection")).order_by("-collection"))


def _cards(photos: list[Photo], home) -> list[PhotoCard]:
    return [card_for(photo, home.locale.language_code) for photo in photos[:HIGHLIGHTS]]


def _entrance(page, large: Photo | None, home, request) -> EntranceCard:
    language = home.locale.language_code
    return EntranceCard(
        url=page.get_url(request),
        title=page.title,
        description=DisplayText(page.lead, language) if page.lead else None,
        lead=card_for(large, language) if large else None,
        totals=totals_of([page.collection])[page.collection_id],
    )
