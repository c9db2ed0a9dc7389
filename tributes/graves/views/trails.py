"""The pages above a record, for the trail and the menu."""

from django.utils.translation import get_language

from commemoration.core.pages.querysets import public_pages
from commemoration.core.pages.rows import PageRow, trail_to
from tributes.graves.models.pages import GraveMapPage
from tributes.graves.selectors.asked import AskedSites


def address_of_list(trail: list[PageRow]) -> str:
    """Where the map and the list of all sites stand, "" where they are not published."""
    return trail[-1].url if trail else ""


def way_to_list() -> list[PageRow]:
    """The pages down to the list of sites in the reader's language. One query."""
    pages = GraveMapPage.objects.filter(locale__language_code=get_language())
    return trail_to(public_pages(pages))


def address_of_unknown() -> str:
    """Where the places with unknown people stand, "" where the list is not published. One query."""
    address = address_of_list(way_to_list())
    return address and f"{address}?{AskedSites(unknown=True).address}"
