"""Which consent stands."""

from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from commemoration.core.consent.models import ConsentRecord


def standing(purpose: str) -> QuerySet[ConsentRecord]:
    """The consents of a purpose that nobody has withdrawn."""
    return ConsentRecord.objects.filter(purpose=purpose, ended_at=None).order_by()


def has_consent(purpose: str, scope: str, key: str = "key") -> Exists:
    """As a condition of a query: whether a consent stands that covers `scope`.

    `key` is the look-up from the outer row to the person's random key.
    """
    found = standing(purpose).filter(subject=OuterRef(key), scopes__contains=[scope])
    return Exists(found)


def scopes_of(purpose: str, subject: UUID) -> frozenset[str]:
    """What somebody has agreed to, and has not taken back. One query."""
    rows = standing(purpose).filter(subject=subject).values_list("scopes", flat=True)
    return frozenset(rows.first() or ())


def history_of(purpose: str, subject: UUID) -> list[ConsentRecord]:
    """All consents of a person, the newest first. One query."""
    records = ConsentRecord.objects.filter(purpose=purpose, subject=subject)
    related = ("text", "evidence", "recorded_by", "ended_by")
    return list(records.select_related(*related).order_by("-pk"))
