"""One burial site, or one burial, with all that its page shows."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, IntegerField, OuterRef, Prefetch, Q, Subquery, Sum
from django.db.models.functions import Coalesce

from tributes.graves.enums import BurialKind
from tributes.graves.models.burials import Burial, BurialPhoto
from tributes.graves.models.ceremonies import Ceremony, CeremonyPhoto, CeremonyText
from tributes.graves.models.sites import BurialSite, BurialSitePhoto, ConditionEntry
from tributes.graves.selectors.told import told_about

STONES_OF_A_SITE = 24


def site_by_slug(slug: str) -> BurialSite | None:
    """The record, public or not, with `named`, `unknown` and `records`: how many of its people are
    public, `photo_ids` and `stone_ids` (of photographs) in their order, and what was told of it
    (`told_about`). Three queries."""
    visits = ConditionEntry.objects.select_related("restored_by", "reported_by")
    photos = BurialSitePhoto.objects.filter(site=OuterRef("pk")).order_by("sort_order")
    stones = BurialPhoto.objects.filter(burial__site=OuterRef("pk"), burial__live=True)
    stones = stones.order_by("burial", "sort_order").values("photo_id")[:STONES_OF_A_SITE]
    is_person = Q(kind=BurialKind.PERSON)
    return (
        BurialSite.objects.filter(slug=slug)
        .annotate(
            named=_people(Sum("people_count", filter=is_person, default=0)),
            unknown=_people(Sum("people_count", filter=~is_person, default=0)),
            records=_people(Count("pk")),
            photo_ids=ArraySubquery(photos.values("photo_id")),
            stone_ids=ArraySubquery(stones),
            **told_about("site"),
        )
        .select_related("caretaker")
        .prefetch_related("texts", Prefetch("conditions", queryset=visits))
        .first()
    )


def ceremonies_at(site: BurialSite) -> list[Ceremony]:
    """Those that are public, with their texts in `said` and their `photo_ids`, the newest first.

    One query.
    """
    photos = CeremonyPhoto.objects.filter(ceremony=OuterRef("ceremony")).order_by("sort_order")
    texts = (
        CeremonyText.objects.filter(ceremony__site=site, ceremony__live=True)
        .select_related("ceremony__organiser")
        .annotate(photo_ids=ArraySubquery(photos.values("photo_id")))
        .order_by("-ceremony__date_latest", "-ceremony_id", "language")
    )
    found: dict[int, Ceremony] = {}
    for text in texts:
        ceremony = found.setdefault(text.ceremony_id, text.ceremony)
        ceremony.said = [*getattr(ceremony, "said", []), text]
        ceremony.photo_ids = text.photo_ids
    return list(found.values())


def _people(number) -> Coalesce:
    """How many public people there are at the site of the outer query."""
    people = Burial.objects.published().filter(site=OuterRef("pk")).order_by().values("site")
    counted = people.annotate(number=number).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def burial_by_number(number: int) -> Burial | None:
    """The record, public or not, with its `photo_ids` in their order, and what was told
    of it (`told_about`). Seven queries."""
    photos = BurialPhoto.objects.filter(burial=OuterRef("pk")).order_by("sort_order")
    return (
        Burial.objects.filter(number=number)
        .annotate(
            photo_ids=ArraySubquery(photos.values("photo_id")),
            **told_about("burial"),
        )
        .select_related("site", "named_person", "movement")
        .prefetch_related(
            *("texts", "sources", "identifiers", "site__texts", "movement__texts"),
            "named_person__forms",
        )
        .first()
    )
