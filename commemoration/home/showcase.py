"""Which photographs the home page and an institution's page show, one of each collection."""

from django.db.models import Case, F, Value, When

from commemoration.core.pages.querysets import public_pages
from commemoration.core.pages.rows import address_of
from photos.models import Collection, CollectionPage, Photo
from photos.querysets import CollectionQuerySet
from photos.selectors.cards import PhotoCard, cards_of
from photos.selectors.listings import EntranceCard, lead_photo_ids, totals_of
from photos.selectors.texts import DisplayText

HIGHLIGHTS = 8


def showcase(home) -> tuple[EntranceCard | None, list[PhotoCard]]:
    """The collection to show large with its photograph, and the photographs of others.

    Editors may choose the photograph and so the collection; else it is the newest one. Nothing
    that needs a content warning: this page is met unasked. At most four queries.
    """
    page = _collection_page(home)
    # The chosen photograph, and of each collection its leading one or its first.
    photos = _leading_ones(Collection.objects.all(), home, chosen=home.lead_photo_id)
    if page is None:
        return None, photos[:HIGHLIGHTS]
    large = next((p for p in photos if p.pk == home.lead_photo_id), None) or next(
        (p for p in photos if p.collection_id == page.collection_id), None
    )
    others = [p for p in photos if p.collection_id != page.collection_id]
    return _entrance(page, large, home), others[:HIGHLIGHTS]


def photographs_of(institution) -> list[PhotoCard]:
    """A photograph of each collection that the institution keeps, the newest first. Two queries."""
    collections = Collection.objects.of_section(institution.section)
    return _leading_ones(collections, institution)[:HIGHLIGHTS]


def _collection_page(home) -> CollectionPage | None:
    """The page of the chosen photograph's collection, else that of the newest collection."""
    pages = public_pages(CollectionPage.objects.filter(locale_id=home.locale_id))
    order = [F("first_published_at").desc(nulls_last=True), "path"]
    if home.lead_photo_id:
        chosen = Photo.objects.published().filter(pk=home.lead_photo_id).values("collection")
        order.insert(0, Case(When(collection__in=chosen, then=Value(0)), default=Value(1)))
    return pages.select_related("collection").order_by(*order).first()


def _leading_ones(
    collections: CollectionQuerySet, page, chosen: int | None = None
) -> list[PhotoCard]:
    """Of each collection the leading photograph, and the chosen one; newest collection first."""
    shown = Photo.objects.published().filter(content_warning="").order_by()
    wanted = lead_photo_ids(collections)
    if chosen:
        wanted = wanted.union(shown.filter(pk=chosen).values_list("pk"))
    photos = shown.filter(pk__in=wanted).order_by("-collection_id")
    return cards_of(photos, page.locale.language_code)


def _entrance(page, large: PhotoCard | None, home) -> EntranceCard:
    language = home.locale.language_code
    return EntranceCard(
        url=address_of(page.url_path, language),
        title=page.title,
        description=DisplayText(page.lead, language) if page.lead else None,
        lead=large,
        totals=totals_of([page.collection])[page.collection_id],
        section=page.collection.section,
    )
