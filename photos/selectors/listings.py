"""Lists of photographs and of collections, with totals that say what is not listed and why."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from commemoration.core.pages.rows import address_of
from photos.models.collections import Collection
from photos.models.records import Photo
from photos.querysets import CollectionQuerySet
from photos.selectors.cards import PhotoCard, cards_of
from photos.selectors.texts import DisplayText, collection_texts_for

PHOTOS_ON_A_PAGE = 48


@dataclass(frozen=True)
class ListingTotals:
    """How many photographs are listed, how many are being described, how many were withdrawn."""

    published: int = 0
    in_preparation: int = 0
    withdrawn: int = 0


@dataclass(frozen=True)
class CollectionListing:
    """One page of a collection. `page` is Django's page object, for the page numbers."""

    cards: list[PhotoCard]
    page: Page
    totals: ListingTotals

    @property
    def page_numbers(self) -> list:
        """The numbers to offer, with the paginator's own mark where some are left out."""
        paginator = self.page.paginator
        return list(paginator.get_elided_page_range(self.page.number, on_each_side=1, on_ends=1))


@dataclass(frozen=True)
class EntranceCard:
    """One collection at the entrance of the archive."""

    url: str
    title: str
    description: DisplayText | None
    lead: PhotoCard | None
    totals: ListingTotals
    section: str


class CountedPaginator(Paginator):
    """Pages of a list whose length is known already."""

    def __init__(self, *args, count: int, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__["count"] = count


def collection_listing(
    collection: Collection, language: str, page: int | str = 1
) -> CollectionListing:
    """One page of the published photographs of a collection, in the order of accession numbers.

    Raises `django.core.paginator.InvalidPage` for a page that does not exist. Three queries.
    """
    totals = totals_of([collection])[collection.pk]
    photos = Photo.objects.published().in_collection(collection).visible_order()
    found = CountedPaginator(photos, PHOTOS_ON_A_PAGE, count=totals.published).page(page)
    # The page is found in the index alone: a deep one would else be reached row by row.
    on_page = Photo.objects.filter(pk__in=found.object_list.values("pk")).visible_order()
    return CollectionListing(cards_of(on_page, language), found, totals)


def totals_of(collections: Iterable[Collection]) -> dict[int, ListingTotals]:
    """The totals of each collection, by its primary key. One query."""
    ids = [collection.pk for collection in collections]
    public = Q(live=True, withdrawn_at=None)
    rows = (
        Photo.objects.filter(collection__in=ids)
        .order_by()
        .values("collection_id")
        .annotate(
            published=Count("collection", filter=public),
            in_preparation=Count("collection", filter=Q(live=False, withdrawn_at=None)),
            withdrawn=Count("collection", filter=Q(withdrawn_at__isnull=False)),
        )
    )
    found = {row.pop("collection_id"): ListingTotals(**row) for row in rows}
    return {pk: found.get(pk, ListingTotals()) for pk in ids}


def archive_entrance(pages: Iterable, language: str) -> list[EntranceCard]:
    """The collections behind these collection pages, in the same order.

    Costs five queries, however many there are.
    """
    pages = list(pages)
    collections = [page.collection for page in pages]
    totals, leads = totals_of(collections), _lead_photos(collections, language)
    return [
        EntranceCard(
            url=address_of(page.url_path, language),
            title=page.title,
            description=_description(page, language),
            lead=leads.get(page.collection_id),
            totals=totals[page.collection_id],
            section=page.collection.section,
        )
        for page in pages
    ]


def _description(page, language: str) -> DisplayText | None:
    if page.lead:
        return DisplayText(page.lead, language)
    return collection_texts_for(page.collection, language).description


def lead_photo_ids(collections: CollectionQuerySet) -> QuerySet:
    """For each collection its chosen photograph, else its first, of those that need no warning."""
    suitable = Photo.objects.published().filter(collection=OuterRef("pk"), content_warning="")
    chosen = suitable.filter(pk=OuterRef("lead_photo"))
    first = suitable.visible_order()[:1]
    lead = Coalesce(Subquery(chosen.values("pk")), Subquery(first.values("pk")))
    return collections.order_by().annotate(lead=lead).values_list("lead")


def _lead_photos(collections: list[Collection], language: str) -> dict[int, PhotoCard]:
    """The leading photographs, by the primary keys of their collections. Two queries."""
    chosen = lead_photo_ids(
        Collection.objects.filter(pk__in=[collection.pk for collection in collections])
    )
    cards = cards_of(Photo.objects.filter(pk__in=chosen), language)
    return {card.collection_id: card for card in cards}
