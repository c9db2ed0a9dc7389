"""What must be true between the rows of burial sites, of the buried, and of the index of names."""

from collections.abc import Iterator

from django.db.models import F, Q

from commemoration.core.invariants.registry import register_invariant
from tributes.graves.models.burials import Burial
from tributes.graves.models.ceremonies import Ceremony
from tributes.graves.models.sites import BurialSite


def register_grave_invariants() -> None:
    register_invariant("graves.public_people_lie_at_public_sites", people_at_hidden_sites)
    register_invariant("graves.public_sites_have_names", sites_without_name)
    register_invariant("graves.public_ceremonies_have_titles", ceremonies_without_title)
    register_invariant("graves.people_have_forms_of_a_name", people_without_forms)
    register_invariant("graves.index_of_names_is_in_step", people_out_of_step)


def people_at_hidden_sites() -> Iterator[str]:
    for burial in Burial.objects.published().filter(site__live=False).select_related("site"):
        yield f"{burial} is public, but the site {burial.site.slug} is not"


def sites_without_name() -> Iterator[str]:
    named = BurialSite.objects.filter(texts__name__regex=r"\S").values("pk")
    for site in BurialSite.objects.published().exclude(pk__in=named):
        yield f"the site {site.slug} is public without a name"


def ceremonies_without_title() -> Iterator[str]:
    for ceremony in Ceremony.objects.published().filter(texts=None).select_related("site"):
        yield f"the ceremony {ceremony.pk} at {ceremony.site.slug} is public without a title"


def people_without_forms() -> Iterator[str]:
    for burial in Burial.objects.filter(named_person__isnull=False, named_person__forms=None):
        yield f"{burial} has no form of a name"


def people_out_of_step() -> Iterator[str]:
    same = Q(
        named_person__is_public=F("live"),
        named_person__birth=F("birth"),
        named_person__death=F("death"),
        named_person__birthplace=F("birth_place"),
        named_person__prisoner_number=F("prisoner_number"),
    )
    for burial in Burial.objects.filter(named_person__isnull=False).exclude(same):
        yield f"the index of names says something else of {burial} than its record"
