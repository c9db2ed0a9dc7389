"""In which order sites are listed, and how far each is from a place."""

from django.db.models import (
    Case,
    F,
    FloatField,
    IntegerField,
    OuterRef,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import ACos, Cast, Coalesce, Cos, Least, Radians, Sin

from commemoration.core.languages.texts import reading_order
from tributes.graves.models.burials import Burial
from tributes.graves.models.sites import BurialSite
from tributes.graves.models.texts import BurialSiteText
from tributes.graves.selectors.places import Place

EARTH = 6371.0  # kilometres, the mean radius (IUGG)


def with_people(sites: QuerySet[BurialSite], people: QuerySet[Burial]) -> QuerySet[BurialSite]:
    """Each site with `people`: how many of these lie there."""
    counted = people.filter(site=OuterRef("pk")).order_by().values("site")
    number = counted.annotate(number=Sum("people_count")).values("number")
    return sites.annotate(people=Coalesce(Subquery(number, output_field=IntegerField()), 0))


def with_distance(sites: QuerySet[BurialSite], near: Place | None) -> QuerySet[BurialSite]:
    """Each site with `kilometres` from a place along a great circle; None without a position."""
    if near is None:
        return sites.annotate(kilometres=Value(None, output_field=FloatField()))
    latitude, longitude = (Radians(Cast(name, FloatField())) for name in ("latitude", "longitude"))
    here, there = Radians(Value(near.latitude)), Radians(Value(near.longitude))
    cosine = Sin(here) * Sin(latitude) + Cos(here) * Cos(latitude) * Cos(longitude - there)
    # A hair above 1 at the place itself; and the least of nothing and 1 is 1 in PostgreSQL.
    distance = ACos(Least(cosine, Value(1.0))) * EARTH
    return sites.annotate(kilometres=Case(When(latitude__isnull=False, then=distance)))


def in_order(sites: QuerySet[BurialSite], order: str, language: str) -> QuerySet[BurialSite]:
    """Sites with `people` and `kilometres`; what has no position is last by distance."""
    if order == "people":
        return sites.order_by("-people", "commune", "pk")
    if order == "commune":
        return sites.order_by("province", "commune", "place", "pk")
    name = _name_in(language)
    if order == "distance":
        return sites.order_by(F("kilometres").asc(nulls_last=True), name, "pk")
    return sites.order_by(name, "pk")


def _name_in(language: str) -> Coalesce:
    best = [
        Subquery(
            BurialSiteText.objects.filter(site=OuterRef("pk"), language=code)
            .exclude(name="")
            .values("name")[:1]
        )
        for code in reading_order(language)
    ]
    return Coalesce(*best, F("place"))
