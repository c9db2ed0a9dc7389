"""Where the sites of a list lie, for a small drawing."""

from django.db.models import QuerySet
from django.db.models.functions import Round

from tributes.graves.models.sites import BurialSite

FEW = 300


def drawn_places(sites: QuerySet[BurialSite], total: int) -> list[tuple[float, float]]:
    """Latitudes and longitudes; sites whose points would cover each other have one. One query.

    Among many sites everything within a tenth of a degree is one point, so that a page stays small.
    """
    digits = 2 if total <= FEW else 1
    rounded = [Round(name, precision=digits) for name in ("latitude", "longitude")]
    places = sites.exclude(latitude=None).order_by().values_list(*rounded).distinct()
    return [(float(latitude), float(longitude)) for latitude, longitude in places]
