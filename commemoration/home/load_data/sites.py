"""Synthetic burial sites: published, somewhere in Belgium, and found again by their addresses."""

import random
from decimal import Decimal

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from commemoration.home.load_data.counting import Added, Report, analyse, batches
from tributes.graves.enums import PositionPrecision, Province, SiteKind
from tributes.graves.models import BurialSite
from tributes.graves.models.texts import BurialSiteText

PREFIX = "synthetic-site-"
AT_ONCE = 2000
COMMUNES = 300
LABELS = {
    "en": ("Synthetic site {n:06d}", "Written by a program to measure the site; no such place."),
    "fr": ("Lieu synthétique {n:06d}", "Écrit par un programme pour mesurer le site."),
    "nl": ("Synthetische plaats {n:06d}", "Geschreven door een programma om de site te meten."),
    "ru": ("Синтетическое место {n:06d}", "Составлено программой для измерений."),
}
# About the middle of each province, north and east: near enough for synthetic sites.
_MIDDLES = {
    Province.ANTWERP: (51.22, 4.80),
    Province.BRUSSELS: (50.85, 4.36),
    Province.EAST_FLANDERS: (51.02, 3.80),
    Province.FLEMISH_BRABANT: (50.93, 4.62),
    Province.HAINAUT: (50.48, 3.95),
    Province.LIEGE: (50.52, 5.80),
    Province.LIMBURG: (51.00, 5.45),
    Province.LUXEMBOURG: (49.95, 5.55),
    Province.NAMUR: (50.28, 4.85),
    Province.WALLOON_BRABANT: (50.67, 4.58),
    Province.WEST_FLANDERS: (51.02, 3.05),
}
_SPREAD = 0.16  # degrees, from the middle of a province
_SHARE_A_POINT = 8  # one site in so many lies on the middle of its commune


def synthetic_sites() -> QuerySet[BurialSite]:
    return BurialSite.objects.filter(slug__regex=rf"^{PREFIX}[0-9]{{6}}$")


def add_sites(total: int, report: Report) -> Added:
    """Make synthetic sites until there are `total`, published, with texts in four languages."""
    known = set(synthetic_sites().values_list("slug", flat=True))
    wanted = [number for number in range(1, total + 1) if slug_of(number) not in known]
    for numbers in batches(wanted, AT_ONCE, "sites", report):
        _add(numbers)
    analyse()
    return Added(before=len(known), added=len(wanted))


def remove_sites(report: Report) -> int:
    """Remove the synthetic sites in which nobody lies any more; how many there were."""
    removed = 0
    empty = synthetic_sites().filter(burials=None)
    while ids := list(empty.order_by().values_list("pk", flat=True)[:AT_ONCE]):
        BurialSite.objects.filter(pk__in=ids).delete()
        removed += len(ids)
        report(f"{removed} sites removed")
    return removed


def slug_of(number: int) -> str:
    return f"{PREFIX}{number:06d}"


@transaction.atomic
def _add(numbers: list[int]) -> None:
    sites = BurialSite.objects.bulk_create([_site(number) for number in numbers])
    BurialSiteText.objects.bulk_create(
        BurialSiteText(
            site=site, language=code, name=name.format(n=number), description=description
        )
        for number, site in zip(numbers, sites, strict=True)
        for code, (name, description) in LABELS.items()
    )


def _site(number: int) -> BurialSite:
    """The row as `publish_site` leaves it; the same for a number each time."""
    chance = random.Random(f"site {number}")
    province = chance.choice(list(_MIDDLES))
    commune = chance.randrange(COMMUNES)
    shares_a_point = number % _SHARE_A_POINT == 0
    latitude, longitude = _position(province, random.Random(commune) if shares_a_point else chance)
    now = timezone.now()
    return BurialSite(
        slug=slug_of(number),
        kind=chance.choice(SiteKind.values),
        place=f"Synthetic place {number % 1000:03d}" if number % 3 else "",
        commune=f"Synthetic commune {commune:03d}",
        province=province,
        latitude=latitude,
        longitude=longitude,
        precision=PositionPrecision.COMMUNE if shares_a_point else PositionPrecision.GRAVE,
        protected_status="synthetic protection (example)" if number % 11 == 0 else "",
        source="Synthetic record (example).",
        live=True,
        first_published_at=now,
    )


def _position(province: str, chance: random.Random) -> tuple[Decimal, Decimal]:
    north, east = (middle + chance.uniform(-_SPREAD, _SPREAD) for middle in _MIDDLES[province])
    return Decimal(f"{north:.6f}"), Decimal(f"{east:.6f}")
