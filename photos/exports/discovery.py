"""The feed of what changed, oldest first (https://iiif.io/api/discovery/1.0/, level 2).

Pages are filled from the first on and full ones never change, so that a harvester reads backwards
from the last page until it meets what it has seen.
"""

from math import ceil
from typing import Any, NamedTuple
from urllib.parse import urljoin

from django.db.models import Count, Max
from django.urls import reverse

from photos.exports.addresses import manifest_path
from photos.models.activities import PhotoActivity

CONTEXT = "http://iiif.io/api/discovery/1/context.json"
ACTIVITIES_ON_A_PAGE = 1000


class FeedState(NamedTuple):
    """How many activities there are, and the newest: together they change with every one."""

    total: int
    newest: int | None
    moment: Any


def feed_state() -> FeedState:
    """One query."""
    found = PhotoActivity.objects.aggregate(
        total=Count("pk"), newest=Max("pk"), moment=Max("moment")
    )
    return FeedState(**found)


def feed(state: FeedState, site: str, *, page_size: int) -> dict[str, Any]:
    """The ordered collection that names the first and the last page. No query."""
    pages = max(1, ceil(state.total / page_size))
    return {
        "@context": CONTEXT,
        "id": _feed_address(site),
        "type": "OrderedCollection",
        "totalItems": state.total,
        "first": _page_reference(1, site),
        "last": _page_reference(pages, site),
    }


def feed_page(number: int, state: FeedState, site: str, *, page_size: int) -> dict[str, Any] | None:
    """Page `number`, counted from 1; None where there is none. One query."""
    pages = max(1, ceil(state.total / page_size))
    if not 1 <= number <= pages:
        return None
    start = (number - 1) * page_size
    rows = PhotoActivity.objects.order_by("pk").values_list("slug", "kind", "moment")
    page = {
        "@context": CONTEXT,
        **_page_reference(number, site),
        "startIndex": start,
        "partOf": {"id": _feed_address(site), "type": "OrderedCollection"},
        "orderedItems": [
            _activity(*row, site) for row in rows[start : min(start + page_size, state.total)]
        ],
    }
    if number > 1:
        page["prev"] = _page_reference(number - 1, site)
    if number < pages:
        page["next"] = _page_reference(number + 1, site)
    return page


def _activity(slug: str, kind: str, moment, site: str) -> dict[str, Any]:
    return {
        "type": kind,
        "object": {"id": urljoin(site, manifest_path(slug)), "type": "Manifest"},
        "endTime": moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
    }


def _feed_address(site: str) -> str:
    return urljoin(site, reverse("discovery_feed"))


def _page_reference(number: int, site: str) -> dict[str, str]:
    return {
        "id": urljoin(site, reverse("discovery_feed_page", args=[number])),
        "type": "OrderedCollectionPage",
    }
