"""What must be true between the rows of burial sites, of the buried, and of the index of names."""

from collections.abc import Iterator

from django.db.models import Exists, F, OuterRef, Q

from commemoration.core.consent.selectors import has_consent
from commemoration.core.invariants.registry import register_invariant
from tributes.graves.caretakers.enums import CONSENT, Scope
from tributes.graves.enums import SHOWN_KINDS, ToldScope
from tributes.graves.models.burials import Burial
from tributes.graves.models.caretakers import CaretakerReport
from tributes.graves.models.ceremonies import Ceremony
from tributes.graves.models.contributions import Contribution
from tributes.graves.models.sites import BurialSite, ConditionEntry


def register_grave_invariants() -> None:
    register_invariant("graves.public_people_lie_at_public_sites", people_at_hidden_sites)
    register_invariant("graves.public_sites_have_names", sites_without_name)
    register_invariant("graves.public_ceremonies_have_titles", ceremonies_without_title)
    register_invariant("graves.people_have_forms_of_a_name", people_without_forms)
    register_invariant("graves.index_of_names_is_in_step", people_out_of_step)
    register_invariant("graves.told_by_consent_only", told_without_consent)
    register_invariant("graves.reported_by_consent_only", reported_without_consent)


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


def told_without_consent() -> Iterator[str]:
    for kind in SHOWN_KINDS:
        agreed = has_consent(kind, ToldScope.PAGE)
        for told in Contribution.objects.filter(~agreed, is_public=True, kind=kind).order_by("pk"):
            yield f"the contribution {told} is public, and no consent stands"


def reported_without_consent() -> Iterator[str]:
    agreed = has_consent(CONSENT, Scope.SITE, key="submission__key")
    accepted = CaretakerReport.objects.filter(agreed, submission__is_public=True)
    behind = accepted.filter(condition=OuterRef("pk"), site=OuterRef("site"))
    reported = ConditionEntry.objects.filter(Q(is_reported=True) | Q(report__isnull=False))
    for visit in reported.filter(~Exists(behind)).select_related("site").order_by("pk"):
        yield f"the visit {visit.pk} at {visit.site.slug} is public, and no consent stands"
