"""Where a place lies that a reader names: a town of the map, or a commune where a site is."""

from dataclasses import dataclass

from django.db.models import Avg, Q

from commemoration.core.basemap import find_town
from tributes.graves.models.sites import BurialSite


@dataclass(frozen=True)
class Place:
    """`name` as the reader knows it; degrees."""

    name: str
    latitude: float
    longitude: float


def find_place(typed: str) -> Place | None:
    """A place in Belgium by its name in any of the languages. At most one query."""
    typed = " ".join(typed.split())
    if town := find_town(typed):
        return Place(typed, *town)
    here = BurialSite.objects.published().filter(Q(commune__iexact=typed) | Q(place__iexact=typed))
    middle = here.order_by().aggregate(latitude=Avg("latitude"), longitude=Avg("longitude"))
    if middle["latitude"] is None:
        return None
    return Place(typed, float(middle["latitude"]), float(middle["longitude"]))
