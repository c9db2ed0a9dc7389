"""What must be true of consents."""

from collections.abc import Iterator

from commemoration.core.consent.models import ConsentEvidence, ConsentRecord, papers_storage
from commemoration.core.consent.purposes import purpose_of
from commemoration.core.invariants.registry import register_invariant


def register_consent_invariants() -> None:
    register_invariant("consent.purposes_are_known", unknown_purposes)
    register_invariant("consent.scans_are_there", lost_scans)


def unknown_purposes() -> Iterator[str]:
    for slug in ConsentRecord.objects.order_by().values_list("purpose", flat=True).distinct():
        if purpose_of(slug) is None:
            yield f"{slug}: no part of the site asks consent for this"


def lost_scans() -> Iterator[str]:
    for name in ConsentEvidence.objects.exclude(scan="").values_list("scan", flat=True):
        if not papers_storage().exists(name):
            yield f"the scan {name} is lost"
