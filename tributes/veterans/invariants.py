"""What must be true of veterans beside what constraints and triggers hold."""

from collections.abc import Iterator

from django.db.models import CharField, F, Q, Value
from django.db.models.functions import Cast, Coalesce

from commemoration.core.invariants.registry import register_invariant
from photos.models.images import ArchiveImage
from tributes.veterans.enums import Scope
from tributes.veterans.models.veterans import Veteran


def register_veteran_invariants() -> None:
    register_invariant("veterans.living_are_public_by_consent_only", public_without_consent)
    register_invariant("veterans.have_forms_of_a_name", veterans_without_forms)
    register_invariant("veterans.index_of_names_is_in_step", veterans_out_of_step)
    register_invariant("veterans.pictures_are_not_public_files", pictures_that_are_public)


def public_without_consent() -> Iterator[str]:
    allowed = Veteran.objects.agreeing_to(Scope.PAGE).values("pk")
    public = Q(live=True) | Q(named_person__is_public=True)
    for veteran in Veteran.objects.filter(public).exclude(pk__in=allowed):
        yield f"{veteran} is public, may be living, and no consent stands"


def veterans_without_forms() -> Iterator[str]:
    for veteran in Veteran.objects.filter(named_person__forms=None):
        yield f"{veteran} has no form of a name"


def veterans_out_of_step() -> Iterator[str]:
    year = Coalesce(Cast("birth_year", CharField()), Value(""))
    same = Q(
        named_person__is_public=F("live"),
        named_person__birth=F("year"),
        named_person__death=F("death"),
    )
    for veteran in Veteran.objects.annotate(year=year).exclude(same):
        yield f"the index of names says something else of {veteran} than the record"


def pictures_that_are_public() -> Iterator[str]:
    """Pictures of those who do not agree: an archive photograph must not show them either."""
    barred = Veteran.objects.exclude(
        pk__in=Veteran.objects.agreeing_to(Scope.PICTURES).values("pk")
    )
    shows = Q(portraits_of_veterans__veteran__in=barred)
    shows |= Q(reports_of_presentations__shows__in=barred)
    for image in ArchiveImage.objects.filter(shows, published_at__isnull=False).distinct():
        yield f"picture {image.uuid} shows a living veteran who does not agree, and is public"
